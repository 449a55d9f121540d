import { callStates } from "@/lib/catalog/call-states";
import type { SoftkeyId } from "@/lib/catalog/softkeys";
import type { HistoryChange } from "@/lib/configuration/content-rules";
import type { SoftkeyTemplateContent } from "@/lib/configuration/softkey-template";

type Change<Kind extends HistoryChange["kind"]> = Extract<HistoryChange, { kind: Kind }>;

function ofKind<Kind extends HistoryChange["kind"]>(
  changes: readonly HistoryChange[],
  kind: Kind,
): Change<Kind>[] {
  return changes.filter((change): change is Change<Kind> => change.kind === kind);
}

/** The softkeys of a call state before its changes: those that stayed, with the moved and removed ones put back. */
function softkeysBefore(after: readonly SoftkeyId[], changes: readonly HistoryChange[]): SoftkeyId[] {
  const moved = ofKind(changes, "softkeyMoved");
  const removed = ofKind(changes, "softkeyRemoved");
  const arrived = new Set([
    ...moved.map(({ to }) => to),
    ...ofKind(changes, "softkeyAdded").map(({ position }) => position),
  ]);
  const back = new Map([
    ...moved.map(({ softkey, from }) => [from, softkey] as const),
    ...removed.map(({ softkey, position }) => [position, softkey] as const),
  ]);
  const before = after.filter((_, position) => !arrived.has(position));
  // From left to right, so that each position is final when a key is put there.
  for (const [position, softkey] of [...back].toSorted(([one], [other]) => one - other)) {
    before.splice(position, 0, softkey);
  }
  return before;
}

/** The content that the changes turned into `after`. */
export function softkeyTemplateBefore(
  after: SoftkeyTemplateContent,
  changes: readonly HistoryChange[],
): SoftkeyTemplateContent {
  const isOf = (state: string) => (change: HistoryChange) =>
    "callState" in change && change.callState === state;
  const layout = Object.fromEntries(
    callStates.map((state) => [state, softkeysBefore(after.callStates[state], changes.filter(isOf(state)))]),
  );
  const isMarked = ofKind(changes, "defaultMarked").length > 0;
  const isUnmarked = ofKind(changes, "defaultUnmarked").length > 0;
  return {
    name: ofKind(changes, "renamed")[0]?.from ?? after.name,
    description: ofKind(changes, "descriptionChanged")[0]?.from ?? after.description,
    isDefault: isMarked || isUnmarked ? isUnmarked : after.isDefault,
    callStates: { ...after.callStates, ...layout },
  };
}
