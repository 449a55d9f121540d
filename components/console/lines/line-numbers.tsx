"use client";

import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { NamedNumber } from "@/lib/client/directory-number";
import { objectPath } from "@/lib/client/object-path";
import { directoryNumberKey } from "@/lib/configuration/phone-lines";

const mostShown = 2;

/** The directory numbers of some lines, the first ones with links; a cell of a list. */
export function LineNumbers({ lines }: { lines: readonly NamedNumber[] }) {
  const t = useTranslations("lines");
  const more = lines.length - mostShown;
  return (
    <span className="whitespace-nowrap tabular-nums">
      {lines.slice(0, mostShown).map((line, position) => {
        const { directoryNumber, partition } = line;
        const path = objectPath("directoryNumber", directoryNumber, partition);
        return (
          <span key={directoryNumberKey(line)}>
            {position > 0 ? ", " : ""}
            {path === null ? directoryNumber : <Link href={path}>{directoryNumber}</Link>}
          </span>
        );
      })}
      {more > 0 ? ` ${t("andMore", { count: more })}` : ""}
    </span>
  );
}
