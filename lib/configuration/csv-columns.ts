import type { ListShape, RecordShape, Shape, ValueShape } from "@/lib/configuration/content-shape";
import { echo, type Problem } from "@/lib/configuration/problem";

/** A list of a content as columns see it: items told apart by a number that they hold, by their place, or plain texts. */
interface CsvList {
  readonly path: readonly string[];
  /** The field whose number stands in the names of the columns; null when it is the place, from 1. */
  readonly key: string | null;
  /** The items are texts themselves. */
  readonly isOfTexts: boolean;
}

/** One column of a file: where its value is in the content, and what it can hold. */
export interface CsvColumn {
  readonly name: string;
  /** Names of fields; within a list, those of the item. */
  readonly path: readonly string[];
  readonly list: (CsvList & { readonly number: number }) | null;
  readonly type: "text" | "number" | "boolean";
  /** An empty cell is a value of its own (an empty text or list, no reference); else it says nothing. */
  readonly canBeEmpty: boolean;
  /** The cell holds a list of texts, which this separates. */
  readonly separator?: string;
}

/** How many columns each list needs, by the list's path with dots. */
export type ListSizes = Readonly<Record<string, number>>;

/** The most texts of a list of texts. */
const mostTexts = 250;

/** A list of texts each of which has a column. */
function isOfTexts({ facts, separator }: ValueShape): boolean {
  return facts.type === "texts" && separator === undefined;
}

function typeOf({ facts }: ValueShape): CsvColumn["type"] {
  if (facts.type === "number") return "number";
  return facts.type === "flag" ? "boolean" : "text";
}

function valueColumn(
  name: string,
  path: readonly string[],
  list: CsvColumn["list"],
  shape: ValueShape,
): CsvColumn {
  const { separator } = shape;
  if (separator !== undefined) return { name, path, list, type: "text", canBeEmpty: true, separator };
  return { name, path, list, type: typeOf(shape), canBeEmpty: shape.check("", []).length === 0 };
}

function keyOf({ key, item }: ListShape): string | null {
  const shape = item.fields[key];
  return shape?.kind === "value" && typeOf(shape) === "number" ? key : null;
}

function listOf(shape: ListShape | ValueShape, path: readonly string[]): CsvList {
  return shape.kind === "list"
    ? { path, key: keyOf(shape), isOfTexts: false }
    : { path, key: null, isOfTexts: true };
}

/** The columns of one item, or of one text. */
function itemColumns(shape: ListShape | ValueShape, path: readonly string[], number: number): CsvColumn[] {
  const list = { ...listOf(shape, path), number };
  const prefix = [...path, number].join(".");
  if (shape.kind === "value") {
    return [{ name: prefix, path: [], list, type: "text", canBeEmpty: true }];
  }
  return Object.entries(shape.item.fields).flatMap(([field, inner]) =>
    inner.kind === "value" && field !== list.key
      ? [valueColumn(`${prefix}.${field}`, [field], list, inner)]
      : [],
  );
}

function columnsWithin(shape: Shape, path: readonly string[], sizes: ListSizes): CsvColumn[] {
  if (shape.kind === "record") {
    return Object.entries(shape.fields).flatMap(([field, inner]) =>
      columnsWithin(inner, [...path, field], sizes),
    );
  }
  const name = path.join(".");
  if (shape.kind === "value" && !isOfTexts(shape)) return [valueColumn(name, path, null, shape)];
  const numbers = Array.from({ length: sizes[name] ?? 1 }, (_, index) => index + 1);
  return numbers.flatMap((number) => itemColumns(shape, path, number));
}

/** The columns of a file that holds contents of a shape; every list has as many items as told, or one. */
export function csvColumns(shape: RecordShape, sizes: ListSizes = {}): CsvColumn[] {
  return columnsWithin(shape, [], sizes);
}

/** The lists of a shape, by their path. */
export function csvLists(shape: Shape, path: readonly string[] = []): readonly CsvList[] {
  if (shape.kind === "record") {
    return Object.entries(shape.fields).flatMap(([field, inner]) => csvLists(inner, [...path, field]));
  }
  return shape.kind === "list" || isOfTexts(shape) ? [listOf(shape, path)] : [];
}

/** The column of that name, or undefined. */
function findColumn(shape: Shape, name: string, rest: string[], path: string[] = []): CsvColumn | undefined {
  if (shape.kind === "record") {
    const [field = "", ...others] = rest;
    const inner = Object.hasOwn(shape.fields, field) ? shape.fields[field] : undefined;
    return inner && findColumn(inner, name, others, [...path, field]);
  }
  if (shape.kind === "value" && !isOfTexts(shape)) {
    return rest.length === 0 ? valueColumn(name, path, null, shape) : undefined;
  }
  const most = shape.kind === "list" ? shape.maximum : mostTexts;
  const [number = ""] = rest;
  if (!/^[1-9]\d{0,3}$/.test(number) || Number(number) > most) return undefined;
  return itemColumns(shape, path, Number(number)).find((column) => column.name === name);
}

/** True for the name of a column of files of the shape. */
export function isCsvColumn(shape: RecordShape, name: string): boolean {
  return findColumn(shape, name, name.split(".")) !== undefined;
}

/** Columns that are passed over, so that the file of failed rows can be sent again as it is. */
export const csvErrorColumn = "error";

/** The columns of a file's first row, in order, null for one that is passed over; and what is wrong with it. */
export interface CsvHeader {
  readonly columns: readonly (CsvColumn | null)[];
  readonly problems: readonly Problem[];
}

/** Of columns that nobody knows so many are named. */
const mostNamedColumns = 5;

/** One problem for all columns that nobody knows, with what would be accepted. */
function unknownColumns(shape: RecordShape, names: readonly string[], unknown: readonly number[]): Problem[] {
  const [first] = unknown;
  if (first === undefined) return [];
  const accepted = csvColumns(shape)
    .map(({ name }) => name)
    .join(", ");
  if (unknown.length === 1) {
    const params = { column: echo(names[first]), number: first + 1, accepted };
    return [{ path: [first], code: "unknownColumn", params }];
  }
  const named = unknown.slice(0, mostNamedColumns).map((index) => echo(names[index]));
  const columns = named.join(", ");
  return [{ path: [first], code: "unknownColumns", params: { count: unknown.length, columns, accepted } }];
}

/**
 * Reads the first row of a file. What keeps every row from being read comes first: columns without which no row names an
 * object; then all those that nobody knows, in one; then those that are there twice.
 * @param needed fields without which no row names an object
 */
export function readCsvHeader(
  shape: RecordShape,
  names: readonly string[],
  needed: readonly string[],
): CsvHeader {
  const trimmed = names.map((name) => name.trim());
  const columns = trimmed.map((name) =>
    name === csvErrorColumn ? null : (findColumn(shape, name, name.split(".")) ?? null),
  );
  const unknown: number[] = [];
  const duplicates: Problem[] = [];
  const seen = new Set<string>();
  for (const [index, name] of trimmed.entries()) {
    if (columns[index] === null && name !== csvErrorColumn) unknown.push(index);
    else if (seen.has(name))
      duplicates.push({
        ...{ path: [index], code: "duplicateColumn" },
        params: { column: echo(name), number: index + 1 },
      });
    seen.add(name);
  }
  const missing = needed
    .filter((name) => !seen.has(name))
    .map((name): Problem => ({ path: [], code: "missingColumn", params: { column: name } }));
  return { columns, problems: [...missing, ...unknownColumns(shape, trimmed, unknown), ...duplicates] };
}
