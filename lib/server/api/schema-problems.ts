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

/**
 * Turns the issues of the contract's schemas into problems with our own stable codes.
 * @param source the value that was checked; it tells a missing field from one of the wrong type
 */
export function problemsOfIssues(issues: readonly SchemaIssue[], source: unknown): Problem[] {
  const problems = issues.flatMap((issue) => {
    const path = (issue.path ?? []).map((part) => {
      const key = typeof part === "object" ? part.key : part;
      return typeof key === "number" ? key : echo(String(key));
    });
    const shown = requestParts.includes(path[0]) ? path.slice(1) : path;
    if (issue.code === "unrecognized_keys" && Array.isArray(issue.keys)) {
      return issue.keys.map((key) => unknownKey(shown, echo(String(key))));
    }
    return [problemOf(issue, shown, valueAt(source, path))];
  });
  return problems.filter((problem, index) => problems.findIndex((other) => isSame(problem, other)) === index);
}

/** A schema may object twice to one value, for example to a number that is no integer and too large. */
function isSame(one: Problem, other: Problem): boolean {
  return one.code === other.code && one.path.join("\0") === other.path.join("\0");
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
  if (issue.code === "too_big" || issue.code === "too_small") return outOfBounds(issue, path);
  if (issue.code === "invalid_value" && typeof value === "string") {
    const accepted = Array.isArray(issue.values) ? issue.values.map(String).join(", ") : "";
    return { path, code: "unknownValue", params: { value: echo(value), accepted } };
  }
  const expected = issue.code === "invalid_value" ? "string" : String(issue.expected ?? "value");
  return { path, code: "wrongType", params: { expected } };
}

function outOfBounds({ code, origin, minimum, maximum }: SchemaIssue, path: Problem["path"]): Problem {
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
