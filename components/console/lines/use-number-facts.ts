"use client";

import { useQueries, useQuery } from "@tanstack/react-query";
import { useSettled } from "@/components/console/use-settled";
import { existingNumbersQuery, type NamedNumber, numberUsesQuery } from "@/lib/client/directory-number";
import { directoryNumberKey } from "@/lib/configuration/phone-lines";

const settleMilliseconds = 300;

/** An object that has a line with the same number. */
export interface NumberUser {
  readonly kind: string;
  readonly name: string;
  readonly partition: string | null;
}

/** What is known of the number of a line. */
export interface NumberFacts {
  /** False: saving creates it. */
  readonly exists: boolean;
  /** Who else has it, as many as are named. */
  readonly users: readonly NumberUser[];
  /** How many have it besides those. */
  readonly moreUsers: number;
}

/**
 * What is known of the numbers of some lines, in their order; null while it is not known or there is no number.
 * @param owner whose lines they are: it is not told as another one that has the number
 */
export function useNumberFacts(
  lines: readonly NamedNumber[],
  owner: { readonly kind: string; readonly name: string },
): readonly (NumberFacts | null)[] {
  const typed = lines.map(({ directoryNumber }) => directoryNumber.trim().toUpperCase());
  const settled = useSettled(typed.filter((number) => number !== "").join(" "), settleMilliseconds);
  const asked = settled === "" ? [] : settled.split(" ");
  const { data, isPlaceholderData } = useQuery({ ...existingNumbersQuery(asked), enabled: asked.length > 0 });
  const existing = new Map(
    (data?.items ?? []).map((item) => [
      directoryNumberKey({ directoryNumber: item.pattern, partition: item.partition }),
      item,
    ]),
  );
  const found = lines.map((line, position) =>
    existing.get(directoryNumberKey({ ...line, directoryNumber: typed[position] ?? "" })),
  );
  const uses = useQueries({
    queries: found.map((item) => ({
      ...numberUsesQuery({ directoryNumber: item?.pattern ?? "", partition: item?.partition ?? null }),
      enabled: (item?.usedByCount ?? 0) > 0,
    })),
  });
  return found.map((item, position) => {
    const number = typed[position] ?? "";
    if (!item && (!data || isPlaceholderData || !asked.includes(number))) return null;
    if (!item) return { exists: false, users: [], moreUsers: 0 };
    const groups = uses[position]?.data;
    const users = (groups?.items ?? [])
      .filter(({ kind, name }) => kind !== owner.kind || name !== owner.name)
      .map(({ kind, name, partition }) => ({ kind, name, partition: partition ?? null }));
    const listed = groups?.items.length ?? 0;
    return { exists: true, users, moreUsers: Math.max(0, (groups?.total ?? 0) - listed) };
  });
}
