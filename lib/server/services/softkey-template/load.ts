import { findSoftkeyTemplate, type StoredSoftkeyTemplate } from "@/lib/server/db/softkey-template";
import type { Transaction } from "@/lib/server/db/transaction";
import { Refusal } from "@/lib/server/errors";

/**
 * The template of that name.
 * @throws Refusal notFound
 */
export async function loadSoftkeyTemplate(
  transaction: Transaction,
  name: string,
): Promise<StoredSoftkeyTemplate> {
  const template = await findSoftkeyTemplate(transaction, name);
  if (!template) throw new Refusal("notFound", { name });
  return template;
}
