import { undefused } from "@/lib/configuration/csv-cell";
import { readCsvHeader } from "@/lib/configuration/csv-columns";
import type { Problem } from "@/lib/configuration/problem";
import { type BulkFileDto, mostFileBytes, mostFileRows } from "@/lib/contract/bulk";
import { BadEncoding, decodeText } from "@/lib/csv/decode";
import { type CsvRow, readRows } from "@/lib/csv/read-rows";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { canBeText } from "@/lib/server/db/bounds";
import { deleteFile, finishFile, insertFile, insertPiece } from "@/lib/server/db/bulk-file";
import { identityKey } from "@/lib/server/db/configuration/read-many";
import { isPartitioned } from "@/lib/server/db/configuration/table";
import { Refusal, refuseProblems } from "@/lib/server/errors";
import { inPieces } from "@/lib/server/services/bulk/in-pieces";
import { withinLimit } from "@/lib/server/services/bulk/within-limit";
import type { Definition } from "@/lib/server/services/configuration/definition";

/** Rows of one batch of an import. */
const rowsOfPiece = 750;

/** A file as it arrives. */
export interface IncomingFile {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** The column that a heading means; one that means none stays as it is. Without it, headings are names of columns. */
  readonly columnOf?: (heading: string) => string;
}

/**
 * Stores a file of objects for an import, as it arrives, never whole in memory. Rows that cannot be read are counted
 * and told by the import; a file whose first row does not fit is refused. Files are no objects of the configuration
 * and have no history.
 * @throws Refusal forbidden, fileTooLarge, validationFailed
 */
export async function storeFile(
  context: ServiceContext,
  definition: Definition,
  { name, bytes, columnOf = (heading) => heading }: IncomingFile,
  limits: { bytes: number; rows: number } = { bytes: mostFileBytes, rows: mostFileRows },
): Promise<BulkFileDto> {
  requirePermission(context, definition.kind, "update");
  const { prisma } = context.database;
  const id = context.newId();
  const counts = { rowCount: 0, badCount: 0, byteCount: 0 };
  let last = 1;
  let checkRow: ((row: CsvRow) => CsvRow) | undefined;
  let columns: string[] = [];
  let position = 0;
  try {
    const counted = withinLimit(bytes, limits.bytes, counts);
    for await (const rows of inPieces(readRows(decodeText(counted)), { items: rowsOfPiece })) {
      last = rows.at(-1)?.row ?? last;
      let below = rows;
      if (!checkRow) {
        columns = headerOf(definition, rows[0], columnOf);
        checkRow = rowChecker(definition, columns);
        below = rows.slice(1);
        const { actor } = context;
        const facts = {
          resource: definition.kind,
          userId: actor.userId,
          by: actor.name,
          createdAt: context.now(),
        };
        await insertFile(prisma, { id, name, columns, ...facts });
      }
      const checked = below.map(checkRow);
      counts.rowCount += checked.length;
      counts.badCount += checked.filter(({ problem }) => problem).length;
      if (counts.rowCount > limits.rows)
        refuse({ path: [], code: "tooManyRows", params: { limit: limits.rows } });
      if (checked.length > 0) await insertPiece(prisma, id, { position: position++, rows: checked });
    }
    if (counts.rowCount === 0) refuse({ path: [], code: "emptyFile" });
    await finishFile(prisma, id, counts);
  } catch (error) {
    await deleteFile(prisma, id);
    if (error instanceof BadEncoding) refuse({ path: [], code: "notUtf8", params: { row: last } });
    throw error;
  }
  return { id, name, columns, rowCount: counts.rowCount, badCount: counts.badCount };
}

function refuse(problem: Problem): never {
  throw new Refusal("validationFailed", { problems: [problem] });
}

/** @throws Refusal validationFailed when the first row does not name columns of the kind */
function headerOf(
  { rules, table }: Definition,
  first: CsvRow | undefined,
  columnOf: (heading: string) => string,
): string[] {
  if (!first || first.problem) refuse(first?.problem ?? { path: [], code: "emptyFile" });
  const columns = first.cells.map((heading) => columnOf(heading).trim());
  refuseProblems(readCsvHeader(rules.shape, columns, [table.nameField]).problems);
  return columns;
}

/** Checks what a row is before anybody looks at its values: as many cells as columns, and no object twice. */
function rowChecker({ table }: Definition, columns: readonly string[]) {
  const nameAt = columns.indexOf(table.nameField);
  const partitionAt = isPartitioned(table) ? columns.indexOf("partition") : -1;
  const rowOf = new Map<string, number>();
  return ({ row, cells, problem }: CsvRow): CsvRow => {
    if (problem) return { row, cells, problem };
    if (!cells.every(canBeText)) return { row, cells: [], problem: { path: [], code: "controlCharacters" } };
    const extra = cells.slice(columns.length).some((cell) => cell !== "");
    if (cells.length < columns.length || extra) {
      const params = { count: cells.length, expected: columns.length };
      return { row, cells, problem: { path: [], code: "wrongCellCount", params } };
    }
    const key = identityKey({
      name: undefused(cells[nameAt] ?? ""),
      partition: undefused(cells[partitionAt] ?? ""),
    });
    const earlier = rowOf.get(key);
    if (earlier === undefined) rowOf.set(key, row);
    else
      return {
        row,
        cells,
        problem: { path: [table.nameField], code: "sameObjectAgain", params: { row: earlier } },
      };
    return { row, cells: cells.slice(0, columns.length) };
  };
}
