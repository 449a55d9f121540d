import { fieldOf, isRecord } from "@/lib/configuration/content-shape";
import { type CsvColumn, csvColumns, csvLists } from "@/lib/configuration/csv-columns";
import { csvCells } from "@/lib/configuration/csv-row";
import { writeRows } from "@/lib/csv/write-rows";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import type { StoredObject } from "@/lib/server/db/configuration/read";
import { largestLists, scanObjects } from "@/lib/server/db/configuration/read-many";
import type { Definition } from "@/lib/server/services/configuration/definition";

/** Which objects are wanted, and in which order. */
export interface ExportQuery {
  readonly where: string[];
  readonly match: "all" | "any";
  readonly sort?: string | undefined;
  readonly bom?: boolean;
  /** The heading of a column; its name unless given. */
  readonly headingOf?: (column: string) => string;
}

/** Objects that are read at once. */
const pageSize = 500;

/**
 * All objects that match a query as a CSV file that can be imported again unchanged. The file is written while it is
 * read, some hundred objects at a time.
 * @throws Refusal forbidden, validationFailed
 */
export async function exportObjects(
  context: ServiceContext,
  definition: Definition,
  { where, match, sort, bom = false, headingOf = (column) => column }: ExportQuery,
): Promise<AsyncGenerator<Uint8Array>> {
  requirePermission(context, definition.kind, "read");
  const { rules, table } = definition;
  const { prisma } = context.database;
  const query = { where, match, sort: sort ?? table.nameField, limit: pageSize };
  const lists = csvLists(rules.shape).map(({ path, key }) => ({
    field: path.join("."),
    isNumbered: key !== null,
  }));
  const columns = csvColumns(rules.shape, await largestLists(prisma, table, query, lists));
  const headings = columns.map(({ name }) => headingOf(name));
  return writeRows(rowsOf(headings, columns, scanObjects(prisma, table, query)), bom);
}

async function* rowsOf(
  headings: readonly string[],
  columns: readonly CsvColumn[],
  pages: AsyncIterable<readonly StoredObject[]>,
): AsyncGenerator<string[][]> {
  yield [[...headings]];
  const sizes = sizesOf(columns);
  for await (const page of pages) {
    yield page.map(({ content }) => {
      refuseGrown(sizes, content);
      return csvCells(columns, content);
    });
  }
}

/** The number of items that there are columns for, by list; the lists of contents are no deeper than this. */
function sizesOf(columns: readonly CsvColumn[]): Map<string, { key: string | null; size: number }> {
  const sizes = new Map<string, { key: string | null; size: number }>();
  for (const { list } of columns) {
    if (list) sizes.set(list.path.join("."), { key: list.key, size: list.number });
  }
  return sizes;
}

/** Somebody gave an object more items than any had when the file was begun: rather no file than one that lacks them. */
function refuseGrown(sizes: ReturnType<typeof sizesOf>, content: unknown): void {
  if (!isRecord(content)) return;
  for (const [field, value] of Object.entries(content)) {
    if (!Array.isArray(value) || value.length === 0) continue;
    const { key, size } = sizes.get(field) ?? { key: null, size: 0 };
    const wanted = key === null ? value.length : Math.max(...value.map((item) => Number(fieldOf(item, key))));
    if (wanted > size) throw new Error(`The list ${field} has grown while the file was written`);
  }
}
