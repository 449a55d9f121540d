"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

type ItemPagerProps = {
  cursor: string | undefined;
  nextCursor: string | null;
  onChange: (cursor: string | undefined) => void;
};

/** From one page of the items of a job to the next, and back to the first. */
export function ItemPager({ cursor, nextCursor, onChange }: ItemPagerProps) {
  const t = useTranslations("bulkAdministration.job.item");
  return (
    <div className="flex justify-end gap-2 px-4">
      {cursor === undefined ? null : (
        <Button size="small" onPress={() => onChange(undefined)}>
          {t("first")}
        </Button>
      )}
      {nextCursor === null ? null : (
        <Button size="small" onPress={() => onChange(nextCursor)}>
          {t("next")}
        </Button>
      )}
    </div>
  );
}
