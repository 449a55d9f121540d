import { isOtherDevice } from "@/lib/catalog/other-devices";
import { undefused } from "@/lib/configuration/csv-cell";
import { type CsvColumn, readCsvHeader } from "@/lib/configuration/csv-columns";
import { csvChange, csvColumnOf } from "@/lib/configuration/csv-row";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import { type ChangingContext, inChange, type ServiceContext } from "@/lib/server/context";
import { type FilePiece, type FileRow, findFile, findPiece } from "@/lib/server/db/bulk-file";
import type { Identity } from "@/lib/server/db/configuration/read";
import { isPartitioned } from "@/lib/server/db/configuration/table";
import type { StoredJob } from "@/lib/server/db/job";
import { listFailedItems, type StoredJobItem } from "@/lib/server/db/job-item";
import type { Transaction } from "@/lib/server/db/transaction";
import type { Batch, JobHandler } from "@/lib/server/runtime/jobs/handler";
import { jobItem } from "@/lib/server/services/bulk/item-of";
import type { Definition } from "@/lib/server/services/configuration/definition";
import { definitions } from "@/lib/server/services/configuration/definitions";
import type { ManyResult, SaveMode } from "@/lib/server/services/configuration/many";
import { saveMany } from "@/lib/server/services/configuration/save-many";

/** Creates and changes the objects of a file, one piece of it each batch. */
export const importHandler: JobHandler = { runBatch };

async function runBatch(transaction: Transaction, context: ServiceContext, job: StoredJob): Promise<Batch> {
  const position = typeof job.cursor === "number" ? job.cursor : 0;
  const file = job.fileId === null ? null : await findFile(transaction, job.fileId);
  if (!file) throw new Error(`The file of the job ${job.id} is gone`);
  const piece = await nextPiece(transaction, job, position);
  if (!piece) return { items: [], cursor: null };
  const definition = definitions[job.resource as ConfigurationKind];
  const changing = inChange(context, "import", job.reason, { job });
  const items = await importRows(transaction, changing, definition, job, file.columns, piece.rows);
  const isLast = items.length + job.done + job.failed >= job.total;
  return { items, cursor: isLast ? null : piece.position + 1 };
}

/** The next rows to do: all of a piece, or when it is a retry those that failed before. */
async function nextPiece(
  transaction: Transaction,
  { fileId, retryOf }: StoredJob,
  from: number,
): Promise<FilePiece | null> {
  for (let position = from; ; position++) {
    const piece = fileId === null ? null : await findPiece(transaction, fileId, position);
    if (!piece || retryOf === null) return piece;
    const { rows } = piece;
    const items = await listFailedItems(transaction, retryOf, rows.at(0)?.row ?? 0, rows.at(-1)?.row ?? 0);
    const failed = new Set(items.map((item) => item.position));
    if (failed.size > 0) return { position, rows: rows.filter(({ row }) => failed.has(row)) };
  }
}

async function importRows(
  transaction: Transaction,
  context: ChangingContext,
  definition: Definition,
  { parameters, reason }: StoredJob,
  names: readonly string[],
  rows: readonly FileRow[],
): Promise<StoredJobItem[]> {
  const { shape } = definition.rules;
  const { columns } = readCsvHeader(shape, names, []);
  const identityOf = identityReader(definition, columns);
  const isLeftOut = otherDeviceReader(definition, columns);
  const readable = rows.filter(({ problem, cells }) => !problem && !isLeftOut(cells));
  const changes = readable.map(({ cells }) => ({
    identity: identityOf(cells),
    given: (before: unknown) => csvChange(columns, cells, before),
  }));
  const mode = parameters.mode as SaveMode;
  const isDryRun = parameters.isDryRun === true;
  const results = await saveMany(transaction, context, definition, changes, { mode, isDryRun, reason });
  const resultOf = new Map(readable.map((row, index) => [row, results[index]]));
  return rows.map((row) => {
    const result = resultOf.get(row) ?? unreadResult(row);
    return jobItem(row.row, identityOf(row.cells), byColumn(definition, result));
  });
}

/** What is told of a row that nobody tries to save. */
function unreadResult({ problem }: FileRow): ManyResult {
  return problem ? { problems: [problem], content: null } : { outcome: "leftOut" };
}

/** Files of phones also have devices that are none here: whether a row is one, by its model. */
function otherDeviceReader({ kind }: Definition, columns: readonly (CsvColumn | null)[]) {
  const modelAt = kind === "phone" ? columns.findIndex((column) => column?.name === "model") : -1;
  return (cells: readonly string[]): boolean => isOtherDevice(undefused(cells[modelAt] ?? ""));
}

function identityReader({ table }: Definition, columns: readonly (CsvColumn | null)[]) {
  const indexOf = (name: string) => columns.findIndex((column) => column?.name === name);
  const nameAt = indexOf(table.nameField);
  const partitionAt = isPartitioned(table) ? indexOf("partition") : -1;
  return (cells: readonly string[]): Identity => ({
    name: undefused(cells[nameAt] ?? ""),
    partition: undefused(cells[partitionAt] ?? "") || null,
  });
}

/** The same, with problems told by the columns of the file. */
function byColumn({ rules }: Definition, result: ManyResult): ManyResult {
  if (!("problems" in result)) return result;
  const { content } = result;
  const problems = result.problems.map((problem) => {
    const column = csvColumnOf(rules.shape, problem, content);
    return { ...problem, path: column === "" ? [] : [column] };
  });
  return { problems, content };
}
