import { patchProblems } from "@/lib/configuration/patch-problems";
import { checkReferences, referencesIn } from "@/lib/configuration/references";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { loadNames } from "@/lib/server/db/configuration/names";
import { inTransaction } from "@/lib/server/db/transaction";
import { refuseProblems } from "@/lib/server/errors";
import { wakeJobs } from "@/lib/server/runtime/jobs/wake";
import { type Selection, startJobOnSelection } from "@/lib/server/services/bulk/selection";
import type { Definition, Input } from "@/lib/server/services/configuration/definition";

/** What is asked of a change of many objects. */
export interface BulkUpdateInput extends Selection {
  readonly fields: Input;
  readonly dryRun: boolean;
  readonly reason?: string | undefined;
}

/** Choosing a hundred thousand objects takes seconds. */
const longestMilliseconds = 60_000;

/**
 * Makes a job that gives the same fields to many objects. Jobs are no objects of the configuration and have no
 * history; the objects that they change do.
 * @throws Refusal forbidden, validationFailed for fields that fit no object
 */
export async function startUpdate(
  context: ServiceContext,
  definition: Definition,
  { fields, dryRun, reason, ...chosen }: BulkUpdateInput,
): Promise<{ jobId: string }> {
  requirePermission(context, definition.kind, "update");
  const { kind, rules } = definition;
  refuseProblems(patchProblems(rules.shape, fields, rules.distinctive).map(within));
  const jobId = await inTransaction(
    context.database,
    async (transaction) => {
      const { known } = await loadNames(transaction, referencesIn(kind, fields));
      refuseProblems(checkReferences(kind, fields, known).map(within));
      const parameters = { fields, isDryRun: dryRun };
      return startJobOnSelection(transaction, context, definition, chosen, {
        kind: "update",
        parameters,
        reason,
      });
    },
    { timeout: longestMilliseconds },
  );
  wakeJobs();
  return { jobId };
}

function within<Found extends { readonly path: readonly (string | number)[] }>(problem: Found): Found {
  return { ...problem, path: ["fields", ...problem.path] };
}
