import { phoneWarnings } from "@/lib/configuration/button-warnings";
import { sameContent } from "@/lib/configuration/content-patch";
import { copiedPhone, newPhone } from "@/lib/configuration/new-phone";
import { checkPhoneChange, type PhoneContent, phoneRules } from "@/lib/configuration/phone";
import { tables } from "@/lib/server/db/configuration/tables";
import { insertDevices, lockDevices } from "@/lib/server/db/device/state";
import { prepareDnd } from "@/lib/server/runtime/calls/tell-dnd";
import { happen } from "@/lib/server/runtime/devices/happen";
import { define } from "@/lib/server/services/configuration/definition";
import { findButtonTemplate } from "@/lib/server/services/configuration/find-button-template";

/** Phones: a new one gets what fits its model, and tells whether it is registered. */
export const phoneDefinition = define<PhoneContent>({
  rules: phoneRules,
  table: tables.phone,
  candidate: (given, source) => (source ? copiedPhone(source, given) : newPhone(given)),
  checkChange: ({ content }, after) => checkPhoneChange(content as unknown as PhoneContent, after),
  shown: (_, { registration = "neverRegistered" }) => ({ registration }),
  passing: ["registration"],
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
  // Do Not Disturb holds at once.
  prepareSave: async (transaction, context, changes) => {
    const changed = changes.filter(({ before, content }) => !sameContent(before.content.dnd, content.dnd));
    if (changed.length === 0) return undefined;
    const phones = changed.map(({ before, content }) => ({
      phoneId: before.id,
      dnd: content.dnd as PhoneContent["dnd"],
    }));
    return prepareDnd(transaction, context, phones);
  },
  beforeRemove: async (transaction, { newId, now }, phones) => {
    const ids = phones.map(({ id }) => id);
    const at = now().getTime();
    const devices = await lockDevices(transaction, ids);
    const happenings = devices.map((stored) => ({ stored, event: { kind: "deleted" } as const, at }));
    await happen(transaction, newId, happenings);
  },
});
