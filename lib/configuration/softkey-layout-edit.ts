import type { CallState } from "@/lib/catalog/call-states";
import { blankSoftkey } from "@/lib/catalog/softkey-key";
import { allowedSoftkeys, type SoftkeyId } from "@/lib/catalog/softkeys";
import type { Problem } from "@/lib/configuration/problem";
import { type SoftkeyLayout, validateCallState } from "@/lib/configuration/softkey-layout";

/** The layout after a step of the editor and where the key now is (0-based), or why the step is refused. */
export type LayoutEdit =
  | { readonly ok: true; readonly layout: SoftkeyLayout; readonly position: number }
  | { readonly ok: false; readonly problem: Problem };

/** What may still be chosen in a call state, in catalogue order; the blank key always may. */
export function unselectedSoftkeys(layout: SoftkeyLayout, state: CallState): SoftkeyId[] {
  const selected = layout[state];
  return allowedSoftkeys(state).filter((softkey) => softkey === blankSoftkey || !selected.includes(softkey));
}

function isPosition(position: number, count: number): boolean {
  return Number.isInteger(position) && position >= 0 && position < count;
}

function outOfRange(state: CallState, position: number, count: number): LayoutEdit {
  // A position that is not a number cannot be shown as one.
  const shown = Number.isFinite(position) ? position + 1 : 0;
  const problem: Problem = {
    path: ["callStates", state],
    code: "positionOutOfRange",
    params: { position: shown, count },
  };
  return { ok: false, problem };
}

function edited(
  layout: SoftkeyLayout,
  state: CallState,
  softkeys: SoftkeyId[],
  position: number,
): LayoutEdit {
  const [problem] = validateCallState(state, softkeys);
  return problem ? { ok: false, problem } : { ok: true, layout: { ...layout, [state]: softkeys }, position };
}

/** Right arrow: adds a key at the position, or at the end [SK-08]. */
export function selectSoftkey(
  layout: SoftkeyLayout,
  state: CallState,
  softkey: SoftkeyId,
  position: number = layout[state].length,
): LayoutEdit {
  const selected = layout[state];
  if (!isPosition(position, selected.length + 1)) return outOfRange(state, position, selected.length + 1);
  return edited(layout, state, selected.toSpliced(position, 0, softkey), position);
}

/**
 * Left arrow: takes the key at the position back [SK-08]; a mandatory key stays.
 * The answered position is that of the key to look at next: the follower, else the last; -1 when none is left.
 */
export function unselectSoftkey(layout: SoftkeyLayout, state: CallState, position: number): LayoutEdit {
  const selected = layout[state];
  if (!isPosition(position, selected.length)) return outOfRange(state, position, selected.length);
  const rest = selected.toSpliced(position, 1);
  return edited(layout, state, rest, Math.min(position, rest.length - 1));
}

/** Up and down arrows and dragging: puts the key at `from` to `to`; the keys between make room [SK-08]. */
export function moveSoftkey(layout: SoftkeyLayout, state: CallState, from: number, to: number): LayoutEdit {
  const selected = layout[state];
  const softkey = selected[from];
  if (softkey === undefined || !isPosition(from, selected.length))
    return outOfRange(state, from, selected.length);
  if (!isPosition(to, selected.length)) return outOfRange(state, to, selected.length);
  return edited(layout, state, selected.toSpliced(from, 1).toSpliced(to, 0, softkey), to);
}
