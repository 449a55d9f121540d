"use client";

import { useQuery } from "@tanstack/react-query";
import { CirclePlus, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ExistingNumber } from "@/components/console/lines/use-number-facts";
import { Link } from "@/components/ui/link";
import { type NamedNumber, numberUsesQuery } from "@/lib/client/directory-number";
import { objectPath } from "@/lib/client/object-path";

const mostNamed = 3;

/** Whose line it is: it is not named among the others that have the number. */
export type LineOwner = { readonly kind: string; readonly name: string };

type NumberNoteProps = {
  /** The number as it is typed. */
  number: NamedNumber;
  /** What is known of it; see `useNumberFacts`. */
  facts: ExistingNumber | "new" | null;
  owner: LineOwner;
};

/** What saving does with the number of a line: creates it, or shares it with the others that have it. */
export function NumberNote({ number: { directoryNumber, partition }, facts, owner }: NumberNoteProps) {
  const t = useTranslations("lines");
  if (facts === null) return null;
  if (facts !== "new") return facts.usedByCount > 0 ? <SharedLine number={facts} owner={owner} /> : null;
  return (
    <p className="flex items-center gap-1.5 text-xs text-muted">
      <CirclePlus aria-hidden className="size-3.5 shrink-0" />
      {partition === null
        ? t("willBeCreated", { number: directoryNumber.trim() })
        : t("willBeCreatedIn", { number: directoryNumber.trim(), partition })}
    </p>
  );
}

function SharedLine({ number, owner }: { number: ExistingNumber; owner: LineOwner }) {
  const t = useTranslations("lines");
  const { data } = useQuery(numberUsesQuery(number));
  if (!data) return null;
  const others = data.items.filter(({ kind, name }) => kind !== owner.kind || name !== owner.name);
  if (others.length === 0) return null;
  const named = others.slice(0, mostNamed);
  const more = others.length - named.length + data.total - data.items.length;
  return (
    <p className="flex flex-wrap items-center gap-x-1.5 text-xs text-muted">
      <Users aria-hidden className="size-3.5 shrink-0" />
      {t("shared")}{" "}
      {named.map(({ kind, name, partition }) => {
        const path = objectPath(kind, name, partition ?? null);
        return (
          <span key={`${kind} ${name}`} className="font-mono">
            {path === null ? name : <Link href={path}>{name}</Link>}{" "}
          </span>
        );
      })}
      {more > 0 ? t("andMore", { count: more }) : null}
    </p>
  );
}
