"use client";

import { useTranslations } from "next-intl";
import { LocalTime } from "@/components/console/local-time";

type StaleIntroProps = { current: { version: number; updatedAt: string; updatedBy: string } };

/** Who saved after this page was opened, what, and when. */
export function StaleIntro({ current }: StaleIntroProps) {
  const t = useTranslations("configuration");
  return (
    <>
      {t("staleIntro", { by: current.updatedBy, version: current.version })}{" "}
      <span className="text-muted">
        <LocalTime at={current.updatedAt} />
      </span>
    </>
  );
}
