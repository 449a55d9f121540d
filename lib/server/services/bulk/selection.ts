import type { JobKind } from "@/lib/catalog/jobs";
import { nameKey } from "@/lib/configuration/text-rules";
import type { ServiceContext } from "@/lib/server/context";
import { canBeText } from "@/lib/server/db/bounds";
import { identityKey } from "@/lib/server/db/configuration/read-many";
import { saveJob } from "@/lib/server/db/job";
import { chooseItems, nameItems } from "@/lib/server/db/job-item";
import type { Transaction } from "@/lib/server/db/transaction";
import { Refusal } from "@/lib/server/errors";
import { startJob } from "@/lib/server/runtime/jobs/start-job";
import type { Definition } from "@/lib/server/services/configuration/definition";

/** A set of objects: all that match conditions, or those with some names. */
export interface Selection {
  readonly where?: readonly string[] | undefined;
  readonly match?: "all" | "any" | undefined;
  readonly names?:
    | readonly { readonly name: string; readonly partition?: string | null | undefined }[]
    | undefined;
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
 * @throws Refusal validationFailed
 */
export async function startJobOnSelection(
  transaction: Transaction,
  context: ServiceContext,
  definition: Definition,
  { where, match = "all", names }: Selection,
  job: ChosenJob,
): Promise<string> {
  if ((where === undefined) === (names === undefined)) {
    throw new Refusal("validationFailed", { problems: [{ path: ["where"], code: "required" }] });
  }
  const jobId = await startJob(transaction, context, { ...job, resource: definition.kind, total: 0 });
  let total: number;
  if (names) {
    const distinct = distinctNames(names);
    await nameItems(transaction, jobId, distinct);
    total = distinct.length;
  } else {
    const { nameField: sort } = definition.table;
    const query = { where: [...(where ?? [])], match, sort, limit: 1 };
    total = await chooseItems(transaction, jobId, definition.table, query);
  }
  await saveJob(transaction, jobId, { total, waiting: total });
  return jobId;
}

function distinctNames(names: NonNullable<Selection["names"]>) {
  const possible = names
    .map(({ name, partition }) => ({ name, partition: partition || null }))
    .filter(({ name, partition }) => canBeText(name) && canBeText(partition ?? "") && nameKey(name) !== "");
  return [...new Map(possible.map((identity) => [identityKey(identity), identity])).values()];
}
