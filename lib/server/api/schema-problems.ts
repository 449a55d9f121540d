import type { Problem } from "@/lib/configuration/problem";
import { echo } from "@/lib/configuration/problem";

/** What a schema says of a bad value, as far as it is used here. */
interface SchemaIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
  readonly code?: unknown;
  readonly keys?: unknown;
  readonly expected?: unknown;
  readonly values?: unknown;
  readonly origin?: unknown;
  readonly minimum?: unknown;
  readonly maximum?: unknown;
  readonly params?: unknown;
}

const requestParts: readonly unknown[] = ["params", "query", "body"];

/** More problems than a person reads; thousands of them are one mistake repeated. */
export const mostProblems = 50;

/**
 * Turns the issues of the contract's schemas into problems with our own stable codes, the first 50 of them: no more
 * are looked for.
 * @param source the value that was checked; it tells a missing field from one of the wrong type
 */
export function problemsOfIssues(issues: readonly SchemaIssue[], source: unknown): Problem[] {
  // A schema may object twice to one value, for example to a number that is no integer and too large.
  const found = new Map<string, Problem>();
  for (const problem of eachProblem(issues, source)) {
    const key = JSON.stringify([problem.code, ...problem.path]);
    if (!found.has(key)) found.set(key, problem);
    if (found.size === mostProblems) break;
  }
  return [...found.values()];
}

function* eachProblem(issues: readonly SchemaIssue[], source: unknown): Generator<Problem> {
  for (const issue of issues) {
    const path = (issue.path ?? []).map((part) => {
      const key = typeof part === "object" ? part.key : part;
      return typeof key === "number" ? key : echo(String(key));
    });
    const shown = requestParts.includes(path[0]) ? path.slice(1) : path;
    if (issue.code === "unrecognized_keys" && Array.isArray(issue.keys)) {
      for (const key of issue.keys) yield unknownKey(shown, echo(String(key)));
    } else yield problemOf(issue, shown, valueAt(source, path));
  }
}

function unknownKey(path: Problem["path"], key: string): Problem {
  return path[0] === "callStates"
    ? { path: [...path, key], code: "unknownCallState", params: { callState: key } }
    : { path: [...path, key], code: "unknownField", params: { field: key } };
}

function problemOf(issue: SchemaIssue, path: Problem["path"], value: unknown): Problem {
  const ruled = (issue.params as { problem?: Problem } | undefined)?.problem;
  if (ruled) return { ...ruled, path: [...path, ...ruled.path] };
  if (value === undefined) return { path, code: "required" };
  if (path[0] === "callStates" && path.length === 3 && typeof value === "string") {
    return { path, code: "unknownSoftkey", params: { softkey: echo(value) } };
  }
  if (issue.code === "too_big" || issue.code === "too_small") return outOfBounds(issue, path, value);
  if (issue.code === "invalid_value" && typeof value === "string") {
    const accepted = Array.isArray(issue.values) ? issue.values.map(String).join(", ") : "";
    return { path, code: "unknownValue", params: { value: echo(value), accepted } };
  }
  const expected = issue.code === "invalid_value" ? "string" : String(issue.expected ?? "value");
  return { path, code: "wrongType", params: { expected } };
}

function outOfBounds(issue: SchemaIssue, path: Problem["path"], value: unknown): Problem {
  const { code, origin, minimum, maximum } = issue;
  if (code === "too_big" && Array.isArray(value)) {
    return { path, code: "tooMany", params: { limit: Number(maximum), count: value.length } };
  }
  const isText = origin === "string";
  return code === "too_big"
    ? { path, code: isText ? "tooLong" : "tooLarge", params: { limit: Number(maximum) } }
    : { path, code: isText ? "tooShort" : "tooSmall", params: { minimum: Number(minimum) } };
}

function valueAt(source: unknown, path: readonly (string | number)[]): unknown {
  let value = source;
  for (const part of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string | number, unknown>)[part];
  }
  return value;
}
