"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

/** Why the list could not be loaded, and another try. */
export function ListError({ reason, retry }: { reason: string; retry: (() => void) | undefined }) {
  const t = useTranslations();
  return (
    <div role="alert" className="px-4 pb-3">
      <Notice tone="bad" title={t("findAndList.loadFailed")}>
        <p>{reason}</p>
        {retry === undefined ? null : (
          <Button size="small" className="mt-2" onPress={retry}>
            {t("common.retry")}
          </Button>
        )}
      </Notice>
    </div>
  );
}
