import { ORPCError } from "@orpc/client";
import { queries } from "@/lib/client/api";
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
}

/** Address of the file of the objects that match. */
export function exportAddress(
  kind: ConfigurationKind,
  { where, match, sort, bom = false }: ExportFilter,
): string {
  const search = new URLSearchParams(where.map((condition) => ["where", condition]));
  if (match === "any") search.set("match", match);
  if (sort !== undefined) search.set("sort", sort);
  if (bom) search.set("bom", "true");
  const text = search.toString();
  return `${address(kind)}/export${text === "" ? "" : `?${text}`}`;
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
