import type { StoredObject } from "@/lib/server/db/configuration/read";
import type { StoredFields } from "@/lib/server/db/configuration/table";
import type { Transaction } from "@/lib/server/db/transaction";
import type { Definition } from "@/lib/server/services/configuration/definition";
import { toObjectDto } from "@/lib/server/services/configuration/to-dto";

/** The object as requests for it alone are answered: with what is stored of it but is probably not meant. */
export async function answerObject(
  transaction: Transaction,
  definition: Definition,
  object: StoredObject,
): Promise<StoredFields> {
  const warnings = (await definition.warnings?.(transaction, object.content)) ?? [];
  return { ...toObjectDto(definition, object), warnings };
}
