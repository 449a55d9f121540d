import { type ItemKey, itemsByKey } from "@/lib/configuration/content-difference";
import { sameContent } from "@/lib/configuration/content-patch";
import {
  type ContentShape,
  type ContentValue,
  fieldOf,
  type ListShape,
  normalizeContent,
  type RecordShape,
} from "@/lib/configuration/content-shape";
import { type MergeStatus, mergeStatus } from "@/lib/configuration/merge-status";

/** What a field held in one of the versions: a value, an item of a list, or null where there is none. */
export type MergedValue = ContentValue | Readonly<Record<string, ContentValue>>;

/** One field side by side: as it was, as they saved it, as you have it. An item of a list is one field. */
export interface MergedContentField {
  /** `dnd.status`, `name`; of an item the name of its list. */
  readonly field: string;
  /** The key of the item, or null for a value. */
  readonly key: ItemKey | null;
  readonly base: MergedValue;
  readonly theirs: MergedValue;
  readonly yours: MergedValue;
  readonly status: MergeStatus;
}

/** Whose value of a field is kept. */
export type MergeChoice = (field: MergedContentField) => "theirs" | "yours";

function compare(
  field: string,
  key: ItemKey | null,
  [base, theirs, yours]: readonly [unknown, unknown, unknown],
): MergedContentField {
  const status = mergeStatus(sameContent(base, theirs), sameContent(base, yours), sameContent(theirs, yours));
  const shown = (value: unknown) => (value ?? null) as MergedValue;
  return { field, key, base: shown(base), theirs: shown(theirs), yours: shown(yours), status };
}

type Versions = readonly [base: unknown, theirs: unknown, yours: unknown];

function compareItems(name: string, shape: ListShape, versions: Versions): MergedContentField[] {
  const [base, theirs, yours] = versions.map((version) => itemsByKey(shape, version));
  const keys = new Set([...(base?.keys() ?? []), ...(theirs?.keys() ?? []), ...(yours?.keys() ?? [])]);
  return [...keys].map((key) => compare(name, key, [base?.get(key), theirs?.get(key), yours?.get(key)]));
}

function compareRecord(
  shape: RecordShape,
  versions: Versions,
  path: readonly string[],
): MergedContentField[] {
  return Object.entries(shape.fields).flatMap(([field, inner]) => {
    const [base, theirs, yours] = versions.map((version) => fieldOf(version, field));
    const own: Versions = [base, theirs, yours];
    const name = [...path, field].join(".");
    if (inner.kind === "record") return compareRecord(inner, own, [...path, field]);
    return inner.kind === "list" ? compareItems(name, inner, own) : [compare(name, null, own)];
  });
}

/** Compares a stale save with what was saved meanwhile, field by field. */
export function compareContents<Content>(
  shape: ContentShape<Content>,
  base: Content,
  theirs: Content,
  yours: Content,
): MergedContentField[] {
  return compareRecord(shape, [base, theirs, yours], []);
}

/** Theirs where only they changed the field, else yours: nothing that somebody typed is lost. */
export const keepYours: MergeChoice = ({ status }) => (status === "theirs" ? "theirs" : "yours");

function assemble(
  shape: RecordShape,
  values: ReadonlyMap<string, readonly unknown[]>,
  path: readonly string[],
) {
  const fields = Object.entries(shape.fields).map(([field, inner]): [string, unknown] => {
    if (inner.kind === "record") return [field, assemble(inner, values, [...path, field])];
    const chosen = values.get([...path, field].join(".")) ?? [];
    return [field, inner.kind === "list" ? chosen.filter((item) => item !== null) : chosen[0]];
  });
  return Object.fromEntries(fields);
}

/**
 * The content with, of each field, the version that is chosen. Rules between fields can break where both sides
 * changed different ones, so it must be validated like anything typed.
 */
export function mergedContent<Content>(
  shape: ContentShape<Content>,
  fields: readonly MergedContentField[],
  choice: MergeChoice = keepYours,
): Content {
  const values = new Map<string, MergedValue[]>();
  for (const field of fields) {
    values.set(field.field, [...(values.get(field.field) ?? []), field[choice(field)]]);
  }
  return normalizeContent(shape, assemble(shape, values, []) as Content);
}
