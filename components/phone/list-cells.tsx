"use client";

import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { objectPath } from "@/lib/client/object-path";
import { phoneInUsePath } from "@/lib/client/paths";
import type { PhoneDto } from "@/lib/contract/phone";

const mostShown = 2;

/** Model and protocol. */
export function ModelCell({ object: { model, protocol } }: { object: PhoneDto }) {
  return (
    <>
      <span className="whitespace-nowrap">{model}</span> <span className="text-muted">{protocol}</span>
    </>
  );
}

/** The directory numbers of a phone, the first ones with links. */
export function LinesCell({ object: { lines } }: { object: PhoneDto }) {
  const t = useTranslations("phone.list");
  const more = lines.length - mostShown;
  return (
    <span className="whitespace-nowrap tabular-nums">
      {lines.slice(0, mostShown).map(({ index, directoryNumber, partition }, position) => {
        const path = objectPath("directoryNumber", directoryNumber, partition);
        return (
          <span key={index}>
            {position > 0 ? ", " : ""}
            {path === null ? directoryNumber : <Link href={path}>{directoryNumber}</Link>}
          </span>
        );
      })}
      {more > 0 ? ` ${t("moreLines", { count: more })}` : ""}
    </span>
  );
}

/** Leads to the phone on the desk, where it can be used. */
export function UseCell({ object: { name } }: { object: PhoneDto }) {
  const t = useTranslations("phone");
  return (
    <Link href={phoneInUsePath(name)} aria-label={`${t("use")}: ${name}`}>
      {t("field.use")}
    </Link>
  );
}
