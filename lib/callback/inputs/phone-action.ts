import { answerCall, ringingCall } from "@/lib/callback/calls/answer";
import { dial, pressDigit } from "@/lib/callback/calls/dial";
import { setForwardAll } from "@/lib/callback/calls/forward-all";
import { lineWithIndex, startCall } from "@/lib/callback/calls/new-call";
import { releaseCall } from "@/lib/callback/calls/release";
import { remoteCalls } from "@/lib/callback/display/offered-keys";
import { pressButton, pressSoftkey } from "@/lib/callback/inputs/press";
import { setDnd } from "@/lib/callback/phones/do-not-disturb";
import { updatePhone } from "@/lib/callback/phones/phone-calls";
import { setPrompt, stopTone } from "@/lib/callback/phones/show-screen";
import { callsOf, isHeldBy, sideOf } from "@/lib/callback/phones/sides";
import type { PhoneAction } from "@/lib/callback/state/events";
import type { Phone } from "@/lib/callback/state/phone";
import type { Turn } from "@/lib/callback/state/turn";

/** What a person does with a phone. Without registration only Do Not Disturb and forwarding can be set. */
export function actOnPhone(turn: Turn, name: string, action: PhoneAction): void {
  const phone = turn.get("phones", name);
  if (!phone) return;
  switch (action.kind) {
    case "setDnd":
      setDnd(turn, name, action.status, action.option);
      return;
    case "setForwardAll": {
      const line = lineWithIndex(phone, action.line);
      if (line) setForwardAll(turn, line.number, action.target);
      return;
    }
    default:
      if (phone.registration === "registered") actOnRegistered(turn, phone, action);
  }
}

type HandsOn = Exclude<PhoneAction, { readonly kind: "setDnd" | "setForwardAll" }>;

function actOnRegistered(turn: Turn, before: Phone, action: HandsOn): void {
  const { name } = before;
  setPrompt(turn, name, null);
  stopTone(turn, name);
  const phone = turn.get("phones", name) ?? before;
  switch (action.kind) {
    case "offHook":
      goOffHook(turn, phone);
      return;
    case "onHook":
      goOnHook(turn, phone);
      return;
    case "dial":
      if (!dial(turn, name, action.digits, action.line, action.video)) setPrompt(turn, name, "keyNotActive");
      return;
    case "digit":
      pressDigit(turn, name, action.digit);
      return;
    case "pressSoftkey":
      pressSoftkey(turn, phone, action.softkey);
      return;
    case "pressButton":
      pressButton(turn, phone, action.position);
      return;
    case "selectCall":
      selectCall(turn, phone, action.call);
      return;
  }
}

/** Answers a ringing call, else dial tone. */
function goOffHook(turn: Turn, phone: Phone): void {
  if (phone.hook === "off") return;
  const ringing = ringingCall(turn, phone.name);
  if (ringing) {
    answerCall(turn, phone.name, ringing);
    return;
  }
  if (!startCall(turn, phone.name)) setPrompt(turn, phone.name, "keyNotActive");
}

/** Ends every call of the phone that it does not hold; what rings it goes on ringing. */
function goOnHook(turn: Turn, phone: Phone): void {
  if (phone.hook === "on") return;
  for (const call of callsOf(turn, phone)) {
    if (sideOf(call, phone.name) !== "rung" && !isHeldBy(call, phone.name)) releaseCall(turn, call);
  }
  updatePhone(turn, phone.name, { hook: "on" });
}

function selectCall(turn: Turn, phone: Phone, call: string): void {
  const isKnown =
    phone.calls.includes(call) || remoteCalls(turn, phone).some((remote) => remote.call === call);
  if (isKnown) updatePhone(turn, phone.name, { selected: call });
  else setPrompt(turn, phone.name, "keyNotActive");
}
