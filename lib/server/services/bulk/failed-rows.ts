import { csvErrorColumn } from "@/lib/configuration/csv-columns";
import type { Problem } from "@/lib/configuration/problem";
import { writeRows } from "@/lib/csv/write-rows";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { findFile, findPiece, type StoredFile } from "@/lib/server/db/bulk-file";
import { findJob } from "@/lib/server/db/job";
import { listFailedItems } from "@/lib/server/db/job-item";
import type { Transaction } from "@/lib/server/db/transaction";
import { Refusal } from "@/lib/server/errors";
import { readableJob } from "@/lib/server/services/job/load";

/**
 * The rows of an import that failed as a CSV file: the same columns, and one that says why in words.
 * @param textOf a problem in the words of the language of whoever asks
 * @throws Refusal forbidden, notFound when the job read no file
 */
export async function exportFailedRows(
  context: ServiceContext,
  jobId: string,
  textOf: (problem: Problem) => string,
): Promise<AsyncGenerator<Uint8Array>> {
  requirePermission(context, "job", "read");
  const { prisma } = context.database;
  const job = readableJob(context.actor, await findJob(prisma, jobId), jobId);
  const file = job.fileId === null ? null : await findFile(prisma, job.fileId);
  if (!file) throw new Refusal("notFound", { name: jobId });
  return writeRows(failedRows(prisma, jobId, file, textOf), true);
}

async function* failedRows(
  transaction: Transaction,
  jobId: string,
  file: StoredFile,
  textOf: (problem: Problem) => string,
): AsyncGenerator<string[][]> {
  const kept = file.columns.flatMap((name, index) => (name === csvErrorColumn ? [] : [index]));
  yield [[...kept.map((index) => file.columns[index] ?? ""), csvErrorColumn]];
  for (let position = 0; ; position++) {
    const piece = await findPiece(transaction, file.id, position);
    if (!piece) return;
    const { rows } = piece;
    const items = await listFailedItems(transaction, jobId, rows.at(0)?.row ?? 0, rows.at(-1)?.row ?? 0);
    const problemsOf = new Map(items.map((item) => [item.position, item.problems ?? []]));
    yield rows
      .filter(({ row }) => problemsOf.has(row))
      .map(({ row, cells }) => [
        ...kept.map((index) => cells[index] ?? ""),
        (problemsOf.get(row) ?? []).map((problem) => withColumn(problem as Problem, textOf)).join(" "),
      ]);
  }
}

function withColumn(problem: Problem, textOf: (problem: Problem) => string): string {
  const column = problem.path.join(".");
  return column === "" ? textOf(problem) : `${column}: ${textOf(problem)}`;
}
