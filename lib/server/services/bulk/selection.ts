import { isFinal, type JobKind, type JobOutcome } from "@/lib/catalog/jobs";
import type { Problem } from "@/lib/configuration/problem";
import { nameKey } from "@/lib/configuration/text-rules";
import type { ServiceContext } from "@/lib/server/context";
import { canBeText } from "@/lib/server/db/bounds";
import { identityKey } from "@/lib/server/db/configuration/read-many";
import { findJob, type StoredJob, saveJob } from "@/lib/server/db/job";
import { chooseItems, copyItems, nameItems } from "@/lib/server/db/job-item";
import type { Transaction } from "@/lib/server/db/transaction";
import { Refusal } from "@/lib/server/errors";
import { startJob } from "@/lib/server/runtime/jobs/start-job";
import type { Definition } from "@/lib/server/services/configuration/definition";
import { readableJob } from "@/lib/server/services/job/load";

/** A set of objects: all that match conditions, those with some names, or those of an earlier job. */
export interface Selection {
  readonly where?: readonly string[] | undefined;
  readonly match?: "all" | "any" | undefined;
  readonly names?:
    | readonly { readonly name: string; readonly partition?: string | null | undefined }[]
    | undefined;
  readonly job?: { readonly id: string; readonly outcome?: JobOutcome | undefined } | undefined;
}

/** What such a set is for. */
interface ChosenJob {
  readonly kind: JobKind;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly reason: string | undefined;
}

/**
 * Makes a job over a set of objects, which is found now: what comes to match later is not touched, what is gone fails.
 * @returns the job's id
 * @throws Refusal validationFailed, forbidden
 */
export async function startJobOnSelection(
  transaction: Transaction,
  context: ServiceContext,
  definition: Definition,
  selection: Selection,
  { parameters, ...job }: ChosenJob,
): Promise<string> {
  requireOneSet(selection);
  const { where, match = "all" } = selection;
  if (selection.job) await endedJob(transaction, context, definition, selection.job.id, ["job", "id"]);
  const found = where === undefined ? {} : { where: [...where], match };
  const jobId = await startJob(transaction, context, {
    ...{ ...job, parameters: { ...parameters, ...found } },
    ...{ resource: definition.kind, total: 0 },
  });
  const total = await choose(transaction, definition, selection, jobId);
  await saveJob(transaction, jobId, { total, waiting: total });
  return jobId;
}

/** @throws Refusal validationFailed unless the set is said in one of the three ways */
export function requireOneSet({ where, names, job }: Selection): void {
  if ([where, names, job].filter((way) => way !== undefined).length === 1) return;
  throw new Refusal("validationFailed", { problems: [{ path: ["where"], code: "required" }] });
}

/**
 * A job with objects of the kind that has ended, so that it is known what became of each.
 * @throws Refusal validationFailed, forbidden
 */
export async function endedJob(
  transaction: Transaction,
  context: ServiceContext,
  { kind }: Pick<Definition, "kind">,
  id: string,
  path: Problem["path"],
): Promise<StoredJob> {
  const job = await findJob(transaction, id);
  if (job?.resource === kind && isFinal(job.state)) return readableJob(context.actor, job, id);
  throw new Refusal("validationFailed", { problems: [{ path, code: "unknownJob" }] });
}

/** Lets the objects of the set wait in the job. @returns how many there are */
async function choose(
  transaction: Transaction,
  { table }: Definition,
  { where = [], match = "all", names, job }: Selection,
  jobId: string,
): Promise<number> {
  if (job) return copyItems(transaction, job.id, jobId, { outcome: job.outcome });
  if (!names) {
    const query = { where: [...where], match, sort: table.nameField, limit: 1 };
    return chooseItems(transaction, jobId, table, query);
  }
  const distinct = distinctNames(names);
  await nameItems(transaction, jobId, distinct);
  return distinct.length;
}

function distinctNames(names: NonNullable<Selection["names"]>) {
  const possible = names
    .map(({ name, partition }) => ({ name, partition: partition || null }))
    .filter(({ name, partition }) => canBeText(name) && canBeText(partition ?? "") && nameKey(name) !== "");
  return [...new Map(possible.map((identity) => [identityKey(identity), identity])).values()];
}
