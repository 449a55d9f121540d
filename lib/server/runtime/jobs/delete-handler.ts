import type { StoredKind } from "@/lib/server/db/configuration/tables";
import { runChosenItems } from "@/lib/server/runtime/jobs/chosen-items";
import type { JobHandler } from "@/lib/server/runtime/jobs/handler";
import { definitions } from "@/lib/server/services/configuration/definitions";
import { removeMany } from "@/lib/server/services/configuration/remove-many";

/** Deletes many objects. */
export const deleteHandler: JobHandler = {
  hasItemsAtOnce: true,
  runBatch: (transaction, context, job) =>
    runChosenItems(transaction, job, (identities) =>
      removeMany(transaction, context, definitions[job.resource as StoredKind], identities, job.reason),
    ),
};
