import { updatePhone } from "@/lib/callback/phones/phone-calls";
import type { StepContext } from "@/lib/callback/state/step-context";
import type { DndOption } from "@/lib/configuration/phone";

/** Do Not Disturb is set on the phone; the saved configuration has to follow. */
export function setDnd(context: StepContext, name: string, status: boolean, option: DndOption): void {
  const phone = context.get("phones", name);
  if (!phone || (phone.dnd.status === status && phone.dnd.option === option)) return;
  updatePhone(context, name, { dnd: { status, option } });
  context.emit({ kind: "saveDnd", phone: name, status, option });
}
