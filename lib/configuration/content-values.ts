import type { ContentValue, ValueShape } from "@/lib/configuration/content-shape";
import { echo, type Problem } from "@/lib/configuration/problem";
import {
  checkDescription,
  checkName,
  checkText,
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

/** A value with a rule of its own; texts are stored trimmed and composed unless it says otherwise. */
export function ruledValue(
  check: Check,
  initial?: ContentValue,
  normalize: (value: unknown) => unknown = stored,
): ValueShape {
  return { kind: "value", check, normalize, ...(initial === undefined ? {} : { initial }) };
}

/** The name of an object: 1 to 50 characters. */
export const nameValue: ValueShape = ruledValue((value, path) => checkName(value, path));

/** A description: at most 50 characters, empty at first. */
export const descriptionValue: ValueShape = ruledValue((value, path) => checkDescription(value, path), "");

/** The description of a kind that has longer ones. */
export function descriptionOf(limit: number): ValueShape {
  return ruledValue((value, path) => checkDescription(value, path, limit), "");
}

/** A free text of at most that many characters, empty at first. */
export function textValue(limit: number): ValueShape {
  return ruledValue((value, path) => checkText(value, limit, path), "");
}

/** True or false. */
export function flagValue(initial: boolean): ValueShape {
  return ruledValue((value, path) => (typeof value === "boolean" ? [] : wrongType(path, "boolean")), initial);
}

/** One of the choices, spelled exactly so. */
export function choiceValue(choices: readonly string[], initial?: string): ValueShape {
  return ruledValue((value, path) => {
    if (typeof value !== "string") return wrongType(path, "string");
    if (choices.includes(normalizeText(value))) return [];
    return [{ path, code: "unknownValue", params: { value: echo(value), accepted: choices.join(", ") } }];
  }, initial);
}

/** A whole number within a range, both ends included. */
export function numberValue(minimum: number, maximum: number, initial?: number): ValueShape {
  return ruledValue((value, path) => {
    if (typeof value !== "number") return wrongType(path, "number");
    if (!Number.isInteger(value)) return wrongType(path, "int");
    if (value >= minimum && value <= maximum) return [];
    return [{ path, code: "outOfRange", params: { minimum, maximum } }];
  }, initial);
}

/** The value, or null where there is none; an empty text counts as none. Null at first. */
export function optional(inner: ValueShape): ValueShape {
  const isNone = (value: unknown) => value === null || (typeof value === "string" && stored(value) === "");
  return ruledValue(
    (value, path) => (isNone(value) ? [] : inner.check(value, path)),
    null,
    (value) => (isNone(value) ? null : inner.normalize(value)),
  );
}

/** The name of another object. Whether it exists is checked with all references, see dependencies.ts. */
export const referenceValue: ValueShape = ruledValue((value, path) => {
  if (typeof value !== "string") return wrongType(path, "string");
  return normalizeText(value) === "" ? [{ path, code: "required" }] : [];
});

/** The name of another object, or null. */
export const optionalReference: ValueShape = optional(referenceValue);

/** An ordered list of names of other objects, each at most once; empty at first. */
export function referencesValue(maximum: number): ValueShape {
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
  return ruledValue(check, [], (value) => (Array.isArray(value) ? value.map(stored) : value));
}
