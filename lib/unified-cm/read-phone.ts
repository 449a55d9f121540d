import { phoneModel, phoneModels, phoneProtocols } from "@/lib/catalog/phone-models";
import { completedPhoneName, examplePhoneName } from "@/lib/configuration/phone-name";
import { echo } from "@/lib/configuration/problem";
import { longestCell, nameOf } from "@/lib/unified-cm/cell-values";
import { isNameColumn, isTypeColumn } from "@/lib/unified-cm/device-columns";
import type { FileLine, FilePhone, FileSpeedDial, Kept } from "@/lib/unified-cm/file-phone";
import { cellCountProblem, type Headings, type Placed, type Repeated } from "@/lib/unified-cm/headings";
import { isNumberColumn, joinSides } from "@/lib/unified-cm/line-columns";
import { type Notes, newNotes, noteProblem, noteUnknown } from "@/lib/unified-cm/notes";
import type { TableRow } from "@/lib/unified-cm/read-table";
import { withoutSecrets } from "@/lib/unified-cm/secrets";

/** What a row lacks that its file has no column for: files of bat.xlt take it from a template. */
export type Defaults = Partial<
  Pick<FilePhone, "model" | "protocol" | "devicePool" | "phoneButtonTemplate" | "softkeyTemplate">
>;

/** What a row says: a phone, or the type of a device that is none here, or neither when it cannot be read. */
export interface ReadRow {
  readonly phone: FilePhone | null;
  readonly leftOut: string | null;
  readonly notes: Notes;
}

const modelsByKey = new Map(phoneModels.map(({ name }) => [name.toLowerCase(), name]));
const longestDeviceName = 50;
const longestType = 100;

/** The name of the device: a MAC address alone, as insert files have it, gets what names of its model begin with. */
function readName(cell: string, model: string, notes: Notes): string {
  const typed = nameOf(cell, longestDeviceName, notes);
  if (typed === undefined) return "";
  const name = completedPhoneName(typed, model);
  if (name !== typed) notes.adapted.push({ code: "deviceName", example: `${echo(typed)} → ${name}` });
  if (!/^[A-Za-z0-9._-]+$/.test(name)) noteUnknown(notes, typed, examplePhoneName(model));
  return name;
}

/** Keeps what a column without a meaning has, but no password. */
function keep(kept: Kept, heading: string, cell: string, notes: Notes): void {
  if (cell === "") return;
  if (cell.length > longestCell) {
    noteProblem(notes, "tooLong", { limit: longestCell, length: cell.length });
    return;
  }
  const value = cell.includes("<") ? withoutSecrets(cell, notes) : cell;
  if (value !== "") kept[heading] = value;
}

/** Takes the cells of some columns into what is read. */
function readCells<Target extends object>(
  target: Target,
  columns: readonly Placed<Target>[],
  cells: readonly string[],
  notes: Notes,
  kept: Kept | null,
  number = "",
): void {
  for (const { at, heading, column } of columns) {
    const cell = cells[at] ?? "";
    if (column === undefined && cell === "") continue;
    notes.column = heading + number;
    if (column) column.read(target, cell, notes);
    else if (kept) keep(kept, heading, cell, notes);
  }
}

const hasCell = ({ columns }: Repeated<FileLine>, cells: readonly string[]) =>
  columns.some(({ at }) => (cells[at] ?? "") !== "");

function readLine(group: Repeated<FileLine>, cells: readonly string[], notes: Notes): FileLine | null {
  const { index, columns } = group;
  const numberAt = columns.find(({ column }) => column && isNumberColumn(column))?.at ?? -1;
  if ((cells[numberAt] ?? "").trim() === "") {
    if (hasCell(group, cells)) notes.adapted.push({ code: "lineWithoutNumber", example: String(index) });
    return null;
  }
  const line: FileLine = { index, directoryNumber: "", forward: {}, kept: {} };
  readCells(line, columns, cells, notes, line.kept, ` ${index}`);
  joinSides(line);
  return line.directoryNumber === "" ? null : line;
}

function readSpeedDial(
  { index, columns }: Repeated<FileSpeedDial>,
  cells: readonly string[],
  notes: Notes,
): FileSpeedDial | null {
  const dial: FileSpeedDial = { index, number: "" };
  readCells(dial, columns, cells, notes, null, ` ${index}`);
  return dial.number === "" ? null : dial;
}

/** The model that a row is of: null when it is none of the catalogue. */
function modelOf(type: string, given: string | undefined): string | null | undefined {
  if (type === "") return given;
  return modelsByKey.get(type.toLowerCase()) ?? null;
}

/**
 * What the row of a phone says; what it does not, defaults say. Of a row with a wrong number of cells nothing is read. A device that is no phone here is left out, and nothing
 * else is said of it. Nothing is thrown; every objection is in the notes.
 */
export function readPhone(headings: Headings, { row, cells }: TableRow, defaults: Defaults = {}): ReadRow {
  const notes = newNotes(row);
  const problem = cellCountProblem(headings, row, cells);
  if (problem) {
    notes.problems.push(problem);
    return { phone: null, leftOut: null, notes };
  }
  const type = (cells[headings.typeAt] ?? "").trim().replaceAll(/\s+/g, " ");
  const model = modelOf(type, defaults.model);
  if (model === null) return { phone: null, leftOut: type.slice(0, longestType), notes };
  notes.column = headings.device.find(({ column }) => column && isNameColumn(column))?.heading ?? null;
  const name = readName(cells[headings.nameAt] ?? "", model ?? "", notes);
  const phone: FilePhone = { ...defaults, name, lines: [], speedDials: [], kept: {} };
  if (model !== undefined) phone.model = model;
  readCells(phone, headings.device, cells, notes, phone.kept);
  checkModel(phone, headings, notes);
  for (const { at, heading } of headings.secrets)
    if ((cells[at] ?? "") !== "") notes.adapted.push({ code: "secretDropped", example: heading });
  phone.lines = headings.lines.flatMap((group) => readLine(group, cells, notes) ?? []);
  phone.speedDials = headings.speedDials.flatMap((group) => readSpeedDial(group, cells, notes) ?? []);
  if (phone.expansionModules) phone.expansionModules = phone.expansionModules.filter(() => true);
  return { phone: notes.problems.length > 0 ? null : phone, leftOut: null, notes };
}

/** Model and protocol are known of every phone: of what its file says or of what was chosen for it. */
function checkModel(phone: FilePhone, headings: Headings, notes: Notes): void {
  const typed = headings.device.find(({ column }) => column && isTypeColumn(column));
  notes.column = typed?.heading ?? null;
  const model = phone.model === undefined ? undefined : phoneModel(phone.model);
  if (!model) {
    noteUnknown(notes, "", "Cisco 8841, Cisco 7961, …");
    return;
  }
  const [only, another] = model.protocols;
  if (only && !another) phone.protocol ??= only;
  if (phone.protocol && !model.protocols.includes(phone.protocol))
    noteUnknown(notes, phone.protocol, model.protocols.join(", "));
  if (!phone.protocol) noteUnknown(notes, "", phoneProtocols.join(", "));
  if (!model.needsSoftkeyControl) delete phone.softkeyControl;
}
