import { answerCall } from "@/lib/callback/calls/answer";
import { dial } from "@/lib/callback/calls/dial";
import { startCall } from "@/lib/callback/calls/new-call";
import { callStateOfPhone, isOffered } from "@/lib/callback/display/offered-keys";
import { buttonFunctions, softkeyFunctions } from "@/lib/callback/inputs/key-functions";
import { setPrompt } from "@/lib/callback/phones/show-screen";
import { callsOf, isHeldBy, lineOf, sideOf } from "@/lib/callback/phones/sides";
import { pressCallBack } from "@/lib/callback/requests/press-call-back";
import { keysOfScreen, pressScreenKey } from "@/lib/callback/requests/screen-key";
import { type Phone, type PressedKey, type ScreenKey, screenKeys } from "@/lib/callback/state/phone";
import type { StepContext } from "@/lib/callback/state/step-context";
import { callBackFeature, lineFeature, noFeature, speedDialFeature } from "@/lib/catalog/button-features";
import type { SoftkeyId } from "@/lib/catalog/softkeys";
import type { EffectiveButton } from "@/lib/configuration/effective-button";

function isScreenKey(key: PressedKey): key is ScreenKey {
  return screenKeys.some((known) => known === key);
}

function refuseKey(context: StepContext, phone: Phone, key: string): void {
  const callState = callStateOfPhone(context, phone);
  context.decide("keyNotOffered", { phone: phone.name }, { key, callState });
  setPrompt(context, phone.name, "keyNotActive");
}

function selectedCall(context: StepContext, phone: Phone) {
  return phone.selected === null ? undefined : context.get("calls", phone.selected);
}

/** A key below the screen: of the screen that is open, or a softkey that is offered now. Each press is answered [L5]. */
export function pressSoftkey(context: StepContext, phone: Phone, key: PressedKey): void {
  if (isScreenKey(key)) {
    const { screen } = phone;
    if (!screen || !keysOfScreen[screen.kind].includes(key)) {
      refuseKey(context, phone, key);
      return;
    }
    pressScreenKey(context, phone, screen, key);
    return;
  }
  if (!isOffered(context, phone, key)) {
    refuseKey(context, phone, key);
    return;
  }
  pressOfferedSoftkey(context, phone, key);
}

function pressOfferedSoftkey(context: StepContext, phone: Phone, key: SoftkeyId): void {
  if (key === "CallBack") {
    pressCallBack(context, phone);
    return;
  }
  perform(context, phone, key, softkeyFunctions[key]);
}

function perform(
  context: StepContext,
  phone: Phone,
  key: string,
  act: (typeof softkeyFunctions)[SoftkeyId] | (typeof buttonFunctions)[EffectiveButton["feature"]],
): void {
  if (!act) {
    context.decide("notImplemented", { phone: phone.name }, { key });
    setPrompt(context, phone.name, "serviceIsNotActive");
    return;
  }
  if (!act(context, phone, selectedCall(context, phone))) refuseKey(context, phone, key);
}

/** A button beside the screen; feature buttons are offered in every call state [BT-04]. */
export function pressButton(context: StepContext, phone: Phone, position: number): void {
  const button = phone.running.buttons.find((candidate) => candidate.position === position);
  if (!button || button.feature === noFeature) {
    refuseKey(context, phone, `button ${position}`);
    return;
  }
  switch (button.feature) {
    case callBackFeature:
      pressCallBack(context, phone);
      return;
    case lineFeature:
      pressLine(context, phone, button);
      return;
    case speedDialFeature:
      if (button.number !== null && dial(context, phone.name, button.number)) return;
      refuseKey(context, phone, button.feature);
      return;
    default:
      perform(context, phone, button.feature, buttonFunctions[button.feature]);
      return;
  }
}

/** A line key: answers what rings on the line, resumes what it holds, else gets dial tone on it. */
function pressLine(context: StepContext, phone: Phone, button: EffectiveButton): void {
  const line = phone.running.lines.find(({ index }) => index === button.index);
  if (!line) {
    refuseKey(context, phone, button.feature);
    return;
  }
  const calls = callsOf(context, phone).filter((call) => lineOf(call, phone.name) === line.number);
  const ringing = calls.find((call) => sideOf(call, phone.name) === "rung");
  if (ringing) {
    answerCall(context, phone.name, ringing);
    return;
  }
  const held = calls.find((call) => isHeldBy(call, phone.name));
  if (held) {
    perform(context, { ...phone, selected: held.id }, button.feature, softkeyFunctions.Resume);
    return;
  }
  if (calls.length > 0) {
    refuseKey(context, phone, button.feature);
    return;
  }
  if (!startCall(context, phone.name, { line })) refuseKey(context, phone, button.feature);
}
