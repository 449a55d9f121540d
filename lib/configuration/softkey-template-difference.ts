import { type CallState, callStates } from "@/lib/catalog/call-states";
import type { SoftkeyId } from "@/lib/catalog/softkeys";
import {
  type MovedSoftkey,
  type PlacedSoftkey,
  softkeyListDifference,
} from "@/lib/configuration/softkey-list-difference";
import type { SoftkeyTemplateContent } from "@/lib/configuration/softkey-template";

/** One change of the softkeys of a call state. Positions are 0-based. */
export type SoftkeyChange =
  | ({ readonly kind: "softkeyRemoved"; readonly callState: CallState } & PlacedSoftkey)
  | ({ readonly kind: "softkeyMoved"; readonly callState: CallState } & MovedSoftkey)
  | ({ readonly kind: "softkeyAdded"; readonly callState: CallState } & PlacedSoftkey);

/** One change of a softkey template in the words of the domain. */
export type SoftkeyTemplateChange =
  | { readonly kind: "renamed"; readonly from: string; readonly to: string }
  | { readonly kind: "descriptionChanged"; readonly from: string; readonly to: string }
  | { readonly kind: "defaultMarked" }
  | { readonly kind: "defaultUnmarked" }
  | SoftkeyChange;

/** What changed in one call state: keys removed, moved (the fewest moves) and added. */
export function callStateChanges(
  callState: CallState,
  before: readonly SoftkeyId[],
  after: readonly SoftkeyId[],
): SoftkeyChange[] {
  const difference = softkeyListDifference(before, after);
  return [
    ...difference.removed.map((key) => ({ kind: "softkeyRemoved" as const, callState, ...key })),
    ...difference.moved.map((key) => ({ kind: "softkeyMoved" as const, callState, ...key })),
    ...difference.added.map((key) => ({ kind: "softkeyAdded" as const, callState, ...key })),
  ];
}

/**
 * What changed from one content to the next: name, description and default mark, then each call state in the
 * order of the catalogue with its keys removed, moved (the fewest moves) and added. Removed and `from` are
 * positions before the change, added and `to` positions after it. Without a before (null), all of `after` but
 * its name counts as new.
 */
export function softkeyTemplateChanges(
  before: SoftkeyTemplateContent | null,
  after: SoftkeyTemplateContent,
): SoftkeyTemplateChange[] {
  const changes: SoftkeyTemplateChange[] = [];
  const description = before?.description ?? "";
  if (before && before.name !== after.name)
    changes.push({ kind: "renamed", from: before.name, to: after.name });
  if (description !== after.description) {
    changes.push({ kind: "descriptionChanged", from: description, to: after.description });
  }
  if ((before?.isDefault ?? false) !== after.isDefault) {
    changes.push({ kind: after.isDefault ? "defaultMarked" : "defaultUnmarked" });
  }
  const layout = callStates.flatMap((state) =>
    callStateChanges(state, before?.callStates[state] ?? [], after.callStates[state]),
  );
  return [...changes, ...layout];
}
