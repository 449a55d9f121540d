import { ORPCError } from "@orpc/client";
import { queries } from "@/lib/client/api";
import { bulkPaths } from "@/lib/client/paths";
import { bulkResourceOf } from "@/lib/configuration/bulk-resources";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import type { BulkFileDto } from "@/lib/contract/bulk";

const address = (kind: ConfigurationKind) => `/api/v1/bulk/${bulkResourceOf(kind)}`;

/** Which objects are written into a file. */
export interface ExportFilter {
  readonly where: readonly string[];
  readonly match: "all" | "any";
  readonly sort?: string;
  /** A byte order mark in front, by which Excel knows UTF-8. */
  readonly bom?: boolean;
  /** The language of the labels that the headings carry beside the names of the columns. */
  readonly headings?: string;
}

/** Address of the file of the objects that match. */
export function exportAddress(
  kind: ConfigurationKind,
  { where, match, sort, bom = false, headings }: ExportFilter,
): string {
  const search = new URLSearchParams(where.map((condition) => ["where", condition]));
  if (match === "any") search.set("match", match);
  if (sort !== undefined) search.set("sort", sort);
  if (bom) search.set("bom", "true");
  if (headings !== undefined) search.set("headings", headings);
  const text = search.toString();
  return `${address(kind)}/export${text === "" ? "" : `?${text}`}`;
}

/** What *Update* is opened with: a filter, rows that were kept, or the objects of a job; and values, where there are. */
export interface UpdateAddress {
  readonly where?: readonly string[];
  readonly match?: "all" | "any";
  readonly chosen?: string;
  readonly of?: string;
  readonly set?: readonly string[];
  readonly empty?: readonly string[];
}

/** Address of *Update* for objects of a kind. */
export function updatePath(kind: ConfigurationKind, address: UpdateAddress): string {
  const { where = [], match = "all", chosen, of, set = [], empty = [] } = address;
  const search = new URLSearchParams({ kind });
  for (const condition of where) search.append("where", condition);
  if (where.length > 0 && match === "any") search.set("match", match);
  if (chosen !== undefined) search.set("chosen", chosen);
  if (of !== undefined) search.set("of", of);
  for (const value of set) search.append("set", value);
  for (const field of empty) search.append("empty", field);
  return `${bulkPaths.update}?${search}`;
}

/** Address of the file of the rows of an import that failed. */
export function failedRowsAddress(jobId: string): string {
  return `/api/v1/bulk/failed-rows/${encodeURIComponent(jobId)}`;
}

/**
 * Sends a file as it is; the browser reads it while it sends it.
 * @throws ORPCError with the code and data of the refusal
 */
export async function sendFile(kind: ConfigurationKind, file: File): Promise<BulkFileDto> {
  const search = new URLSearchParams({ name: file.name });
  const headers = { "content-type": "text/csv", "accept-language": document.documentElement.lang };
  const response = await fetch(`${address(kind)}/files?${search}`, { method: "POST", headers, body: file });
  const answer: unknown = await response.json();
  if (response.ok) return answer as BulkFileDto;
  const { code, status, data } = answer as { code: string; status: number; data: unknown };
  throw new ORPCError(code, { status, data, defined: true });
}

export const startImportMutation = () => queries.bulk.import.mutationOptions();
export const startUpdateMutation = () => queries.bulk.update.mutationOptions();
export const saveRowsMutation = () => queries.bulk.save.mutationOptions();
