/** Where a row leads; "same" is where it came from. */
export type Target<State extends string> = State | "same";

/** From each of these states to each of those. */
export interface Move<State extends string> {
  readonly from: readonly State[];
  readonly to: Target<State> | readonly Target<State>[];
}

/** One row of a table of states: where it leads from, on which events, and to what. */
export interface Row<State extends string, Event extends string> extends Move<State> {
  readonly on: readonly Event[];
  /** Further moves of the same row, from other states. */
  readonly further?: readonly Move<State>[];
}

/** What the rows of a table can lead to, as its types have it; "same" is left out. */
export type TargetOf<Of extends Move<string>> =
  | OneOf<Of["to"]>
  | (Of extends { readonly further: readonly Move<string>[] } ? OneOf<Of["further"][number]["to"]> : never);
type OneOf<To> = Exclude<To extends readonly string[] ? To[number] : To, "same">;

/** Every move of a row, the first one included. */
export function movesOf<State extends string>(row: Row<State, string>): readonly Move<State>[] {
  return [row, ...(row.further ?? [])];
}

/** Where a move leads, as a list. */
export function targetsOf<State extends string>({ to }: Move<State>): readonly Target<State>[] {
  return typeof to === "string" ? [to] : to;
}

/** True when a row leads from the one state to the other. */
export function leads<State extends string>(row: Row<State, string>, from: State, to: State): boolean {
  return movesOf(row).some(
    (move) =>
      move.from.includes(from) &&
      targetsOf(move).some((target) => target === to || (target === "same" && from === to)),
  );
}

/** The name of the group that has exactly these states, if there is one. */
export function groupOf<State extends string>(
  from: readonly State[],
  groups: Readonly<Record<string, readonly State[]>>,
): string | null {
  const found = Object.entries(groups).find(
    ([, states]) => states.length === from.length && states.every((state) => from.includes(state)),
  );
  return found?.[0] ?? null;
}
