import { blankSoftkey, type SoftkeyId } from "@/lib/catalog/softkeys";

/** A row of one of the two lists. The key stays the same while the softkey moves, so that focus stays with it. */
export type SoftkeyRow = { key: string; softkey: SoftkeyId };

/** The rows of a list of softkeys; blanks, which may repeat, are told apart by their order. */
export function softkeyRows(softkeys: readonly SoftkeyId[]): SoftkeyRow[] {
  let blanks = 0;
  return softkeys.map((softkey) => ({
    softkey,
    key: softkey === blankSoftkey ? `${softkey} ${++blanks}` : softkey,
  }));
}

/** The place in a list, from 0, at which a row arrives that is dropped before or after the row `over`. */
export function dropPosition(
  rows: readonly SoftkeyRow[],
  over: { key: unknown; dropPosition: string },
  dragged?: number,
): number {
  const at = rows.findIndex(({ key }) => key === over.key);
  const place = over.dropPosition === "after" ? at + 1 : at;
  // The dragged row leaves its own place first, so what was behind it moves up.
  return dragged !== undefined && dragged < place ? place - 1 : place;
}
