import { type CallState, callStates, perCallState } from "@/lib/catalog/call-states";
import { phoneModel } from "@/lib/catalog/phone-models";
import type { SoftkeyId } from "@/lib/catalog/softkeys";
import type { SoftkeyLayout } from "@/lib/configuration/softkey-layout";

/** The softkeys that the phone shows in each call state, and what it leaves out of its template. */
export interface EffectiveSoftkeys {
  readonly callStates: SoftkeyLayout;
  /** Keys of the template that the model cannot have [PR-08]. */
  readonly withheld: readonly { readonly callState: CallState; readonly softkey: SoftkeyId }[];
}

/** True when phones of the model have softkeys at all. */
export function showsSoftkeys(model: string): boolean {
  return phoneModel(model)?.supportsSoftkeyTemplate ?? false;
}

function canShow(model: string, softkey: SoftkeyId): boolean {
  return softkey !== "CallBack" || (phoneModel(model)?.callBackSoftkey ?? false);
}

const noSoftkeys: SoftkeyLayout = perCallState(() => []);

/** A layout as a phone of the model shows it; without softkeys or layout every call state is empty. */
export function effectiveSoftkeys(model: string, layout: SoftkeyLayout | undefined): EffectiveSoftkeys {
  if (!layout || !showsSoftkeys(model)) return { callStates: noSoftkeys, withheld: [] };
  const shown = perCallState((state) => layout[state].filter((softkey) => canShow(model, softkey)));
  const withheld = callStates.flatMap((callState) =>
    layout[callState]
      .filter((softkey) => !canShow(model, softkey))
      .map((softkey) => ({ callState, softkey })),
  );
  return { callStates: shown, withheld };
}
