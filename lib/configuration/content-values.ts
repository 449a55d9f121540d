import type { ContentValue, ValueFacts, ValueShape } from "@/lib/configuration/content-shape";
import {
  maximumDescriptionLength,
  maximumDeviceDescriptionLength,
  maximumNameLength,
} from "@/lib/configuration/lengths";
import { echo, type Problem } from "@/lib/configuration/problem";
import {
  checkDescription,
  checkName,
  checkText,
  forbiddenCharacters,
  nameKey,
  normalizeText,
} from "@/lib/configuration/text-rules";

type Path = Problem["path"];
type Check = ValueShape["check"];

function stored(value: unknown): unknown {
  return typeof value === "string" ? normalizeText(value) : value;
}

function wrongType(path: Path, expected: string): Problem[] {
  return [{ path, code: "wrongType", params: { expected } }];
}

/**
 * A value with a rule of its own; texts are stored trimmed and composed unless it says otherwise.
 * @param initial what a new object has; without it the field must be given
 */
export function ruledValue<Value extends ContentValue>(
  facts: ValueFacts,
  check: Check,
  initial?: Value,
  normalize: (value: unknown) => unknown = stored,
): ValueShape<Value> {
  return { kind: "value", facts, check, normalize, ...(initial === undefined ? {} : { initial }) };
}

/** The name of an object: 1 to 50 characters. */
export const nameValue = ruledValue<string>(
  { type: "text", minimum: 1, maximum: maximumNameLength, without: forbiddenCharacters },
  (value, path) => checkName(value, path),
);

/** The description of a kind that has longer ones. */
export function descriptionOf(maximum: number): ValueShape<string> {
  const facts = { type: "text", maximum, without: forbiddenCharacters } as const;
  return ruledValue(facts, (value, path) => checkDescription(value, path, maximum), "");
}

/** A description: at most 50 characters, empty at first. */
export const descriptionValue = descriptionOf(maximumDescriptionLength);

/** The description of a device or template: at most 128 characters. */
export const deviceDescriptionValue = descriptionOf(maximumDeviceDescriptionLength);

/** A free text of at most that many characters, empty at first. */
export function textValue(maximum: number): ValueShape<string> {
  return ruledValue({ type: "text", maximum }, (value, path) => checkText(value, maximum, path), "");
}

/** True or false. */
export function flagValue(initial: boolean): ValueShape<boolean> {
  const check: Check = (value, path) => (typeof value === "boolean" ? [] : wrongType(path, "boolean"));
  return ruledValue({ type: "flag" }, check, initial);
}

/** One of the choices, spelled exactly so. */
export function choiceValue<Choice extends string>(
  choices: readonly Choice[],
  initial?: NoInfer<Choice>,
): ValueShape<Choice> {
  const check: Check = (value, path) => {
    if (typeof value !== "string") return wrongType(path, "string");
    if (choices.some((choice) => choice === normalizeText(value))) return [];
    return [{ path, code: "unknownValue", params: { value: echo(value), accepted: choices.join(", ") } }];
  };
  return ruledValue({ type: "choice", choices }, check, initial);
}

/** A whole number within a range, both ends included. */
export function numberValue(minimum: number, maximum: number, initial?: number): ValueShape<number> {
  const check: Check = (value, path) => {
    if (typeof value !== "number") return wrongType(path, "number");
    if (!Number.isInteger(value)) return wrongType(path, "int");
    if (value >= minimum && value <= maximum) return [];
    return [{ path, code: "outOfRange", params: { minimum, maximum } }];
  };
  return ruledValue({ type: "number", minimum, maximum }, check, initial);
}

/** The value, or null where there is none; an empty text counts as none. Null at first. */
export function optional<Value extends ContentValue>(inner: ValueShape<Value>): ValueShape<Value | null> {
  const isNone = (value: unknown) => value === null || (typeof value === "string" && stored(value) === "");
  const shape = ruledValue<Value | null>(
    inner.facts,
    (value, path) => (isNone(value) ? [] : inner.check(value, path)),
    null,
    (value) => (isNone(value) ? null : inner.normalize(value)),
  );
  return { ...shape, isOptional: true };
}

/** The same value, by which no list of objects is searched or sorted. */
export function unlisted<Value extends ContentValue>(inner: ValueShape<Value>): ValueShape<Value> {
  return { ...inner, isUnlisted: true };
}

/** The name of another object. Whether it exists is checked with all references, see dependencies.ts. */
export const referenceValue = ruledValue<string>({ type: "reference" }, (value, path) => {
  if (typeof value !== "string") return wrongType(path, "string");
  return normalizeText(value) === "" ? [{ path, code: "required" }] : [];
});

/** The name of another object; a new object has that of this one. */
export function referenceFrom(initial: string): ValueShape<string> {
  return { ...referenceValue, initial };
}

/** The name of another object, or null. */
export const optionalReference = optional(referenceValue);

/** An ordered list of names of other objects, each at most once; empty at first. */
export function referencesValue(maximum: number): ValueShape<readonly string[]> {
  const check: Check = (value, path) => {
    if (!Array.isArray(value)) return wrongType(path, "array");
    const seen = new Set<string>();
    const problems: Problem[] = [];
    if (value.length > maximum)
      problems.push({ path, code: "tooMany", params: { limit: maximum, count: value.length } });
    for (const [position, name] of value.slice(0, maximum).entries()) {
      const itemPath = [...path, position];
      problems.push(...referenceValue.check(name, itemPath));
      if (typeof name !== "string") continue;
      if (seen.has(nameKey(name)))
        problems.push({ path: itemPath, code: "duplicate", params: { value: echo(name) } });
      seen.add(nameKey(name));
    }
    return problems;
  };
  const normalize = (value: unknown) => (Array.isArray(value) ? value.map(stored) : value);
  return ruledValue<readonly string[]>({ type: "texts", maximum }, check, [], normalize);
}
