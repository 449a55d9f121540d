"use client";

import { useTranslations } from "next-intl";
import { Fact } from "@/components/console/fact";
import { LocalTime } from "@/components/console/local-time";
import { Link } from "@/components/ui/link";
import { changePath } from "@/lib/client/paths";
import type { ChangeDto } from "@/lib/contract/change";

/** Who, when and why, and which change takes which back. */
export function ChangeFacts({ change }: { change: ChangeDto }) {
  const t = useTranslations("change");
  const { at, by, reason, kind, total, undoes, undoneBy } = change;
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-2 px-4 py-3">
      <Fact label={t("column.at")}>
        <LocalTime at={at} hasSeconds />
      </Fact>
      <Fact label={t("column.by")}>{by}</Fact>
      <Fact label={t("column.kind")}>{t(`kind.${kind}`)}</Fact>
      <Fact label={t("column.total")}>{total}</Fact>
      {reason === "" ? null : <Fact label={t("column.reason")}>{reason}</Fact>}
      {undoes === null ? null : (
        <Fact label={t("undoes")}>
          <Link href={changePath(undoes)}>{t("another")}</Link>
        </Fact>
      )}
      {undoneBy === null ? null : (
        <Fact label={t("undoneBy")}>
          <Link href={changePath(undoneBy)}>{t("another")}</Link>
        </Fact>
      )}
    </dl>
  );
}
