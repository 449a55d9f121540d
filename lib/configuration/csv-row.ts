import type { RecordShape } from "@/lib/configuration/content-shape";
import { fieldOf, isRecord, valueAt } from "@/lib/configuration/content-shape";
import { defused, undefused } from "@/lib/configuration/csv-cell";
import type { CsvColumn, ListSizes } from "@/lib/configuration/csv-columns";
import { csvLists } from "@/lib/configuration/csv-columns";
import type { Problem } from "@/lib/configuration/problem";

type List = NonNullable<CsvColumn["list"]>;

function itemOf(content: unknown, list: List): unknown {
  const items = valueAt(content, list.path);
  if (!Array.isArray(items)) return undefined;
  const { key, number } = list;
  return key === null ? items[number - 1] : items.find((item) => fieldOf(item, key) === number);
}

/** The cells of a content, in the order of the columns. */
export function csvCells(columns: readonly CsvColumn[], content: unknown): string[] {
  return columns.map(({ path, list, separator }) => {
    const value = valueAt(list ? itemOf(content, list) : content, path);
    if (separator !== undefined && Array.isArray(value)) return defused(value.join(separator));
    return value === null || value === undefined ? "" : defused(String(value));
  });
}

/** How many items each list of a content needs columns for. */
export function listSizesOf(shape: RecordShape, content: unknown): ListSizes {
  return Object.fromEntries(
    csvLists(shape).map(({ path, key }) => {
      const items = valueAt(content, path);
      const list = Array.isArray(items) ? items : [];
      const size =
        key === null ? list.length : Math.max(0, ...list.map((item) => Number(fieldOf(item, key))));
      return [path.join("."), size];
    }),
  );
}

/** How files say true and false, in any letter case: as we write them, as Unified CM does, and as people do. */
const flags: ReadonlyMap<string, boolean> = new Map([
  ...["true", "t", "yes"].map((word) => [word, true] as const),
  ...["false", "f", "no"].map((word) => [word, false] as const),
]);

/** What a cell of a flag says, or undefined when it is no word for true or false. */
export function flagOf(cell: string): boolean | undefined {
  return flags.get(cell.trim().toLowerCase());
}

/** The value of a cell, or undefined when it says nothing. A text that is none of the column's type stays a text. */
function cellValue({ type, canBeEmpty, separator }: CsvColumn, cell: string): unknown {
  if (cell === "" && !canBeEmpty) return undefined;
  const text = undefused(cell);
  if (separator !== undefined) return text.split(separator).filter((part) => part !== "");
  if (type === "number" && /^-?\d{1,15}$/.test(text.trim())) return Number(text);
  if (type === "boolean") return flagOf(text) ?? text;
  return text;
}

function withValue(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [field = "", ...rest] = path;
  if (rest.length === 0) {
    target[field] = value;
    return;
  }
  const inner = isRecord(target[field]) ? { ...target[field] } : {};
  withValue(inner, rest, value);
  target[field] = inner;
}

interface GivenList {
  readonly list: List;
  /** The fields of each item that the file has columns for; undefined when all of its cells are empty. */
  readonly items: Map<number, Record<string, unknown> | undefined>;
}

/**
 * What a row says of an object, as a change of it: fields without a column are absent.
 * @param before the content that is changed; items of numbered lists that the file has no columns for stay in it
 */
export function csvChange(
  columns: readonly (CsvColumn | null)[],
  cells: readonly string[],
  before: unknown,
): Readonly<Record<string, unknown>> {
  const change: Record<string, unknown> = {};
  const lists = new Map<string, GivenList>();
  for (const [index, column] of columns.entries()) {
    if (column === null) continue;
    const cell = cells[index] ?? "";
    if (column.list) {
      takeItem(lists, column, column.list, cell);
      continue;
    }
    const value = cellValue(column, cell);
    if (value !== undefined) withValue(change, column.path, value);
  }
  for (const { list, items } of lists.values()) withValue(change, list.path, listOf(list, items, before));
  return change;
}

function takeItem(lists: Map<string, GivenList>, column: CsvColumn, list: List, cell: string): void {
  const name = list.path.join(".");
  const given = lists.get(name) ?? { list, items: new Map() };
  lists.set(name, given);
  const item = given.items.get(list.number);
  given.items.set(list.number, item);
  if (cell === "" && item === undefined) return;
  const value = cellValue(column, cell);
  if (value !== undefined) given.items.set(list.number, { ...item, [column.path[0] ?? ""]: value });
}

function listOf(list: List, items: GivenList["items"], before: unknown): unknown[] {
  const given = [...items].filter(([, item]) => item !== undefined);
  if (list.isOfTexts) return given.toSorted(byNumber).map(([, item]) => item?.[""]);
  const { key } = list;
  if (key === null) return given.toSorted(byNumber).map(([, item]) => item);
  const stored = valueAt(before, list.path);
  const there: readonly unknown[] = Array.isArray(stored) ? stored : [];
  const kept = there.filter((item) => !items.has(Number(fieldOf(item, key))));
  const changed = given.map(([number, item]) => {
    const old = there.find((other) => fieldOf(other, key) === number);
    return { ...(isRecord(old) ? old : {}), ...item, [key]: number };
  });
  return [...kept, ...changed];
}

function byNumber([one]: [number, unknown], [other]: [number, unknown]): number {
  return one - other;
}

/** The path as far as columns tell it: what is wrong within a cell is wrong with the cell. */
function columnPath(shape: RecordShape, path: Problem["path"]): Problem["path"] {
  const [field = "", ...rest] = path;
  const inner = Object.hasOwn(shape.fields, field) ? shape.fields[field] : undefined;
  if (inner?.kind === "record") return [field, ...columnPath(inner, rest)];
  return inner?.kind === "value" ? [field] : path;
}

/** The name of the column that a problem is about, for a content that was made of a row. */
export function csvColumnOf(shape: RecordShape, { path }: Problem, content: unknown): string {
  const [list] = csvLists(shape).filter((one) => one.path.every((field, index) => path[index] === field));
  const position = list && path[list.path.length];
  if (!list || typeof position !== "number") return columnPath(shape, path).join(".");
  const items = valueAt(content, list.path);
  const item: unknown = Array.isArray(items) ? items[position] : undefined;
  const number = list.key === null ? position + 1 : (fieldOf(item, list.key) ?? position + 1);
  return [...list.path, number, ...path.slice(list.path.length + 1)].join(".");
}
