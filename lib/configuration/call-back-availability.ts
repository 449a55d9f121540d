import { callBackFeature } from "@/lib/catalog/button-features";
import { type CallState, callStates } from "@/lib/catalog/call-states";
import { phoneModel } from "@/lib/catalog/phone-models";
import type { SoftkeyId } from "@/lib/catalog/softkeys";
import type { EffectiveConfiguration } from "@/lib/configuration/effective-configuration";

/** Whether the user of a phone can press CallBack, and where; else what stands in the way [PR-08, PH-04]. */
export interface CallBackAvailability {
  /**
   * `available`: there is a key. `modelCannot`: the model has neither softkey nor button. `notPlaced`: the model
   * could have one, but neither softkey template nor button template gives it.
   */
  readonly state: "available" | "modelCannot" | "notPlaced";
  /** The call states in which the softkey shows. */
  readonly callStates: readonly CallState[];
  /** The positions of the buttons that carry it. */
  readonly buttons: readonly number[];
  /** What the model can have. */
  readonly canHaveSoftkey: boolean;
  readonly canHaveButton: boolean;
}

const softkey = "CallBack" satisfies SoftkeyId;

/** Where a phone of the model has CallBack with this configuration. */
export function callBackAvailability(
  modelName: string,
  { softkeys, buttons }: Pick<EffectiveConfiguration, "softkeys" | "buttons">,
): CallBackAvailability {
  const model = phoneModel(modelName);
  const canHaveSoftkey = model?.callBackSoftkey ?? false;
  const canHaveButton = model?.callBackButton ?? false;
  const states = callStates.filter((state) => softkeys.callStates[state].includes(softkey));
  const positions = buttons
    .filter(({ feature }) => feature === callBackFeature)
    .map(({ position }) => position);
  const isPlaced = states.length > 0 || positions.length > 0;
  const isPossible = canHaveSoftkey || canHaveButton;
  return {
    state: isPlaced ? "available" : isPossible ? "notPlaced" : "modelCannot",
    callStates: states,
    buttons: positions,
    canHaveSoftkey,
    canHaveButton,
  };
}
