/** A change of a softkey template as the history answers it. */
export interface ToldChange {
  kind: string;
  callState?: string;
  softkey?: string;
  position?: number;
  from?: number | string;
  to?: number | string;
}

/** What the changes of a history, oldest first, make of nothing. */
export function replay(revisions: readonly { changes: readonly ToldChange[] }[]) {
  const result = { name: "", description: "", isDefault: false, callStates: {} as Record<string, string[]> };
  for (const { changes } of revisions) {
    for (const { kind, to } of changes) {
      if (kind === "renamed") result.name = String(to);
      if (kind === "descriptionChanged") result.description = String(to);
      if (kind === "defaultMarked") result.isDefault = true;
      if (kind === "defaultUnmarked") result.isDefault = false;
    }
    const states = new Set(changes.flatMap(({ callState }) => callState ?? []));
    for (const state of states) {
      const own = changes.filter(({ callState }) => callState === state);
      result.callStates[state] = replaySoftkeys(result.callStates[state] ?? [], own);
    }
  }
  return result;
}

/** Keys that nobody mentions stay in their order around the ones that were put somewhere. */
function replaySoftkeys(before: readonly string[], changes: readonly ToldChange[]): string[] {
  const gone = new Set(
    changes.flatMap(({ kind, position, from }) =>
      kind === "softkeyRemoved" ? [Number(position)] : kind === "softkeyMoved" ? [Number(from)] : [],
    ),
  );
  const staying = before.filter((_, position) => !gone.has(position));
  const placed = changes.flatMap(({ kind, softkey = "", position, to }) =>
    kind === "softkeyAdded"
      ? [{ softkey, at: Number(position) }]
      : kind === "softkeyMoved"
        ? [{ softkey, at: Number(to) }]
        : [],
  );
  const after = [...staying];
  for (const { softkey, at } of placed.sort((one, other) => one.at - other.at)) after.splice(at, 0, softkey);
  return after;
}
