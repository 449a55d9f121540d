import { answerCall, ringingCall } from "@/lib/callback/calls/answer";
import { dial, eraseDigit } from "@/lib/callback/calls/dial";
import { pressForwardAll } from "@/lib/callback/calls/forward-all";
import { holdCall, makeRoom, turnTo, unholdCall } from "@/lib/callback/calls/make-room";
import { startCall } from "@/lib/callback/calls/new-call";
import { releaseCall } from "@/lib/callback/calls/release";
import { completeTransfer, startTransfer } from "@/lib/callback/calls/transfer";
import { setDnd } from "@/lib/callback/phones/do-not-disturb";
import { isHeldBy, sideOf } from "@/lib/callback/phones/sides";
import type { Call } from "@/lib/callback/state/call";
import type { Phone } from "@/lib/callback/state/phone";
import type { StepContext } from "@/lib/callback/state/step-context";
import type { ButtonFeature } from "@/lib/catalog/button-features";
import type { SoftkeyId } from "@/lib/catalog/softkeys";

/** What a key does; false when it can do nothing now. */
type KeyFunction = (context: StepContext, phone: Phone, call: Call | undefined) => boolean;

const redial: KeyFunction = (context, phone) =>
  phone.lastDialled !== null && dial(context, phone.name, phone.lastDialled);

const newCall: KeyFunction = (context, phone) => startCall(context, phone.name) !== null;

const hold: KeyFunction = (context, { name }, call) => {
  if (call?.phase !== "connected" || call.callee?.kind === "voiceMail" || isHeldBy(call, name)) return false;
  if (sideOf(call, name) === "rung") return false;
  holdCall(context, call, name);
  return true;
};

const resume: KeyFunction = (context, { name }, call) => {
  if (!call || !isHeldBy(call, name)) return false;
  makeRoom(context, name, call.id);
  const held = context.get("calls", call.id);
  if (held) unholdCall(context, held, name);
  turnTo(context, name, call.id);
  return true;
};

const answer: KeyFunction = (context, { name }) => {
  const ringing = ringingCall(context, name);
  if (ringing) answerCall(context, name, ringing);
  return ringing !== null;
};

const endCall: KeyFunction = (context, { name }, call) => {
  if (!call || sideOf(call, name) === "rung") return false;
  releaseCall(context, call);
  return true;
};

const transfer: KeyFunction = (context, { name }, call) => {
  if (!call || sideOf(call, name) === "rung") return false;
  if (call.purpose === "transfer" && sideOf(call, name) === "caller")
    return completeTransfer(context, name, call);
  return call.phase === "connected" && startTransfer(context, name, call);
};

const forwardAll: KeyFunction = (context, { name }) => pressForwardAll(context, name);

const doNotDisturb: KeyFunction = (context, { name, dnd }) => {
  setDnd(context, name, !dnd.status, dnd.option);
  return true;
};

const backspace: KeyFunction = (context, { name }, call) => {
  if (call?.phase !== "collecting" || call.digits === "") return false;
  eraseDigit(context, name);
  return true;
};

/** The everyday keys; others of the catalogue may be laid out and say `Service Is Not Active`. */
export const softkeyFunctions: { readonly [Id in SoftkeyId]?: KeyFunction } = {
  Redial: redial,
  NewCall: newCall,
  Hold: hold,
  Resume: resume,
  Answer: answer,
  EndCall: endCall,
  Transfer: transfer,
  CFwdAll: forwardAll,
  DND: doNotDisturb,
  "<<": backspace,
};

/** The feature buttons that do what a softkey does. */
export const buttonFunctions: { readonly [Feature in ButtonFeature]?: KeyFunction } = {
  Redial: redial,
  "New Call": newCall,
  Hold: hold,
  "End Call": endCall,
  Transfer: transfer,
  "Forward All": forwardAll,
  "Do Not Disturb": doNotDisturb,
};
