import { updatePhone } from "@/lib/callback/phones/phone-calls";
import type { Turn } from "@/lib/callback/state/turn";
import type { DndOption } from "@/lib/configuration/phone";

/** Do Not Disturb is set on the phone; the saved configuration has to follow. */
export function setDnd(turn: Turn, name: string, status: boolean, option: DndOption): void {
  const phone = turn.get("phones", name);
  if (!phone || (phone.dnd.status === status && phone.dnd.option === option)) return;
  updatePhone(turn, name, { dnd: { status, option } });
  turn.emit({ kind: "saveDnd", phone: name, status, option });
}
