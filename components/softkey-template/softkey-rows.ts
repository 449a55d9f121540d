import { blankSoftkey } from "@/lib/catalog/softkey-key";
import type { SoftkeyId } from "@/lib/catalog/softkeys";

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
