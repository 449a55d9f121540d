import type { LocaleKind } from "@/lib/catalog/locales";
import { fieldOf, isRecord } from "@/lib/configuration/content-shape";
import { type ConfigurationKind, type Reference, references } from "@/lib/configuration/dependencies";
import type { Known } from "@/lib/configuration/known";
import { echo, type Problem } from "@/lib/configuration/problem";
import { nameKey, normalizeText } from "@/lib/configuration/text-rules";

/** A name that an object holds, and where. */
export interface HeldReference {
  readonly to: ConfigurationKind;
  readonly name: string;
  /** Of a directory number the partition that it is in (null: none); null for the other kinds. */
  readonly partition: string | null;
  readonly path: Problem["path"];
  readonly isCreatedOnUse: boolean;
}

interface Found {
  readonly path: Problem["path"];
  readonly name: string;
  readonly partition: string | null;
}

/** More than any valid content holds; a huge candidate costs no more. */
const mostItems = 300;

function namesAt(
  value: unknown,
  steps: readonly string[],
  path: Problem["path"],
  owner: unknown = null,
): Found[] {
  const [step, ...rest] = steps;
  if (step === undefined) {
    if (typeof value !== "string" || normalizeText(value) === "") return [];
    const partition = path.at(-1) === "directoryNumber" ? fieldOf(owner, "partition") : null;
    return [
      { path, name: normalizeText(value), partition: typeof partition === "string" ? partition : null },
    ];
  }
  if (step === "*") {
    if (!Array.isArray(value)) return [];
    const items: readonly unknown[] = value.slice(0, mostItems);
    return items.flatMap((item, position) => namesAt(item, rest, [...path, position], value));
  }
  return namesAt(fieldOf(value, step), rest, [...path, step], value);
}

/** How a single field refers to another object; undefined when it does not. */
export function referenceAt(kind: ConfigurationKind, path: string): Reference | undefined {
  return references.find((reference) => reference.from === kind && reference.path.join(".") === path);
}

/** Which locales a field of that name can name. */
export function localeKindOf(field: string): LocaleKind {
  return field === "networkLocale" ? "network" : "user";
}

function fieldsOf(kind: ConfigurationKind, content: unknown): readonly Reference[] {
  const name = fieldOf(content, "name");
  return references.filter(({ from, onlyIn }) => from === kind && (onlyIn === null || onlyIn === name));
}

/** Every other object that this one names, empty references left out. Any value may be given. */
export function referencesIn(kind: ConfigurationKind, content: unknown): HeldReference[] {
  return fieldsOf(kind, content).flatMap(({ path, to, isCreatedOnUse }) =>
    namesAt(content, path, []).map((found) => ({ ...found, to, isCreatedOnUse })),
  );
}

/** What is wrong with the names that a content holds: unknown ones, and locales that are not installed [PR-02]. */
export function checkReferences(kind: ConfigurationKind, content: unknown, known: Known): Problem[] {
  return referencesIn(kind, content).flatMap(({ to, name, path, isCreatedOnUse }): Problem[] => {
    if (isCreatedOnUse) return [];
    if (!known.exists(to, name)) {
      return [{ path, code: "unknownReference", params: { kind: to, name: echo(name) } }];
    }
    if (to !== "locale") return [];
    const wanted = localeKindOf(String(path.at(-1)));
    const locale = known.locale(name);
    if (locale?.kind !== wanted) {
      return [{ path, code: "unknownReference", params: { kind: to, name: echo(name) } }];
    }
    return locale.isInstalled
      ? []
      : [{ path, code: "localeNotInstalled", params: { locale: echo(name), kind: wanted } }];
  });
}

function replaced(value: unknown, steps: readonly string[], fromKey: string, to: string | null): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return typeof value === "string" && nameKey(value) === fromKey ? to : value;
  if (step === "*") {
    return Array.isArray(value) ? value.map((item) => replaced(item, rest, fromKey, to)) : value;
  }
  if (!isRecord(value) || !Object.hasOwn(value, step)) return value;
  return { ...value, [step]: replaced(value[step], rest, fromKey, to) };
}

/** A name twice in a list of names is one; a name taken out of it is gone. */
function withoutRepeats(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const names = value.filter((name) => name !== null);
  return names.filter(
    (name, position) =>
      names.findIndex((other) => nameKey(String(other)) === nameKey(String(name))) === position,
  );
}

function reassignedAt(content: unknown, path: Reference["path"], from: string, to: string | null): unknown {
  const changed = replaced(content, path, nameKey(from), to);
  const [field, last] = path;
  if (field === undefined || last !== "*" || path.length !== 2 || !isRecord(changed)) return changed;
  return { ...changed, [field]: withoutRepeats(changed[field]) };
}

/**
 * *Reassign to…*, and what a rename does to the objects that use the renamed one: the content with another name
 * (null: none) wherever it named `from`. The answer is a candidate: a required field may not be null, a button
 * template of another model not fit. Directory numbers are named by two fields, see reassign-number.ts.
 */
export function reassigned<Content>(
  kind: ConfigurationKind,
  content: Content,
  target: Exclude<ConfigurationKind, "directoryNumber">,
  from: string,
  to: string | null,
): Content {
  return fieldsOf(kind, content)
    .filter((reference) => reference.to === target)
    .reduce<unknown>((changed, { path }) => reassignedAt(changed, path, from, to), content) as Content;
}
