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
import type { StepContext } from "@/lib/callback/state/step-context";

/** What a person does with a phone. Without registration only Do Not Disturb and forwarding can be set. */
export function actOnPhone(context: StepContext, name: string, action: PhoneAction): void {
  const phone = context.get("phones", name);
  if (!phone) return;
  switch (action.kind) {
    case "setDnd":
      setDnd(context, name, action.status, action.option);
      return;
    case "setForwardAll": {
      const line = lineWithIndex(phone, action.line);
      if (line) setForwardAll(context, line.number, action.target);
      return;
    }
    default:
      if (phone.registration === "registered") actOnRegistered(context, phone, action);
  }
}

type HandsOn = Exclude<PhoneAction, { readonly kind: "setDnd" | "setForwardAll" }>;

function actOnRegistered(context: StepContext, before: Phone, action: HandsOn): void {
  const { name } = before;
  setPrompt(context, name, null);
  stopTone(context, name);
  const phone = context.get("phones", name) ?? before;
  switch (action.kind) {
    case "offHook":
      goOffHook(context, phone);
      return;
    case "onHook":
      goOnHook(context, phone);
      return;
    case "dial":
      if (!dial(context, name, action.digits, action.line, action.video))
        setPrompt(context, name, "keyNotActive");
      return;
    case "digit":
      pressDigit(context, name, action.digit);
      return;
    case "pressSoftkey":
      pressSoftkey(context, phone, action.softkey);
      return;
    case "pressButton":
      pressButton(context, phone, action.position);
      return;
    case "selectCall":
      selectCall(context, phone, action.call);
      return;
  }
}

/** Answers a ringing call, else dial tone. */
function goOffHook(context: StepContext, phone: Phone): void {
  if (phone.hook === "off") return;
  const ringing = ringingCall(context, phone.name);
  if (ringing) {
    answerCall(context, phone.name, ringing);
    return;
  }
  if (!startCall(context, phone.name)) setPrompt(context, phone.name, "keyNotActive");
}

/** Ends every call of the phone that it does not hold; what rings it goes on ringing. */
function goOnHook(context: StepContext, phone: Phone): void {
  if (phone.hook === "on") return;
  for (const call of callsOf(context, phone)) {
    if (sideOf(call, phone.name) !== "rung" && !isHeldBy(call, phone.name)) releaseCall(context, call);
  }
  updatePhone(context, phone.name, { hook: "on" });
}

function selectCall(context: StepContext, phone: Phone, call: string): void {
  const isKnown =
    phone.calls.includes(call) || remoteCalls(context, phone).some((remote) => remote.call === call);
  if (isKnown) updatePhone(context, phone.name, { selected: call });
  else setPrompt(context, phone.name, "keyNotActive");
}
