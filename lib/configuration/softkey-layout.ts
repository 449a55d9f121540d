import { type CallState, callStates, isCallState, mandatorySoftkey } from "@/lib/catalog/call-states";
import { maximumSoftkeysPerState } from "@/lib/catalog/softkey-limits";
import { blankSoftkey, isAllowed, isSoftkeyId, type SoftkeyId } from "@/lib/catalog/softkeys";
import { echo, type Problem } from "@/lib/configuration/problem";

/** The softkeys of all twelve call states, each list from left to right on the phone. */
export type SoftkeyLayout = Readonly<Record<CallState, readonly SoftkeyId[]>>;

/** Some of the call states of a layout: those that a change replaces. */
export type SoftkeyLayoutPatch = { readonly [State in CallState]?: readonly SoftkeyId[] | undefined };

type Path = Problem["path"];

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function softkeyProblem(
  softkey: unknown,
  state: CallState,
  earlier: ReadonlySet<unknown>,
  path: Path,
): Problem | null {
  if (typeof softkey !== "string") return { path, code: "wrongType", params: { expected: "string" } };
  if (!isSoftkeyId(softkey)) return { path, code: "unknownSoftkey", params: { softkey: echo(softkey) } };
  const params = { softkey, callState: state };
  if (!isAllowed(softkey, state)) return { path, code: "softkeyNotAllowed", params };
  if (softkey !== blankSoftkey && earlier.has(softkey)) return { path, code: "softkeyDuplicate", params };
  return null;
}

/**
 * What is wrong with the softkeys of one call state. Any value may be given, nothing is thrown.
 * Keys beyond the limit are not looked at, so a huge list costs no more than a full one.
 */
export function validateCallState(
  state: CallState,
  softkeys: unknown,
  path: Path = ["callStates", state],
): Problem[] {
  if (!Array.isArray(softkeys)) return [{ path, code: "wrongType", params: { expected: "array" } }];
  const problems: Problem[] = [];
  if (softkeys.length > maximumSoftkeysPerState) {
    const params = { callState: state, limit: maximumSoftkeysPerState, count: softkeys.length };
    problems.push({ path, code: "tooManySoftkeys", params });
  }
  const seen = new Set<unknown>();
  for (const [position, softkey] of softkeys.slice(0, maximumSoftkeysPerState).entries()) {
    const problem = softkeyProblem(softkey, state, seen, [...path, position]);
    if (problem) problems.push(problem);
    seen.add(softkey);
  }
  const mandatory = mandatorySoftkey(state);
  if (mandatory && !softkeys.includes(mandatory)) {
    problems.push({
      path,
      code: "mandatorySoftkeyMissing",
      params: { softkey: mandatory, callState: state },
    });
  }
  return problems;
}

/** What is wrong with a change of some call states: unknown ones, and the rules of each one given. */
export function validateLayoutPatch(candidate: unknown, path: Path = ["callStates"]): Problem[] {
  if (!isObject(candidate)) return [{ path, code: "wrongType", params: { expected: "object" } }];
  return Object.entries(candidate).flatMap(([state, softkeys]) =>
    isCallState(state)
      ? validateCallState(state, softkeys, [...path, state])
      : [
          {
            path: [...path, echo(state)],
            code: "unknownCallState" as const,
            params: { callState: echo(state) },
          },
        ],
  );
}

/** What is wrong with a whole layout: the rules of each call state, and that all twelve are there [SK-07]. */
export function validateLayout(candidate: unknown, path: Path = ["callStates"]): Problem[] {
  if (!isObject(candidate)) return validateLayoutPatch(candidate, path);
  const absent = callStates.filter((state) => !Object.hasOwn(candidate, state));
  return [
    ...validateLayoutPatch(candidate, path),
    ...absent.map((state): Problem => ({ path: [...path, state], code: "required" })),
  ];
}

/** True when the value is a layout that keeps every rule. */
export function isSoftkeyLayout(candidate: unknown): candidate is SoftkeyLayout {
  return validateLayout(candidate).length === 0;
}

/** True when both lists hold the same softkeys in the same order. */
export function sameSoftkeys(one: readonly SoftkeyId[], other: readonly SoftkeyId[]): boolean {
  return one.length === other.length && one.every((softkey, position) => softkey === other[position]);
}
