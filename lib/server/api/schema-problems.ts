import type { Problem } from "@/lib/configuration/problem";
import { echo } from "@/lib/configuration/problem";

/** What a schema says of a bad value, as far as it is used here. */
interface SchemaIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
  readonly code?: unknown;
  readonly keys?: unknown;
  readonly expected?: unknown;
  readonly input?: unknown;
}

/**
 * Turns the issues of the contract's schemas into problems with our own stable codes.
 * @param source the value that was checked; it tells a missing field from one of the wrong type
 */
export function problemsOfIssues(issues: readonly SchemaIssue[], source: unknown): Problem[] {
  return issues.flatMap((issue) => {
    const path = (issue.path ?? []).map((part) => {
      const key = typeof part === "object" ? part.key : part;
      return typeof key === "number" ? key : echo(String(key));
    });
    // The first part says which part of the request it is: params, query or body.
    const shown = path.slice(1);
    if (issue.code === "unrecognized_keys" && Array.isArray(issue.keys)) {
      return issue.keys.map((key) => unknownKey(shown, echo(String(key))));
    }
    return [problemOf(issue, shown, valueAt(source, path))];
  });
}

function unknownKey(path: Problem["path"], key: string): Problem {
  return path[0] === "callStates"
    ? { path: [...path, key], code: "unknownCallState", params: { callState: key } }
    : { path: [...path, key], code: "unknownField", params: { field: key } };
}

function problemOf(issue: SchemaIssue, path: Problem["path"], value: unknown): Problem {
  if (value === undefined) return { path, code: "required" };
  if (path[0] === "callStates" && path.length === 3 && typeof value === "string") {
    return { path, code: "unknownSoftkey", params: { softkey: echo(value) } };
  }
  if (issue.code === "too_big") return { path, code: "tooLarge" };
  if (issue.code === "too_small") return { path, code: "tooSmall" };
  if (issue.code === "invalid_value") return { path, code: "unknownValue", params: { value: echo(value) } };
  return { path, code: "wrongType", params: { expected: String(issue.expected ?? "value") } };
}

function valueAt(source: unknown, path: readonly (string | number)[]): unknown {
  let value = source;
  for (const part of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string | number, unknown>)[part];
  }
  return value;
}
