import type { PhoneButtonTemplateContent } from "@/lib/configuration/phone-button-template";
import { findObject } from "@/lib/server/db/configuration/read";
import { tables } from "@/lib/server/db/configuration/tables";
import type { Transaction } from "@/lib/server/db/transaction";

/** The button template of that name; null when none is named or it is gone. */
export async function findButtonTemplate(
  transaction: Transaction,
  name: string | null,
): Promise<PhoneButtonTemplateContent | null> {
  if (name === null) return null;
  const found = await findObject(transaction, tables.phoneButtonTemplate, { name, partition: null });
  return found && (found.content as PhoneButtonTemplateContent);
}
