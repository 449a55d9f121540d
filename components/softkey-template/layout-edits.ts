import { callStates } from "@/lib/catalog/call-states";
import type { SoftkeyId } from "@/lib/catalog/softkeys";
import {
  type SoftkeyLayout,
  type SoftkeyLayoutPatch,
  sameSoftkeys,
  withCallStates,
} from "@/lib/configuration/softkey-layout";

/** The call states whose softkeys differ, with those of `after`. */
export function changedCallStates(before: SoftkeyLayout, after: SoftkeyLayout): SoftkeyLayoutPatch {
  const changed = callStates.filter((state) => !sameSoftkeys(before[state], after[state]));
  return Object.fromEntries(changed.map((state): [string, SoftkeyId[]] => [state, [...after[state]]]));
}

/**
 * What was edited after `sent` was sent to be saved, on top of what is stored now.
 * @param now the layout as it is shown
 */
export function editsSince(
  sent: SoftkeyLayout,
  now: SoftkeyLayout,
  stored: SoftkeyLayout,
): SoftkeyLayoutPatch {
  return changedCallStates(stored, withCallStates(stored, changedCallStates(sent, now)));
}
