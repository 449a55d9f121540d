"use client";

import { CirclePlus, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import type { NumberFacts } from "@/components/console/lines/use-number-facts";
import { Link } from "@/components/ui/link";
import type { NamedNumber } from "@/lib/client/directory-number";
import { objectPath } from "@/lib/client/object-path";

const mostNamed = 3;

/** What saving does with the number of a line: creates it, or shares it with the others that have it. */
export function NumberNote({ number, facts }: { number: NamedNumber; facts: NumberFacts | null }) {
  const t = useTranslations("lines");
  if (!facts) return null;
  if (!facts.exists) {
    return (
      <p className="flex items-center gap-1.5 text-xs text-muted">
        <CirclePlus aria-hidden className="size-3.5 shrink-0" />
        {t("willBeCreated", {
          number: number.directoryNumber.trim(),
          partition: number.partition ?? t("noPartition"),
        })}
      </p>
    );
  }
  if (facts.users.length === 0) return null;
  const named = facts.users.slice(0, mostNamed);
  const more = facts.users.length - named.length + facts.moreUsers;
  return (
    <p className="flex flex-wrap items-center gap-x-1.5 text-xs text-muted">
      <Users aria-hidden className="size-3.5 shrink-0" />
      {t("shared")}
      {named.map((user) => {
        const path = objectPath(user.kind, user.name, user.partition);
        return (
          <span key={`${user.kind} ${user.name}`} className="font-mono">
            {path === null ? user.name : <Link href={path}>{user.name}</Link>}
          </span>
        );
      })}
      {more > 0 ? t("andMore", { count: more }) : null}
    </p>
  );
}
