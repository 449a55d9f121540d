import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { findFile } from "@/lib/server/db/bulk-file";
import { inTransaction } from "@/lib/server/db/transaction";
import { Refusal } from "@/lib/server/errors";
import { startJob } from "@/lib/server/runtime/jobs/start-job";
import { wakeJobs } from "@/lib/server/runtime/jobs/wake";
import type { Definition } from "@/lib/server/services/configuration/definition";
import type { SaveMode } from "@/lib/server/services/configuration/many";

/** What is asked of an import. */
export interface ImportInput {
  readonly file: string;
  readonly mode: SaveMode;
  readonly dryRun: boolean;
  readonly reason?: string | undefined;
}

/**
 * Makes a job that creates and changes the objects of a file. Jobs are no objects of the configuration and have no
 * history; the objects that they change do.
 * @throws Refusal forbidden, validationFailed
 */
export async function startImport(
  context: ServiceContext,
  definition: Definition,
  { file: fileId, mode, dryRun, reason }: ImportInput,
): Promise<{ jobId: string }> {
  requirePermission(context, definition.kind, "update");
  const jobId = await inTransaction(context.database, async (transaction) => {
    const file = await findFile(transaction, fileId);
    if (file?.resource !== definition.kind) {
      throw new Refusal("validationFailed", { problems: [{ path: ["file"], code: "unknownFile" }] });
    }
    return startJob(transaction, context, {
      kind: "import",
      resource: definition.kind,
      parameters: { mode, isDryRun: dryRun },
      total: file.rowCount,
      fileId,
      reason,
    });
  });
  wakeJobs();
  return { jobId };
}
