import { phoneWarnings } from "@/lib/configuration/button-warnings";
import { sameContent } from "@/lib/configuration/content-patch";
import { copiedPhone, newPhone } from "@/lib/configuration/new-phone";
import { checkPhoneChange, type PhoneContent, phoneRules } from "@/lib/configuration/phone";
import { publishChanges } from "@/lib/server/db/call/publish-changes";
import type { ObjectChange } from "@/lib/server/db/configuration/write-many";
import { insertDevices, lockDevices } from "@/lib/server/db/device/state";
import { lookChanges, type RemovedPhone, removalChanges } from "@/lib/server/runtime/calls/change-events";
import { prepareDnd } from "@/lib/server/runtime/calls/notify-dnd";
import { applyDeviceEvents } from "@/lib/server/runtime/devices/apply-device-events";
import { type Renaming, renamePhones } from "@/lib/server/runtime/devices/rename-phones";
import { define } from "@/lib/server/services/configuration/definition";
import { findButtonTemplate } from "@/lib/server/services/configuration/find-button-template";

const namesOf = (changes: readonly ObjectChange[]) => changes.map(({ content }) => String(content.name));

function renamedBy(changes: readonly ObjectChange[]): Renaming[] {
  return changes.flatMap(({ before: { id, content: old }, content: { name } }) =>
    old.name === name ? [] : [{ phoneId: id, from: String(old.name), to: String(name) }],
  );
}

/** Phones: a new one gets what fits its model, and tells whether it is registered. */
export const phoneDefinition = define<PhoneContent>({
  rules: phoneRules,
  candidate: (given, source) => (source ? copiedPhone(source, given) : newPhone(given)),
  checkChange: ({ content }, after) => checkPhoneChange(content as PhoneContent, after),
  dtoExtras: (_, { registration = "neverRegistered" }) => ({ registration }),
  readOnlyFields: ["registration"],
  warnings: async (transaction, phone) => {
    const template = await findButtonTemplate(transaction, phone.phoneButtonTemplate);
    return template ? phoneWarnings(phone, template.buttons) : [];
  },
  // A new phone is plugged in and registers by itself.
  afterInsert: (transaction, { now }, phones) =>
    insertDevices(
      transaction,
      phones.map(({ id }) => id),
      now(),
    ),
  // Do Not Disturb holds at once, and a phone with another name is another one: to calls, to requests and to its viewers.
  prepareSave: async (transaction, context, changes) => {
    const renamings = renamedBy(changes);
    const renamed = new Set(renamings.map(({ phoneId }) => phoneId));
    const notifyRenamed = renamings.length > 0 ? await renamePhones(transaction, context, renamings) : null;
    const disturbed = changes.filter(
      ({ before, content }) => !renamed.has(before.id) && !sameContent(before.content.dnd, content.dnd),
    );
    const phones = disturbed.map(({ before, content }) => ({
      phoneId: before.id,
      dnd: content.dnd as PhoneContent["dnd"],
    }));
    const notifyEngine = phones.length === 0 ? null : await prepareDnd(transaction, context, phones);
    const gone = renamings.map(({ from, to }): RemovedPhone => ({ phone: from, renamedTo: to }));
    const published = [...removalChanges({ phones: gone }), ...lookChanges(namesOf(disturbed))];
    if (notifyEngine === null && published.length === 0) return undefined;
    return async () => {
      await notifyEngine?.();
      await publishChanges(transaction, context.now(), published);
      await notifyRenamed?.();
    };
  },
  beforeRemove: async (transaction, { newId, now }, phones) => {
    const ids = phones.map(({ id }) => id);
    const at = now().getTime();
    const devices = await lockDevices(transaction, ids);
    const phoneEvents = devices.map((stored) => ({ stored, event: { kind: "deleted" } as const, at }));
    await applyDeviceEvents(transaction, newId, phoneEvents);
  },
});
