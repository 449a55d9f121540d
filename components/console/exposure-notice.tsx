import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";

/** Says on every page, the one where passwords are typed included, that others in the network can read along. */
export function ExposureNotice() {
  const t = useTranslations("shell.exposure");
  return (
    <aside aria-label={t("title")} className="bg-canvas p-2">
      <Notice tone="caution" title={t("title")}>
        {t("body")}
      </Notice>
    </aside>
  );
}
