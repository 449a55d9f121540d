import { patchProblems } from "@/lib/configuration/patch-problems";
import type { Problem } from "@/lib/configuration/problem";
import { checkReferences, referencesIn } from "@/lib/configuration/references";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { loadNames } from "@/lib/server/db/configuration/names";
import { inTransaction, type Transaction } from "@/lib/server/db/transaction";
import { Refusal, refuseProblems } from "@/lib/server/errors";
import { wakeJobs } from "@/lib/server/runtime/jobs/wake";
import { endedJob, type Selection, startJobOnSelection } from "@/lib/server/services/bulk/selection";
import type { Definition, Input } from "@/lib/server/services/configuration/definition";

/** What is asked of a change of many objects: a set and fields, or the dry run that found both. */
export interface BulkUpdateInput extends Selection {
  readonly fields?: Input | undefined;
  readonly check?: string | undefined;
  readonly dryRun: boolean;
  readonly reason?: string | undefined;
}

/** Choosing a hundred thousand objects takes seconds. */
const longestMilliseconds = 60_000;

/**
 * Makes a job that gives the same fields to many objects. Jobs are no objects of the configuration and have no
 * history; the objects that they change do.
 * @throws Refusal forbidden, validationFailed for fields that fit no object, or for a check that is none
 */
export async function startUpdate(
  context: ServiceContext,
  definition: Definition,
  { fields = {}, check, dryRun, reason, ...chosen }: BulkUpdateInput,
): Promise<{ jobId: string }> {
  requirePermission(context, definition.kind, "update");
  const isOfCheck = check !== undefined;
  if (isOfCheck) requireCheckAlone({ ...chosen, dryRun, fields });
  else
    refuseProblems(patchProblems(definition.rules.shape, fields, definition.rules.distinctive).map(within));
  const jobId = await inTransaction(
    context.database,
    (transaction) =>
      isOfCheck
        ? startChecked(transaction, context, definition, check, reason)
        : startGiven(transaction, context, definition, chosen, { fields, dryRun, reason }),
    { timeout: longestMilliseconds },
  );
  wakeJobs();
  return { jobId };
}

async function startGiven(
  transaction: Transaction,
  context: ServiceContext,
  definition: Definition,
  chosen: Selection,
  { fields, dryRun, reason }: { fields: Input; dryRun: boolean; reason: string | undefined },
): Promise<string> {
  const { kind } = definition;
  const { known } = await loadNames(transaction, referencesIn(kind, fields));
  refuseProblems(checkReferences(kind, fields, known).map(within));
  const parameters = { fields, isDryRun: dryRun };
  return startJobOnSelection(transaction, context, definition, chosen, {
    kind: "update",
    parameters,
    reason,
  });
}

/** What the dry run would have changed gets its fields; its places tell which version of each it saw. */
async function startChecked(
  transaction: Transaction,
  context: ServiceContext,
  definition: Definition,
  check: string,
  reason: string | undefined,
): Promise<string> {
  const checked = await endedJob(transaction, context, definition, check, ["check"]);
  const { fields, isDryRun } = checked.parameters;
  if (checked.kind !== "update" || isDryRun !== true)
    refuseProblems([{ path: ["check"], code: "unknownJob" }]);
  const set = { job: { id: check, outcome: "updated" } } as const;
  const parameters = { fields, isDryRun: false, check };
  return startJobOnSelection(transaction, context, definition, set, {
    ...{ kind: "update", parameters },
    reason: reason ?? checked.reason,
  });
}

/** @throws Refusal validationFailed: the dry run has said all that is asked for beside it */
function requireCheckAlone({ fields, dryRun, where, names, job }: Omit<BulkUpdateInput, "check">): void {
  const isMore = dryRun || Object.keys(fields ?? {}).length > 0 || (where ?? names ?? job) !== undefined;
  if (isMore) throw new Refusal("validationFailed", { problems: [{ path: ["check"], code: "checkAlone" }] });
}

function within(problem: Problem): Problem {
  return { ...problem, path: ["fields", ...problem.path] };
}
