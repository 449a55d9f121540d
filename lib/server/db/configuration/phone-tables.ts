import { type SqlBool, sql } from "kysely";
import { type CallState, callStates } from "@/lib/catalog/call-states";
import { foldCase, nameKey } from "@/lib/configuration/text-rules";
import { registrationStatuses } from "@/lib/devices/device";
import { changesDownload } from "@/lib/devices/downloaded-content";
import type { SpecialTable } from "@/lib/server/db/configuration/declared-table";
import { foldedColumn, joinedListField } from "@/lib/server/db/configuration/sql-fields";
import type { StoredFields } from "@/lib/server/db/configuration/table";
import { isFulfilledBy, joinedTexts, type ListField } from "@/lib/server/db/list/conditions";
import { foldedText } from "@/lib/server/db/list/list-fields";

/** The folded patterns of the lines: the first one to sort by, all of them to search in. */
function numberKeys({ lines }: StoredFields): Readonly<Record<string, string>> {
  const numbers = lines as readonly { readonly directoryNumber: string }[];
  const patterns = numbers.map(({ directoryNumber }) => nameKey(directoryNumber));
  return { firstNumber: patterns[0] ?? "", numbersKey: joinedTexts(patterns) };
}

/** See the column: text that is the same for phones with the same modules, and lines and speed dials at the same places. */
function layoutKey({ expansionModules, lines, speedDials }: StoredFields): string {
  const modules = (expansionModules ?? []) as readonly string[];
  const places = (list: unknown) =>
    (list as readonly { readonly index: number }[])
      .map(({ index }) => index)
      .toSorted((one, other) => one - other);
  return [modules, places(lines), places(speedDials)].map((part) => part.join(",")).join(";");
}

const phoneNumbers = joinedListField("numbersKey", "firstNumber");

/** Whether the phone is registered; every phone gets a state in the transaction that makes it. */
const registration = sql<string>`coalesce((SELECT s."registration" FROM "DeviceState" s WHERE s."phoneId" = t."id"), 'neverRegistered')`;
const registrationField: ListField = {
  ...foldedText(sql<string>`lower(s."registration")`),
  join: { table: "DeviceState", isOptional: false, on: sql<SqlBool>`s."phoneId" = t."id"` },
  // The few statuses are compared here: PostgreSQL knows how many phones have each, but nothing of their folded forms.
  matches: (condition) => {
    const statuses = registrationStatuses.filter((status) => isFulfilledBy(foldCase(status), condition));
    return sql<SqlBool>`t."id" IN (SELECT s."phoneId" FROM "DeviceState" s WHERE s."registration" = ANY(${[...statuses]}::text[]))`;
  },
};

/** What is special about the table of phones. */
export const phoneTable: SpecialTable = {
  lists: { lines: "PhoneLine", speedDials: "PhoneSpeedDial" },
  computed: { registration },
  changesDownload: (before, after) => changesDownload("phone", before, after),
  keys: (content) => ({ ...numberKeys(content), layoutKey: layoutKey(content) }),
  listFields: { lines: phoneNumbers, directoryNumber: phoneNumbers, registration: registrationField },
};

/** What the buttons carry, as one text to search in. */
function buttonsText({ buttons }: StoredFields): string {
  const list = buttons as readonly { position: number; feature: string; label: string }[];
  return list.map(({ position, feature, label }) => `${position}: ${feature} ${label}`.trim()).join("; ");
}

/** What is special about the table of phone button templates. */
export const phoneButtonTemplateTable: SpecialTable = {
  keys: (content) => ({ buttonsKey: foldCase(buttonsText(content)) }),
};

/** The softkeys of all call states in the order of the catalogue, as one text to search in: JSON that was stored has another order. */
function softkeysText(content: StoredFields): string {
  const layout = content.callStates as Readonly<Partial<Record<CallState, readonly string[]>>>;
  return callStates.map((state) => `${state}: ${(layout[state] ?? []).join(", ")}`).join("; ");
}

/** What is special about the table of softkey templates. */
export const softkeyTemplateTable: SpecialTable = {
  keys: (content) => ({ softkeysKey: nameKey(softkeysText(content)) }),
  listFields: { callStates: foldedColumn("softkeysKey") },
};
