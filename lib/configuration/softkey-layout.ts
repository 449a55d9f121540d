import { type CallState, mandatorySoftkey, perCallState } from "@/lib/catalog/call-states";
import { blankSoftkey } from "@/lib/catalog/softkey-key";
import { maximumSoftkeysPerState } from "@/lib/catalog/softkey-limits";
import { isAllowed, isSoftkeyId, type SoftkeyId, softkeyIds } from "@/lib/catalog/softkeys";
import type { RecordShape, ValueShape } from "@/lib/configuration/content-shape";
import { ruledValue } from "@/lib/configuration/content-values";
import { echo, type Problem } from "@/lib/configuration/problem";

/** The softkeys of all twelve call states, each list from left to right on the phone. */
export type SoftkeyLayout = Readonly<Record<CallState, readonly SoftkeyId[]>>;

/** Some of the call states of a layout: those that a change replaces. */
export type SoftkeyLayoutPatch = { readonly [State in CallState]?: readonly SoftkeyId[] | undefined };

type Path = Problem["path"];

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

/** The softkeys of one call state; in a file they stand in one cell. */
function softkeysValue(state: CallState): ValueShape<readonly SoftkeyId[]> {
  const facts = { type: "texts", maximum: maximumSoftkeysPerState, choices: softkeyIds } as const;
  const check: ValueShape["check"] = (softkeys, path) => validateCallState(state, softkeys, path);
  return { ...ruledValue<readonly SoftkeyId[]>(facts, check, []), separator: " " };
}

/** The shape of a layout: all twelve call states [SK-07], each with its rules. */
export const softkeyLayoutShape: RecordShape<Record<CallState, ValueShape<readonly SoftkeyId[]>>> = {
  kind: "record",
  fields: perCallState(softkeysValue),
  unknown: (callState) => ({ code: "unknownCallState", params: { callState } }),
};

/** The layout with the call states of the patch in place of its own; the others stay [SK-09]. */
export function withCallStates(layout: SoftkeyLayout, patch: SoftkeyLayoutPatch): SoftkeyLayout {
  const given = Object.entries(patch).filter(([, softkeys]) => softkeys !== undefined);
  return { ...layout, ...Object.fromEntries(given) };
}

/** True when both lists hold the same softkeys in the same order. */
export function sameSoftkeys(one: readonly SoftkeyId[], other: readonly SoftkeyId[]): boolean {
  return one.length === other.length && one.every((softkey, position) => softkey === other[position]);
}
