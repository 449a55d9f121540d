import { echo, type Problem } from "@/lib/configuration/problem";

/** What one field of a content holds: a list of texts counts as one value. */
export type ContentValue = string | number | boolean | null | readonly string[];

type Path = Problem["path"];

/** What a field holds, as far as everybody needs to know who shows, sends or describes it; `check` has the last word. */
export type ValueFacts =
  | {
      readonly type: "text";
      /** In characters, once the text is stored. */
      readonly minimum?: number;
      readonly maximum?: number;
      /** Characters that the text may not have. */
      readonly without?: readonly string[];
      /** Digits to dial, or a pattern of them. */
      readonly dialled?: "number" | "pattern";
    }
  | { readonly type: "number"; readonly minimum: number; readonly maximum: number }
  | { readonly type: "flag" }
  | { readonly type: "choice"; readonly choices: readonly string[] }
  /** The name of another object; dependencies.ts says of which kind. */
  | { readonly type: "reference" }
  | { readonly type: "texts"; readonly maximum: number; readonly choices?: readonly string[] }
  /** A text, number or truth value, or none. */
  | { readonly type: "any" };

/**
 * One value, with its rule and the form in which it is stored. Neither function throws on any value.
 * `ValueShape<number | null>` is the shape of a field that holds a number or nothing.
 */
export interface ValueShape<Value extends ContentValue = ContentValue> {
  readonly kind: "value";
  readonly facts: ValueFacts;
  /** There may be none: null. */
  readonly isOptional?: boolean;
  readonly check: (value: unknown, path: Path) => Problem[];
  readonly normalize: (value: unknown) => unknown;
  /** What a new object has; without it the field must be given. */
  readonly initial?: Value;
  /** Of a list of texts that stand in one cell of a file: what separates them there. Else each has a column of its own. */
  readonly separator?: string;
  /** No list of objects is searched or sorted by it. */
  readonly isUnlisted?: boolean;
}

/** Shapes by the names of their fields. */
export type FieldShapes = Readonly<Record<string, Shape>>;

/** Named fields, all of which a complete content has. */
export interface RecordShape<Fields extends FieldShapes = FieldShapes> {
  readonly kind: "record";
  readonly fields: Fields;
  /** What is said of a field that there is not; `unknownField` unless the field's own words are better. */
  readonly unknown?: (field: string) => Pick<Problem, "code" | "params">;
}

/** Records told apart by the value of their key field, such as lines by their index. */
export interface ListShape<Fields extends FieldShapes = FieldShapes> {
  readonly kind: "list";
  readonly key: string;
  readonly item: RecordShape<Fields>;
  readonly maximum: number;
}

export type Shape = ValueShape | RecordShape | ListShape;

/**
 * The type of what a shape describes. Of `contentShape({ name: nameValue, size: optional(numberValue(1, 9)) })` it is
 * `{ readonly name: string; readonly size: number | null }`; a list is a `readonly` array of its items.
 */
export type ContentOf<Described extends Shape> =
  Described extends ValueShape<infer Value>
    ? Value
    : Described extends ListShape<infer Fields>
      ? readonly ContentOf<RecordShape<Fields>>[]
      : Described extends RecordShape<infer Fields>
        ? { readonly [Name in keyof Fields]: ContentOf<Fields[Name]> }
        : never;

/** The shape of a content type. */
export interface ContentShape<Content, Fields extends FieldShapes = FieldShapes> extends RecordShape<Fields> {
  /** Never there; ties the shape to its type. */
  readonly contentType?: (content: Content) => Content;
}

/** The shape of a content with these fields, from which its type follows: `type PartitionContent = ContentOf<typeof shape>`. */
export function contentShape<const Fields extends FieldShapes>(
  fields: Fields,
): ContentShape<ContentOf<RecordShape<Fields>>, Fields> {
  return { kind: "record", fields };
}

/** A list of records with distinct keys. */
export function keyedList<Fields extends FieldShapes>(
  key: keyof Fields & string,
  item: RecordShape<Fields>,
  maximum: number,
): ListShape<Fields> {
  return { kind: "list", key, item, maximum };
}

/** True for a record as it comes out of JSON. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value of an own field; prototype keys are not there. */
export function fieldOf(value: unknown, field: string): unknown {
  return isRecord(value) && Object.hasOwn(value, field) ? value[field] : undefined;
}

/** The value at a path of own fields, undefined where there is none. */
export function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce(fieldOf, value);
}

/** The shape at a path of own fields: `["dnd", "status"]`; undefined where there is none. */
export function shapeAt(shape: Shape, path: readonly string[]): Shape | undefined {
  return path.reduce<Shape | undefined>(
    (outer, field) =>
      outer?.kind === "record" && Object.hasOwn(outer.fields, field) ? outer.fields[field] : undefined,
    shape,
  );
}

/** Enough to see what is wrong; more would only repeat it. */
const mostUnknownFields = 20;
const mostListProblems = 100;

/** What is said of a field that a record does not have. */
export function unknownFieldProblem({ unknown }: RecordShape, field: string, path: Path): Problem {
  const words = unknown?.(echo(field)) ?? { code: "unknownField", params: { field: echo(field) } };
  return { path: [...path, echo(field)], ...words };
}

function recordProblems(shape: RecordShape, candidate: unknown, path: Path): Problem[] {
  if (!isRecord(candidate)) return [{ path, code: "wrongType", params: { expected: "object" } }];
  const unknownFields = Object.keys(candidate).filter((field) => !Object.hasOwn(shape.fields, field));
  return [
    ...unknownFields.slice(0, mostUnknownFields).map((field) => unknownFieldProblem(shape, field, path)),
    ...Object.entries(shape.fields).flatMap(([field, inner]) =>
      validateContent(inner, fieldOf(candidate, field), [...path, field]),
    ),
  ];
}

function listProblems(shape: ListShape, candidate: unknown, path: Path): Problem[] {
  if (!Array.isArray(candidate)) return [{ path, code: "wrongType", params: { expected: "array" } }];
  const items: readonly unknown[] = candidate.slice(0, shape.maximum);
  const seen = new Set<unknown>();
  const problems: Problem[] = [];
  if (candidate.length > shape.maximum) {
    problems.push({ path, code: "tooMany", params: { limit: shape.maximum, count: candidate.length } });
  }
  for (const [position, item] of items.entries()) {
    if (problems.length >= mostListProblems) break;
    const found = validateContent(shape.item, item, [...path, position]);
    const key = found.length === 0 ? normalizedKey(shape, item) : undefined;
    if (key !== undefined && seen.has(key)) {
      const params = { value: echo(String(key)) };
      problems.push({ path: [...path, position, shape.key], code: "duplicate", params });
    }
    seen.add(key);
    problems.push(...found);
  }
  return problems;
}

function normalizedKey(shape: ListShape, item: unknown): unknown {
  const keyShape = shape.item.fields[shape.key];
  return keyShape ? normalizeContent(keyShape, fieldOf(item, shape.key)) : undefined;
}

/**
 * What is wrong with a candidate for a content: unknown and absent fields, and the rule of each value.
 * Any value may be given, nothing is thrown; list items beyond the limit are not looked at.
 */
export function validateContent(shape: Shape, candidate: unknown, path: Path = []): Problem[] {
  if (candidate === undefined) return [{ path, code: "required" }];
  if (shape.kind === "record") return recordProblems(shape, candidate, path);
  if (shape.kind === "list") return listProblems(shape, candidate, path);
  return shape.check(candidate, path);
}

/** True when every field is there and keeps its own rule; rules between fields are not looked at. */
export function hasShape<Content>(shape: ContentShape<Content>, candidate: unknown): candidate is Content {
  return validateContent(shape, candidate).length === 0;
}

function byKey(key: string) {
  return (one: unknown, other: unknown): number => {
    const [a, b] = [fieldOf(one, key), fieldOf(other, key)];
    if (typeof a === "number" && typeof b === "number") return a - b;
    return String(a) < String(b) ? -1 : Number(String(a) > String(b));
  };
}

/** In which order the items of a list are stored: the position in `items` of each stored item. */
export function storedOrder(list: ListShape, items: readonly unknown[]): number[] {
  const compare = byKey(list.key);
  return items
    .map((item, position) => ({ position, stored: normalizeContent(list.item as Shape, item) }))
    .sort((one, other) => compare(one.stored, other.stored))
    .map(({ position }) => position);
}

/** The content as it is stored: texts trimmed and composed, lists in the order of their keys. */
export function normalizeContent<Content>(shape: ContentShape<Content>, content: Content): Content;
export function normalizeContent(shape: Shape, content: unknown): unknown;
export function normalizeContent(shape: Shape, content: unknown): unknown {
  if (shape.kind === "value") return shape.normalize(content);
  if (shape.kind === "list") {
    if (!Array.isArray(content)) return content;
    return content.map((item) => normalizeContent(shape.item as Shape, item)).sort(byKey(shape.key));
  }
  if (!isRecord(content)) return content;
  return Object.fromEntries(
    Object.entries(content).map(([field, value]) => {
      const inner = Object.hasOwn(shape.fields, field) ? shape.fields[field] : undefined;
      return [field, inner ? normalizeContent(inner, value) : value];
    }),
  );
}
