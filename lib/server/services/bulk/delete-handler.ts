import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import { inChange } from "@/lib/server/context";
import type { JobHandler } from "@/lib/server/runtime/jobs/handler";
import { runSelectedItems } from "@/lib/server/services/bulk/selected-items";
import { definitions } from "@/lib/server/services/configuration/definitions";
import { removeMany } from "@/lib/server/services/configuration/remove-many";

/** Deletes many objects. */
export const deleteHandler: JobHandler = {
  runBatch: (transaction, context, job) =>
    runSelectedItems(transaction, job, (identities) =>
      removeMany(
        transaction,
        inChange(context, "bulk", job.reason, { job }),
        definitions[job.resource as ConfigurationKind],
        identities,
        job.reason,
      ),
    ),
};
