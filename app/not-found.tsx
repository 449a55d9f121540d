import { useTranslations } from "next-intl";
import { MessagePage } from "@/components/console/message-page";
import { Link } from "@/components/ui/link";

/** Shown for an address that leads nowhere. */
export default function NotFound() {
  const t = useTranslations("common.notFoundPage");
  return (
    <MessagePage title={t("title")} action={<Link href="/">{t("home")}</Link>}>
      <p>{t("body")}</p>
    </MessagePage>
  );
}
