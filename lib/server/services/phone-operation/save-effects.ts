import { sameContent } from "@/lib/configuration/content-patch";
import type { DirectoryNumberContent } from "@/lib/configuration/directory-number";
import type { PhoneContent } from "@/lib/configuration/phone";
import { type ChangingContext, inChange, type ServiceContext } from "@/lib/server/context";
import type { StoredObject } from "@/lib/server/db/configuration/read";
import { findObjectsById } from "@/lib/server/db/configuration/read-many";
import type { StoredFields } from "@/lib/server/db/configuration/table";
import type { Transaction } from "@/lib/server/db/transaction";
import type { SavedEffect, SaveEffects } from "@/lib/server/runtime/calls/apply-call-events";
import { checkedContent } from "@/lib/server/services/configuration/check";
import type { Definition } from "@/lib/server/services/configuration/definition";
import { definitions } from "@/lib/server/services/configuration/definitions";
import { loadForChange } from "@/lib/server/services/configuration/load";
import { saveVersion } from "@/lib/server/services/configuration/save";

/** Lets the saved configuration follow what is set on a phone: Do Not Disturb, and where all calls are forwarded. */
export function savingEffects(who: ServiceContext): SaveEffects {
  return async (transaction, effects) => {
    const changing = inChange(who, "deskAction", "");
    for (const effect of effects) await saveEffect(transaction, changing, effect);
  };
}

/** The engine knows already what was set on the phone. */
const { prepareSave: _, ...phoneAsSet } = definitions.phone;

async function saveEffect(
  transaction: Transaction,
  context: ChangingContext,
  effect: SavedEffect,
): Promise<void> {
  if (effect.kind === "saveDnd") {
    if (effect.phone.includes(":")) return;
    const phone = await loadForChange(transaction, definitions.phone, {
      name: effect.phone,
      partition: null,
    });
    const dnd: PhoneContent["dnd"] = { status: effect.status, option: effect.option };
    await saveContent(transaction, context, phoneAsSet, phone, { ...phone.content, dnd });
    return;
  }
  const { directoryNumber } = definitions;
  const found = (await findObjectsById(transaction, directoryNumber.table, [effect.number])).get(
    effect.number,
  );
  if (!found) return;
  const { pattern, partition, forward } = found.content as DirectoryNumberContent;
  const number = await loadForChange(transaction, directoryNumber, { name: pattern, partition });
  const content = { ...number.content, forward: { ...forward, all: effect.target } };
  await saveContent(transaction, context, directoryNumber, number, content);
}

async function saveContent(
  transaction: Transaction,
  context: ChangingContext,
  definition: Definition,
  before: StoredObject,
  content: StoredFields,
): Promise<void> {
  if (sameContent(before.content, content)) return;
  const checked = await checkedContent(transaction, definition, content);
  await saveVersion(transaction, context, definition, before, checked, { action: "updated", reason: "" });
}
