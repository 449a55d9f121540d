import { keepPreviousData } from "@tanstack/react-query";
import { queries } from "@/lib/client/api";
import { longestPage } from "@/lib/client/list";

const mostSuggested = 20;

/** A directory number as lines name it. */
export interface NamedNumber {
  readonly directoryNumber: string;
  readonly partition: string | null;
}

/** Directory numbers that contain what is typed, the first ones in order. */
export function suggestedNumbersQuery(text: string) {
  const query = {
    where: [`pattern:contains:${text}`],
    match: "all" as const,
    sort: "pattern",
    limit: mostSuggested,
  };
  return queries.directoryNumber.list.queryOptions({ input: { query }, placeholderData: keepPreviousData });
}

/** Those directory numbers that exist, in whatever partitions; one question for all lines of a phone. */
export function existingNumbersQuery(numbers: readonly string[]) {
  const where = [...new Set(numbers)].sort().map((number) => `pattern:isExactly:${number}`);
  const query = { ...longestPage, where, match: "any" as const, sort: "pattern" };
  return queries.directoryNumber.list.queryOptions({ input: { query }, placeholderData: keepPreviousData });
}

/** The objects that use a directory number. */
export function numberUsesQuery({ directoryNumber, partition }: NamedNumber) {
  return queries.directoryNumber.dependencies.queryOptions({
    input: {
      params: { pattern: directoryNumber },
      query: partition === null ? {} : { partition },
    },
  });
}
