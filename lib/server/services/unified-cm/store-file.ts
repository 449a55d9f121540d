import { mostFileBytes } from "@/lib/contract/bulk";
import { mostUnifiedCmRows, type UnifiedCmFileDto } from "@/lib/contract/unified-cm";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import {
  deleteFile,
  deleteUnusedFilesBeyond,
  type FileResource,
  finishFile,
  insertFile,
  insertPiece,
} from "@/lib/server/db/bulk-file";
import { Refusal } from "@/lib/server/errors";
import { inPieces } from "@/lib/server/services/bulk/in-pieces";
import type { IncomingFile } from "@/lib/server/services/bulk/store-file";
import { withinLimit } from "@/lib/server/services/bulk/within-limit";
import { openFile, type ReadFile } from "@/lib/unified-cm/read-file";
import type { TableRow } from "@/lib/unified-cm/read-table";
import { secretRemover } from "@/lib/unified-cm/without-secret-cells";

/** Rows of one piece, and the characters after which it has enough: rows of many lines are long. */
const pieceSize = {
  items: 500,
  sizeOf: ({ cells }: TableRow) => cells.reduce((sum, cell) => sum + cell.length + 3, 0),
  size: 4_000_000,
};

/** So many files that no job has used are kept of a user; the oldest gives way. */
const mostUnusedFiles = 10;

type Recognised = Exclude<ReadFile, { readonly recognised: null }>;

/** What is stored of a file: its first row as it is written, and rows without passwords; and what is told of its columns. */
interface FileContent {
  readonly written: readonly string[];
  readonly rows: AsyncIterable<TableRow[]>;
  readonly columns: UnifiedCmFileDto["columns"];
}

function contentOf(file: Recognised): FileContent {
  if (file.recognised === "softkeys")
    return { written: [], rows: softkeyRows(file), columns: { used: [], unused: [] } };
  const { used, unused, written } = file.headings;
  return { written, rows: cleanRows(file), columns: { used: [...used], unused: [...unused] } };
}

/** A row of the sheet or a call state: not what is told of blank lines, or of a softkey file. */
const isRow = ({ cells, problem }: TableRow) =>
  cells.length > 0 || (problem !== undefined && problem.row !== null && problem.code !== "blankLine");

/** Each call state as a row: its name and its softkeys; then what is wrong. */
async function* softkeyRows({
  layout,
  problems,
}: Extract<Recognised, { readonly recognised: "softkeys" }>): AsyncGenerator<TableRow[]> {
  const states = Object.entries(layout).map(([state, softkeys]) => [state, ...softkeys]);
  yield [
    ...states.map((cells, index) => ({ row: index + 1, cells })),
    ...problems.map((problem, index) => ({ row: states.length + index + 1, cells: [], problem })),
  ];
}

async function* cleanRows({
  headings,
  rows,
}: Extract<Recognised, { readonly rows: unknown }>): AsyncGenerator<TableRow[]> {
  const withoutSecrets = secretRemover(headings);
  for await (const group of rows) yield group.map(withoutSecrets);
}

/** Sizes beyond which a file is refused. */
interface Limits {
  readonly bytes: number;
  readonly rows: number;
}

/**
 * Stores a file of Unified CM for an import, as it arrives, never whole in memory, and without the passwords in it. Rows
 * with problems are stored with them. Of a user the newest ten that no job has used are kept. Files are no objects of the configuration and have no history.
 * @throws Refusal forbidden, fileTooLarge, notRecognised, validationFailed
 */
export async function storeUnifiedCmFile(
  context: ServiceContext,
  { name, bytes }: Pick<IncomingFile, "name" | "bytes">,
  limits: Limits = { bytes: mostFileBytes, rows: mostUnifiedCmRows },
): Promise<UnifiedCmFileDto> {
  requirePermission(context, "phone", "update");
  const counts = { rowCount: 0, badCount: 0, byteCount: 0 };
  const file = await openFile(withinLimit(bytes, limits.bytes, counts));
  if (file.recognised === null) throw new Refusal("notRecognised", { problems: [file.problem] });
  const { prisma } = context.database;
  const id = context.newId();
  const { written, columns, rows } = contentOf(file);
  const resource: FileResource = `unifiedCm.${file.recognised}`;
  const { actor } = context;
  const facts = { resource, userId: actor.userId, by: actor.name, createdAt: context.now() };
  await insertFile(prisma, { id, name, columns: written, ...facts });
  try {
    let position = 0;
    for await (const piece of inPieces(rows, pieceSize)) {
      counts.rowCount += piece.filter(isRow).length;
      counts.badCount += piece.filter(({ problem }) => problem).length;
      if (counts.rowCount > limits.rows) {
        const problem = { path: [], code: "tooManyRows", params: { limit: limits.rows } };
        throw new Refusal("validationFailed", { problems: [problem] });
      }
      await insertPiece(prisma, id, { position: position++, rows: piece });
    }
    if (counts.rowCount === 0)
      throw new Refusal("validationFailed", { problems: [{ path: [], code: "emptyFile" }] });
    await finishFile(prisma, id, counts);
    await deleteUnusedFilesBeyond(prisma, actor.userId, mostUnusedFiles);
  } catch (error) {
    await deleteFile(prisma, id);
    throw error;
  }
  return { fileId: id, recognised: file.recognised, rows: counts.rowCount, columns };
}
