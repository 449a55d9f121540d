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
import type { Turn } from "@/lib/callback/state/turn";
import { callBackFeature, lineFeature, noFeature, speedDialFeature } from "@/lib/catalog/button-features";
import type { SoftkeyId } from "@/lib/catalog/softkeys";
import type { EffectiveButton } from "@/lib/configuration/effective-button";

function isScreenKey(key: PressedKey): key is ScreenKey {
  return screenKeys.some((known) => known === key);
}

function refuseKey(turn: Turn, phone: Phone, key: string): void {
  const callState = callStateOfPhone(turn, phone);
  turn.decide("keyNotOffered", { phone: phone.name }, { key, callState });
  setPrompt(turn, phone.name, "keyNotActive");
}

function selectedCall(turn: Turn, phone: Phone) {
  return phone.selected === null ? undefined : turn.get("calls", phone.selected);
}

/** A key below the screen: of the screen that is open, or a softkey that is offered now. Each press is answered [L5]. */
export function pressSoftkey(turn: Turn, phone: Phone, key: PressedKey): void {
  if (isScreenKey(key)) {
    const { screen } = phone;
    if (!screen || !keysOfScreen[screen.kind].includes(key)) {
      refuseKey(turn, phone, key);
      return;
    }
    pressScreenKey(turn, phone, screen, key);
    return;
  }
  if (!isOffered(turn, phone, key)) {
    refuseKey(turn, phone, key);
    return;
  }
  pressOfferedSoftkey(turn, phone, key);
}

function pressOfferedSoftkey(turn: Turn, phone: Phone, key: SoftkeyId): void {
  if (key === "CallBack") {
    pressCallBack(turn, phone);
    return;
  }
  perform(turn, phone, key, softkeyFunctions[key]);
}

function perform(
  turn: Turn,
  phone: Phone,
  key: string,
  act: (typeof softkeyFunctions)[SoftkeyId] | (typeof buttonFunctions)[EffectiveButton["feature"]],
): void {
  if (!act) {
    turn.decide("notImplemented", { phone: phone.name }, { key });
    setPrompt(turn, phone.name, "serviceIsNotActive");
    return;
  }
  if (!act(turn, phone, selectedCall(turn, phone))) refuseKey(turn, phone, key);
}

/** A button beside the screen; feature buttons are offered in every call state [BT-04]. */
export function pressButton(turn: Turn, phone: Phone, position: number): void {
  const button = phone.running.buttons.find((candidate) => candidate.position === position);
  if (!button || button.feature === noFeature) {
    refuseKey(turn, phone, `button ${position}`);
    return;
  }
  switch (button.feature) {
    case callBackFeature:
      pressCallBack(turn, phone);
      return;
    case lineFeature:
      pressLine(turn, phone, button);
      return;
    case speedDialFeature:
      if (button.number !== null && dial(turn, phone.name, button.number)) return;
      refuseKey(turn, phone, button.feature);
      return;
    default:
      perform(turn, phone, button.feature, buttonFunctions[button.feature]);
      return;
  }
}

/** A line key: answers what rings on the line, resumes what it holds, else gets dial tone on it. */
function pressLine(turn: Turn, phone: Phone, button: EffectiveButton): void {
  const line = phone.running.lines.find(({ index }) => index === button.index);
  if (!line) {
    refuseKey(turn, phone, button.feature);
    return;
  }
  const calls = callsOf(turn, phone).filter((call) => lineOf(call, phone.name) === line.number);
  const ringing = calls.find((call) => sideOf(call, phone.name) === "rung");
  if (ringing) {
    answerCall(turn, phone.name, ringing);
    return;
  }
  const held = calls.find((call) => isHeldBy(call, phone.name));
  if (held) {
    perform(turn, { ...phone, selected: held.id }, button.feature, softkeyFunctions.Resume);
    return;
  }
  if (calls.length > 0) {
    refuseKey(turn, phone, button.feature);
    return;
  }
  if (!startCall(turn, phone.name, { line })) refuseKey(turn, phone, button.feature);
}
