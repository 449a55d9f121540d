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
import type { Turn } from "@/lib/callback/state/turn";
import type { ButtonFeature } from "@/lib/catalog/button-features";
import type { SoftkeyId } from "@/lib/catalog/softkeys";

/** What a key does; false when it can do nothing now. */
type KeyFunction = (turn: Turn, phone: Phone, call: Call | undefined) => boolean;

const redial: KeyFunction = (turn, phone) =>
  phone.lastDialled !== null && dial(turn, phone.name, phone.lastDialled);

const newCall: KeyFunction = (turn, phone) => startCall(turn, phone.name) !== null;

const hold: KeyFunction = (turn, { name }, call) => {
  if (call?.phase !== "connected" || call.callee?.kind === "voiceMail" || isHeldBy(call, name)) return false;
  if (sideOf(call, name) === "rung") return false;
  holdCall(turn, call, name);
  return true;
};

const resume: KeyFunction = (turn, { name }, call) => {
  if (!call || !isHeldBy(call, name)) return false;
  makeRoom(turn, name, call.id);
  const held = turn.get("calls", call.id);
  if (held) unholdCall(turn, held, name);
  turnTo(turn, name, call.id);
  return true;
};

const answer: KeyFunction = (turn, { name }) => {
  const ringing = ringingCall(turn, name);
  if (ringing) answerCall(turn, name, ringing);
  return ringing !== null;
};

const endCall: KeyFunction = (turn, { name }, call) => {
  if (!call || sideOf(call, name) === "rung") return false;
  releaseCall(turn, call);
  return true;
};

const transfer: KeyFunction = (turn, { name }, call) => {
  if (!call || sideOf(call, name) === "rung") return false;
  if (call.purpose === "transfer" && sideOf(call, name) === "caller")
    return completeTransfer(turn, name, call);
  return call.phase === "connected" && startTransfer(turn, name, call);
};

const forwardAll: KeyFunction = (turn, { name }) => pressForwardAll(turn, name);

const doNotDisturb: KeyFunction = (turn, { name, dnd }) => {
  setDnd(turn, name, !dnd.status, dnd.option);
  return true;
};

const backspace: KeyFunction = (turn, { name }, call) => {
  if (call?.phase !== "collecting" || call.digits === "") return false;
  eraseDigit(turn, name);
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
