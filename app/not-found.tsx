import { useTranslations } from "next-intl";
import { MessagePage } from "@/components/console/message-page";

/**
 * Shown for an address that leads nowhere. Every page carries this one with it: a plain link, which loads the console anew,
 * spares them the three kilobytes of the console's own.
 */
export default function NotFound() {
  const t = useTranslations("common.notFoundPage");
  return (
    <MessagePage
      title={t("title")}
      action={
        <a
          href="/"
          className="focus-ring rounded-xs text-accent-text underline decoration-accent-text/30 underline-offset-2 hover:decoration-current"
        >
          {t("home")}
        </a>
      }
    >
      <p>{t("body")}</p>
    </MessagePage>
  );
}
