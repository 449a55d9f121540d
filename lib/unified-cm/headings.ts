import { echo } from "@/lib/configuration/problem";
import { lineHeadings } from "@/lib/unified-cm/all-details-headings";
import { type Column, deviceColumns, isNameColumn, isTypeColumn } from "@/lib/unified-cm/device-columns";
import type { FileLine, FilePhone, FileSpeedDial } from "@/lib/unified-cm/file-phone";
import { type FileProblem, fileProblem } from "@/lib/unified-cm/file-problem";
import { lineColumns, speedDialColumns } from "@/lib/unified-cm/line-columns";
import { isSecretHeading } from "@/lib/unified-cm/secrets";

/** Where a column stands (from 0), its heading, and what it means here; undefined: it is kept as it is. */
export interface Placed<Target> {
  readonly at: number;
  readonly heading: string;
  readonly column: Column<Target> | undefined;
}

/** The columns of one line, or of one speed dial. */
export interface Repeated<Target> {
  readonly index: number;
  readonly columns: readonly Placed<Target>[];
}

/** What the first row of a file says: what its columns mean, whatever their order, letter case and spaces. */
export interface Headings {
  readonly recognised: "allDetails" | "insert";
  /** The cells of the first row, without empty ones at its end. */
  readonly written: readonly string[];
  readonly width: number;
  /** The cells of the first row with those at its end; a row has as many. */
  readonly fullWidth: number;
  readonly nameAt: number;
  /** Where the type of the device stands; -1 when the file does not say it. */
  readonly typeAt: number;
  readonly device: readonly Placed<FilePhone>[];
  readonly lines: readonly Repeated<FileLine>[];
  readonly speedDials: readonly Repeated<FileSpeedDial>[];
  /** Columns with passwords: what they hold is never looked at but to say that it is dropped. */
  readonly secrets: readonly Placed<never>[];
  /** As they are written, those of lines once and without number. */
  readonly used: readonly string[];
  readonly unused: readonly string[];
  readonly problems: readonly FileProblem[];
}

const keyOf = (heading: string) => heading.trim().replaceAll(/\s+/g, " ").toLowerCase();
const lineKeys: ReadonlySet<string> = new Set([...lineHeadings.map(keyOf), ...lineColumns.keys()]);

/** A heading with the number at its end taken off; without one the number is 0. */
function numbered(heading: string): { readonly base: string; readonly number: number } {
  const space = heading.lastIndexOf(" ");
  const digits = heading.slice(space + 1);
  if (space < 0 || !/^[1-9]\d{0,2}$/.test(digits)) return { base: heading, number: 0 };
  return { base: heading.slice(0, space).trimEnd(), number: Number(digits) };
}

/** More columns than the widest file has: 49 lines, 199 speed dials, and as much again. */
const mostColumns = 10_000;
/** So many headings of one kind are told. */
const mostTold = 300;

/** What a file of phones must have; for the text of what is not recognised. */
const accepted = "Device Name, MAC ADDRESS";

/** What is known of a first row that is none of a file of phones. */
function whatItIs(keys: ReadonlySet<string>): string {
  return keys.has("name") && (keys.has("model") || keys.has("description")) ? "export" : "table";
}

interface Sorted {
  readonly device: Placed<FilePhone>[];
  readonly lines: Map<number, Placed<FileLine>[]>;
  readonly speedDials: Map<number, Placed<FileSpeedDial>[]>;
  readonly secrets: Placed<never>[];
  readonly used: Set<string>;
  readonly unused: Set<string>;
}

function add<Item>(groups: Map<number, Item[]>, number: number, item: Item): void {
  const group = groups.get(number) ?? [];
  groups.set(number, group);
  group.push(item);
}

/** Puts a column where it belongs. */
function sortColumn(sorted: Sorted, at: number, cell: string): void {
  const heading = cell.trim().replaceAll(/\s+/g, " ");
  const whole = heading.toLowerCase();
  if (isSecretHeading(heading)) {
    sorted.secrets.push({ at, heading, column: undefined });
    sorted.unused.add(heading);
    return;
  }
  const column = deviceColumns.get(whole);
  const { base, number } = numbered(heading);
  const key = base.toLowerCase();
  const tell = (name: string, isUsed: boolean) => (isUsed ? sorted.used : sorted.unused).add(name);
  if (column || number === 0) {
    sorted.device.push({ at, heading, column });
    tell(heading, column !== undefined);
  } else if (speedDialColumns.has(key)) {
    add(sorted.speedDials, number, { at, heading: base, column: speedDialColumns.get(key) });
    tell(base, true);
  } else if (lineKeys.has(key)) {
    add(sorted.lines, number, { at, heading: base, column: lineColumns.get(key) });
    tell(base, lineColumns.has(key));
  } else {
    // Of what repeats but is not of a line nothing is known: it is kept with its number.
    sorted.device.push({ at, heading, column: undefined });
    tell(whole === "user id 1" ? heading : base, false);
  }
}

/** Columns that are there twice, by their heading or by what they mean. */
function twice<Target>(placed: readonly Placed<Target>[], number = ""): FileProblem[] {
  const seen = new Set<unknown>();
  return placed.flatMap(({ at, heading, column }) => {
    const meant = column ?? heading.toLowerCase();
    const isAgain = seen.has(meant);
    seen.add(meant);
    const written = echo(`${heading}${number}`);
    return isAgain ? [fileProblem(1, "columnTwice", { number: at + 1 }, written)] : [];
  });
}

const byIndex = <Item>(groups: ReadonlyMap<number, readonly Item[]>) =>
  [...groups]
    .map(([index, columns]) => ({ index, columns }))
    .toSorted((one, other) => one.index - other.index);

/**
 * What is wrong with a row that has another number of cells than there are headings: a comma too many or too few has
 * moved its cells under other headings, so none of them may be believed. Null when the number is right. What stands
 * below the empty headings at the end counts as too many as well.
 */
export function cellCountProblem(
  { width, fullWidth }: Pick<Headings, "width" | "fullWidth">,
  row: number,
  cells: readonly string[],
): FileProblem | null {
  if (cells.length !== fullWidth)
    return fileProblem(row, "cellCount", { count: cells.length, expected: fullWidth });
  const count = cells.findLastIndex((cell, at) => at >= width && cell.trim() !== "") + 1;
  return count === 0 ? null : fileProblem(row, "cellCount", { count, expected: width });
}

/** The headings of cells that say something; a first row may end in empty ones. */
function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== "") + 1);
}

/**
 * Reads the first row of a file: *All Details* has a column Device Name, an insert file MAC ADDRESS; both have another
 * column that means something here.
 * @returns the columns, or the problem of a row that is none of these
 */
export function readHeadings(row: number, cells: readonly string[]): Headings | FileProblem {
  const headings = withoutEmptyEnd(cells);
  const keys = new Set(headings.map(keyOf));
  const notRecognised = (looksLike: string) => fileProblem(row, "notRecognised", { looksLike, accepted });
  if (headings.length > mostColumns)
    return fileProblem(row, "cellCount", { count: headings.length, expected: mostColumns });
  const sorted: Sorted = {
    ...{ device: [], lines: new Map(), speedDials: new Map(), secrets: [] },
    ...{ used: new Set(), unused: new Set() },
  };
  for (const [at, cell] of headings.entries()) if (cell.trim() !== "") sortColumn(sorted, at, cell);
  const named = sorted.device.find(({ column }) => column && isNameColumn(column));
  if (!named || sorted.used.size < 2) return notRecognised(whatItIs(keys));
  const typed = sorted.device.find(({ column }) => column && isTypeColumn(column));
  const lines = byIndex(sorted.lines);
  const speedDials = byIndex(sorted.speedDials);
  const problems = [
    ...twice(sorted.device),
    ...twice(sorted.secrets),
    ...lines.flatMap(({ index, columns }) => twice(columns, ` ${index}`)),
    ...speedDials.flatMap(({ index, columns }) => twice(columns, ` ${index}`)),
  ];
  return {
    recognised: keyOf(named.heading) === "device name" ? "allDetails" : "insert",
    written: headings,
    width: headings.length,
    fullWidth: cells.length,
    nameAt: named.at,
    typeAt: typed?.at ?? -1,
    device: sorted.device,
    ...{ lines, speedDials, secrets: sorted.secrets, problems },
    used: [...sorted.used].slice(0, mostTold).map(echo),
    unused: [...sorted.unused].slice(0, mostTold).map(echo),
  };
}
