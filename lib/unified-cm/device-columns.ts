import { expansionModules, maximumExpansionModules } from "@/lib/catalog/expansion-modules";
import { phoneProtocols } from "@/lib/catalog/phone-models";
import { choiceOf, flagValueOf, nameOf, referenceOf, textOf } from "@/lib/unified-cm/cell-values";
import { type FilePhone, fileDndOptions, type NamedKind } from "@/lib/unified-cm/file-phone";
import type { Notes } from "@/lib/unified-cm/notes";
import { withoutSecrets } from "@/lib/unified-cm/secrets";

/** A column with a meaning here: takes a cell into what is read, and writes it as it would stand in a file. */
export interface Column<Target> {
  readonly read: (target: Target, cell: string, notes: Notes) => void;
  readonly write: (source: Target) => string;
}

const longestName = 50;
const longestDescription = 128;
/** User ids of end users (AXL). */
const longestUserId = 128;

/** How a flag stands in a file. */
export function flagCell(flag: boolean | undefined): string {
  if (flag === undefined) return "";
  return flag ? "t" : "f";
}

type Reference =
  | "softkeyTemplate"
  | "commonDeviceConfiguration"
  | "callingSearchSpace"
  | "userLocale"
  | "networkLocale"
  | "owner";

function reference(field: Reference, kind: NamedKind, limit = longestName): Column<FilePhone> {
  return {
    read: (phone, cell, notes) => {
      const name = referenceOf(cell, kind, limit, notes);
      if (name !== undefined) phone[field] = name;
    },
    write: (phone) => phone[field] ?? "",
  };
}

/** A name that every phone has: an empty cell says nothing. */
function neededReference(field: "devicePool" | "phoneButtonTemplate"): Column<FilePhone> {
  return {
    read: (phone, cell, notes) => {
      const name = referenceOf(cell, field, longestName, notes);
      if (typeof name === "string") phone[field] = name;
    },
    write: (phone) => phone[field] ?? "",
  };
}

function flag(field: "extensionMobility" | "dndStatus"): Column<FilePhone> {
  return {
    read: (phone, cell, notes) => {
      const value = flagValueOf(cell, notes);
      if (value !== undefined) phone[field] = value;
    },
    write: (phone) => flagCell(phone[field]),
  };
}

const moduleNames: ReadonlyMap<string, string> = new Map(
  expansionModules.map(({ name }) => [name.toLowerCase(), name]),
);

const moduleHeading = (number: number) => `Module ${number}`;

/** The place in the list of modules of the n-th one: those of before that are kept are not in it. */
function moduleIndex({ kept }: FilePhone, number: number): number {
  let index = 0;
  for (let before = 1; before < number; before++) if (!Object.hasOwn(kept, moduleHeading(before))) index++;
  return index;
}

/** The n-th expansion module. One that is not in the catalogue is kept as it is, and told. */
function expansionModule(number: number): Column<FilePhone> {
  const heading = moduleHeading(number);
  return {
    read: (phone, cell, notes) => {
      phone.expansionModules ??= [];
      const text = nameOf(cell, longestName, notes);
      if (text === undefined || text === "") return;
      const name = moduleNames.get(text.toLowerCase());
      if (name !== undefined) phone.expansionModules[number - 1] = name;
      else {
        phone.kept[heading] = text;
        notes.notModelled.push({ kind: "expansionModule", name: text });
      }
    },
    write: (phone) => phone.kept[heading] ?? phone.expansionModules?.[moduleIndex(phone, number)] ?? "",
  };
}

const softkeyControl = /<softKeyControl>\s*([01])\s*<\/softKeyControl>/i;

/** The settings of the product, of which only Softkey Control has a meaning here. */
const productSettings: Column<FilePhone> = {
  read: (phone, cell, notes) => {
    if (cell === "") return;
    const control = softkeyControl.exec(cell)?.[1];
    if (control !== undefined) phone.softkeyControl = control === "1";
    const kept = withoutSecrets(cell, notes);
    if (kept !== "") phone.kept.XML = kept;
  },
  write: (phone) => phone.kept.XML ?? "",
};

const deviceName: Column<FilePhone> = {
  read: () => undefined,
  write: ({ name }) => name,
};
const deviceType: Column<FilePhone> = {
  read: () => undefined,
  write: ({ model }) => model ?? "",
};
const description: Column<FilePhone> = {
  read: (phone, cell, notes) => {
    const text = textOf(cell, longestDescription, notes);
    if (text !== undefined) phone.description = text;
  },
  write: (phone) => phone.description ?? "",
};
const protocol: Column<FilePhone> = {
  read: (phone, cell, notes) => {
    const choice = choiceOf(cell, phoneProtocols, notes);
    if (choice !== undefined) phone.protocol = choice;
  },
  write: (phone) => phone.protocol ?? "",
};
const dndOption: Column<FilePhone> = {
  read: (phone, cell, notes) => {
    const choice = choiceOf(cell, fileDndOptions, notes);
    if (choice !== undefined) phone.dndOption = choice;
  },
  write: (phone) => phone.dndOption ?? "",
};
const phoneButtonTemplate = neededReference("phoneButtonTemplate");

/** The columns of a device by their headings in small letters; those of older releases under their name there. */
export const deviceColumns: ReadonlyMap<string, Column<FilePhone>> = new Map([
  ["device name", deviceName],
  ["mac address", deviceName],
  ["mac address/device name", deviceName],
  ["device type", deviceType],
  ["description", description],
  ["device pool", neededReference("devicePool")],
  ["phone button template", phoneButtonTemplate],
  ["phone template", phoneButtonTemplate],
  ["css", reference("callingSearchSpace", "callingSearchSpace")],
  ["extension mobility", flag("extensionMobility")],
  ["network locale", reference("networkLocale", "locale")],
  ["device user locale", reference("userLocale", "locale")],
  ["softkey template", reference("softkeyTemplate", "softkeyTemplate")],
  ["owner user id", reference("owner", "endUser", longestUserId)],
  ["device protocol", protocol],
  ["common device configuration", reference("commonDeviceConfiguration", "commonDeviceConfiguration")],
  ["dnd option", dndOption],
  ["do not disturb", flag("dndStatus")],
  ["xml", productSettings],
  ...Array.from(
    { length: maximumExpansionModules },
    (_, index) => [`module ${index + 1}`, expansionModule(index + 1)] as const,
  ),
]);

/** True for the column that names the device, and for the one that says its type: they are read before all others. */
export const isNameColumn = (column: Column<FilePhone>) => column === deviceName;
export const isTypeColumn = (column: Column<FilePhone>) => column === deviceType;
