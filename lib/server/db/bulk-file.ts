import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import type { Problem } from "@/lib/configuration/problem";
import type { Transaction } from "@/lib/server/db/transaction";

/** What files of Unified CM are stored under, each followed by what it was recognised as. */
const unifiedCm = "unifiedCm.";
export type FileResource = ConfigurationKind | `${typeof unifiedCm}${"allDetails" | "insert" | "softkeys"}`;

/** A file of rows as it is stored. */
export interface StoredFile {
  id: string;
  name: string;
  resource: FileResource;
  /** The names of its columns in order, with columns that are passed over. */
  columns: readonly string[];
  rowCount: number;
  /** Rows that cannot be read. */
  badCount: number;
  byteCount: number;
  isWhole: boolean;
  userId: string;
  by: string;
  createdAt: Date;
}

/** One row of a file: its number as a spreadsheet counts, its cells, and why it cannot be read. */
export interface FileRow {
  readonly row: number;
  readonly cells: readonly string[];
  readonly problem?: Problem;
}

/** Some rows that stand together. */
export interface FilePiece<Row extends { readonly row: number } = FileRow> {
  position: number;
  rows: readonly Row[];
}

/** Stores what is known of a file before its rows. */
export async function insertFile(
  transaction: Transaction,
  file: Omit<StoredFile, "rowCount" | "badCount" | "byteCount" | "isWhole">,
): Promise<void> {
  await transaction.bulkFile.create({ data: { ...file, columns: [...file.columns] }, select: { id: true } });
}

export async function insertPiece<Row extends { readonly row: number }>(
  transaction: Transaction,
  fileId: string,
  { position, rows }: FilePiece<Row>,
): Promise<void> {
  const firstRow = rows.at(0)?.row ?? 0;
  const lastRow = rows.at(-1)?.row ?? 0;
  const data = { fileId, position, firstRow, lastRow, rows: JSON.stringify(rows) };
  await transaction.bulkFilePiece.create({ data, select: { fileId: true } });
}

/** Says that all rows are stored. */
export async function finishFile(
  transaction: Transaction,
  id: string,
  counts: Pick<StoredFile, "rowCount" | "badCount" | "byteCount">,
): Promise<StoredFile> {
  const row = await transaction.bulkFile.update({ where: { id }, data: { ...counts, isWhole: true } });
  return row as StoredFile;
}

/** A file whose rows are all stored, or null. */
export async function findFile(transaction: Transaction, id: string): Promise<StoredFile | null> {
  const row = await transaction.bulkFile.findFirst({ where: { id, isWhole: true } });
  return row as StoredFile | null;
}

/** The rows that follow a piece; null after the last. */
export async function findPiece(
  transaction: Transaction,
  fileId: string,
  position: number,
): Promise<FilePiece | null> {
  const row = await transaction.bulkFilePiece.findUnique({
    where: { fileId_position: { fileId, position } },
  });
  return row && { position, rows: JSON.parse(row.rows) as FileRow[] };
}

export async function deleteFile(transaction: Transaction, id: string): Promise<void> {
  await transaction.bulkFile.deleteMany({ where: { id } });
}

/** Deletes the oldest files of Unified CM of a user that no job has used, but for so many. Those that still arrive do not count. */
export async function deleteUnusedFilesBeyond(
  transaction: Transaction,
  userId: string,
  most: number,
): Promise<void> {
  const unused = { userId, resource: { startsWith: unifiedCm }, isWhole: true, jobs: { none: {} } };
  const files = await transaction.bulkFile.findMany({
    where: unused,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    skip: most,
    select: { id: true },
  });
  const ids = files.map(({ id }) => id);
  if (ids.length > 0) await transaction.bulkFile.deleteMany({ where: { ...unused, id: { in: ids } } });
}

/** Deletes files from before a time that no job has used: those of Unified CM, or all others. */
export async function deleteFilesBefore(
  transaction: Transaction,
  time: Date,
  { ofUnifiedCm }: { readonly ofUnifiedCm: boolean },
): Promise<void> {
  const own = { resource: { startsWith: unifiedCm } };
  await transaction.bulkFile.deleteMany({
    where: { createdAt: { lt: time }, jobs: { none: {} }, ...(ofUnifiedCm ? own : { NOT: own }) },
  });
}
