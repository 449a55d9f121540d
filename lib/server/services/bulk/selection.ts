import { isFinal, type JobKind, type JobOutcome } from "@/lib/catalog/jobs";
import type { Problem } from "@/lib/configuration/problem";
import { nameKey } from "@/lib/configuration/text-rules";
import type { ServiceContext } from "@/lib/server/context";
import { canBeText } from "@/lib/server/db/bounds";
import { identityKey } from "@/lib/server/db/configuration/read-many";
import { phoneIdsOf } from "@/lib/server/db/device/state";
import { findJob, type StartTime, type StoredJob, saveJob } from "@/lib/server/db/job";
import { chooseItems, copyItems, nameItems } from "@/lib/server/db/job-item";
import { planList } from "@/lib/server/db/list/plan-list";
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
  readonly idleUntil?: Date | null;
  /** Of an action on phones that does not start at once. */
  readonly later?:
    | {
        readonly startTime: StartTime;
        /** The cursor with which the job finds by itself what matches when it starts. */
        readonly cursor: string;
      }
    | undefined;
}

/**
 * Makes a job over a set of objects, which is found now: what comes to match later is not touched, what is gone fails. Of a job for
 * later only what was named or belongs to an earlier job is; what matches is found when it starts.
 * @returns the job's id
 * @throws Refusal validationFailed, forbidden
 */
export async function startJobOnSelection(
  transaction: Transaction,
  context: ServiceContext,
  definition: Definition,
  selection: Selection,
  { parameters, later, ...job }: ChosenJob,
): Promise<string> {
  requireOneSet(selection);
  const { where, match = "all" } = selection;
  if (selection.job) await endedJob(transaction, context, definition, selection.job.id, ["job", "id"]);
  const found = where === undefined ? {} : { where: [...where], match };
  const given = {
    ...{ ...job, parameters: { ...parameters, ...found } },
    ...{ resource: definition.kind, total: 0, startTime: later?.startTime },
  };
  if (where !== undefined && later) {
    planList(
      { where: [...where], match, sort: definition.table.nameField, limit: 1 },
      definition.table.listFields,
    );
    return startJob(transaction, context, { ...given, cursor: later.cursor });
  }
  const jobId = await startJob(transaction, context, given);
  const total = await choose(transaction, definition, selection, jobId, later !== undefined);
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
  isLater: boolean,
): Promise<number> {
  // Until it starts, phones may get other names, and their names others.
  if (job) return copyItems(transaction, job.id, jobId, { outcome: job.outcome }, { withPhones: isLater });
  if (!names) {
    const query = { where: [...where], match, sort: table.nameField, limit: 1 };
    return chooseItems(transaction, jobId, table, query);
  }
  const distinct = distinctNames(names);
  const keys = distinct.map(({ name }) => nameKey(name));
  const ids = isLater ? await phoneIdsOf(transaction, keys) : new Map<string, string>();
  await nameItems(
    transaction,
    jobId,
    distinct.map((identity) => ({ ...identity, objectId: ids.get(nameKey(identity.name)) })),
  );
  return distinct.length;
}

function distinctNames(names: NonNullable<Selection["names"]>) {
  const possible = names
    .map(({ name, partition }) => ({ name, partition: partition || null }))
    .filter(({ name, partition }) => canBeText(name) && canBeText(partition ?? "") && nameKey(name) !== "");
  return [...new Map(possible.map((identity) => [identityKey(identity), identity])).values()];
}
