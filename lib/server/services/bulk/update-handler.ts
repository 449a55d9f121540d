import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import { inChange } from "@/lib/server/context";
import type { JobHandler } from "@/lib/server/runtime/jobs/handler";
import { runSelectedItems } from "@/lib/server/services/bulk/selected-items";
import type { Input } from "@/lib/server/services/configuration/definition";
import { definitions } from "@/lib/server/services/configuration/definitions";
import { saveMany } from "@/lib/server/services/configuration/save-many";

/** Changes the same fields of many objects. */
export const updateHandler: JobHandler = {
  runBatch: (transaction, context, job) =>
    runSelectedItems(transaction, job, (identities) => {
      const { fields, isDryRun } = job.parameters;
      const given = () => fields as Input;
      const changes = identities.map((identity) => ({ identity, given }));
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
