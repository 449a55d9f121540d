"use client";

import { useQuery } from "@tanstack/react-query";
import { useSettled } from "@/components/console/use-settled";
import { existingNumbersQuery, type NamedNumber } from "@/lib/client/directory-number";
import type { LineLimits } from "@/lib/configuration/line-limits";
import { directoryNumberKey } from "@/lib/configuration/phone-lines";

const settleMilliseconds = 300;

/** A directory number that exists, as it is stored, and how many objects use it. */
export interface ExistingNumber extends NamedNumber, LineLimits {
  readonly usedByCount: number;
}

/**
 * What is known of the numbers of some lines, in their order: the one that exists, `new` when saving creates it,
 * null while it is not known or no number is typed.
 */
export function useNumberFacts(lines: readonly NamedNumber[]): readonly (ExistingNumber | "new" | null)[] {
  const typed = lines.map(({ directoryNumber }) => directoryNumber.trim().toUpperCase());
  const settled = useSettled(typed.filter((number) => number !== "").join(" "), settleMilliseconds);
  const asked = settled === "" ? [] : settled.split(" ");
  const { data, isPlaceholderData } = useQuery({
    ...existingNumbersQuery(asked),
    enabled: asked.length > 0,
  });
  const existing = new Map(
    (data?.items ?? []).map(({ pattern, partition, usedByCount, busyTrigger, maxCalls }) => {
      const number = { directoryNumber: pattern, partition, usedByCount, busyTrigger, maxCalls };
      return [directoryNumberKey(number), number];
    }),
  );
  return lines.map(({ partition }, position) => {
    const directoryNumber = typed[position] ?? "";
    const found = existing.get(directoryNumberKey({ directoryNumber, partition }));
    if (found) return found;
    return data && !isPlaceholderData && asked.includes(directoryNumber) ? "new" : null;
  });
}
