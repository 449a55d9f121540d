import { copiedPhone, newPhone } from "@/lib/configuration/new-phone";
import { checkPhoneChange, type PhoneContent, phoneRules } from "@/lib/configuration/phone";
import { tables } from "@/lib/server/db/configuration/tables";
import { define } from "@/lib/server/services/configuration/definition";

/** Phones: a new one gets what fits its model, and tells whether it is registered. */
export const phoneDefinition = define<PhoneContent>({
  rules: phoneRules,
  table: tables.phone,
  candidate: (given, source) => (source ? copiedPhone(source, given) : newPhone(given)),
  checkChange: ({ content }, after) => checkPhoneChange(content as unknown as PhoneContent, after),
  // No phone has registered before there are devices.
  shown: () => ({ registration: "neverRegistered" }),
  passing: ["registration"],
});
