import type { SoftkeyId } from "@/lib/catalog/softkeys";

// Apart from the catalogue, which is large, for what every page needs of softkeys.

/** The blank key: keeps a position empty and is the only one that may repeat in a call state. */
export const blankSoftkey = "Undefined" satisfies SoftkeyId;
/** A softkey that shows something on the phone. */
export type VisibleSoftkeyId = Exclude<SoftkeyId, typeof blankSoftkey>;

export type SoftkeyKey<Id extends SoftkeyId = SoftkeyId> = Id extends "<<" ? "backspace" : Id;

/** The key of a softkey's texts in the messages: the id, or `backspace` for `<<`. */
export function softkeyKey<Id extends SoftkeyId>(id: Id): SoftkeyKey<Id> {
  return (id === "<<" ? "backspace" : id) as SoftkeyKey<Id>;
}
