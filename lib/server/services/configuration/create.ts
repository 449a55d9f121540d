import { requirePermission, type ServiceContext } from "@/lib/server/context";
import type { StoredFields } from "@/lib/server/db/configuration/table";
import { inTransaction } from "@/lib/server/db/transaction";
import type { Definition, Input } from "@/lib/server/services/configuration/definition";
import { insertNew } from "@/lib/server/services/configuration/insert";
import { presentObject } from "@/lib/server/services/configuration/present";
import { refuseTaken } from "@/lib/server/services/configuration/refuse";

/**
 * Makes an object; with `copyOf` what the input names replaces what was copied [CD-01, BT-02].
 * @throws Refusal forbidden, validationFailed, nameTaken
 */
export async function createObject(
  context: ServiceContext,
  definition: Definition,
  input: Input,
): Promise<StoredFields> {
  requirePermission(context, definition.kind, "update");
  return refuseTaken(definition, input, async () => {
    const object = await inTransaction(context.database, (transaction) =>
      insertNew(transaction, context, definition, input),
    );
    return presentObject(definition, object);
  });
}
