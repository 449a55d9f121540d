import { notFound } from "next/navigation";
import { placeOf } from "@/lib/client/list-page-address";

/** The query part of an address as Next gives it. */
export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** The object's name as the address spells it; an address that cannot be decoded names none. */
export function decodedName(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return notFound();
  }
}

function texts(value: string | string[] | undefined): string[] {
  if (value === undefined) return [];
  return typeof value === "string" ? [value] : value;
}

/**
 * What *Find and List* will ask for at this address. An address that the list does not understand is left to the
 * browser, which corrects it.
 * @param limit rows a page
 * @param initialSort the field by which the list is sorted unless the address says otherwise
 */
export function listQueryOf(search: SearchParams, limit: number, initialSort = "name") {
  const cursor = placeOf(texts(search.cursor), texts(search.from)).cursors.at(-1);
  return {
    where: texts(search.where),
    match: texts(search.match)[0] === "any" ? ("any" as const) : ("all" as const),
    sort: texts(search.sort)[0] ?? initialSort,
    limit,
    ...(cursor === undefined ? {} : { cursor }),
  };
}
