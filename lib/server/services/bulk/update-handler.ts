import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import { inChange } from "@/lib/server/context";
import { findItemResults } from "@/lib/server/db/job-item";
import type { Transaction } from "@/lib/server/db/transaction";
import type { JobHandler } from "@/lib/server/runtime/jobs/handler";
import { type ChosenItem, runSelectedItems } from "@/lib/server/services/bulk/selected-items";
import type { Input } from "@/lib/server/services/configuration/definition";
import { definitions } from "@/lib/server/services/configuration/definitions";
import type { SeenChange } from "@/lib/server/services/configuration/many";
import { saveMany } from "@/lib/server/services/configuration/save-many";

/** Changes the same fields of many objects; after a check, those only that are as the check saw them. */
export const updateHandler: JobHandler = {
  runBatch: (transaction, context, job) =>
    runSelectedItems(transaction, job, async (items) => {
      const { fields, isDryRun, check } = job.parameters;
      const given = () => fields as Input;
      const seen = typeof check === "string" ? await seenOf(transaction, check, items) : undefined;
      const changes = items.map((item) => ({ identity: item, given, seen: seen?.(item) }));
      const options = { mode: "update", isDryRun: isDryRun === true, reason: job.reason } as const;
      const changing = inChange(context, "bulk", job.reason, { job });
      return saveMany(
        transaction,
        changing,
        definitions[job.resource as ConfigurationKind],
        changes,
        options,
      );
    }),
};

/** What no object is: one of which a check knows nothing fails as changed since. */
const nothing = { id: "", version: 0 };

/** What the dry run saw of each object. */
async function seenOf(transaction: Transaction, check: string, items: readonly ChosenItem[]) {
  const positions = items.map(({ position }) => position);
  const results = (await findItemResults(transaction, check, positions)) as Map<number, SeenChange | null>;
  return ({ position }: ChosenItem) => results.get(position) ?? nothing;
}
