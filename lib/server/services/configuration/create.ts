import { inChange, requirePermission, type ServiceContext } from "@/lib/server/context";
import type { StoredFields } from "@/lib/server/db/configuration/table";
import { inTransaction } from "@/lib/server/db/transaction";
import { answerObject } from "@/lib/server/services/configuration/answer";
import type { Definition, Input } from "@/lib/server/services/configuration/definition";
import { insertNew } from "@/lib/server/services/configuration/insert";
import { refuseTaken } from "@/lib/server/services/configuration/refusals";

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
  const changing = inChange(context, "save", String(input.reason ?? ""));
  return refuseTaken(definition, input, async () => {
    return inTransaction(context.database, async (transaction) => {
      const object = await insertNew(transaction, changing, definition, input);
      return answerObject(transaction, definition, object);
    });
  });
}
