import { collectsForwardDestination } from "@/lib/callback/calls/forward-all";
import { forwards } from "@/lib/callback/calls/route-call";
import { type Notice, noticesOf } from "@/lib/callback/display/notices";
import { callStateOfPhone, offeredSoftkeys, remoteCalls } from "@/lib/callback/display/offered-keys";
import { linesOfScreen, type ScreenLine } from "@/lib/callback/display/screen-lines";
import { callStateOf } from "@/lib/callback/phones/call-state";
import { callsOf, isHeldBy, lineOf, otherEnd, sideOf } from "@/lib/callback/phones/sides";
import { isLive } from "@/lib/callback/requests/request-state";
import { keysOfScreen } from "@/lib/callback/requests/screen-key";
import type { Call, CallEnd } from "@/lib/callback/state/call";
import type { Phone, PhoneRegistration, Prompt, ScreenKey } from "@/lib/callback/state/phone";
import type { ScreenKind } from "@/lib/callback/state/screen";
import type { Reader } from "@/lib/callback/state/world";
import { type ButtonFeature, callBackFeature, lineFeature } from "@/lib/catalog/button-features";
import type { CallState } from "@/lib/catalog/call-states";
import type { SoftkeyId } from "@/lib/catalog/softkeys";

export type Tone = "none" | "dial" | "ringback" | "busy" | "fastBusy" | "reorder" | "ringing" | "callBack";

export type Lamp = "off" | "on" | "blinking";

/** A call as its phone shows it. */
export interface DisplayedCall {
  readonly id: string;
  readonly callState: CallState;
  readonly direction: "incoming" | "outgoing";
  /** The other party's number; empty while none is known. */
  readonly party: string;
  readonly line: number;
}

/** Everything to see and hear on a phone; texts are chosen by the caller, in the phone's user locale. */
export interface PhoneDisplay {
  readonly phone: string;
  readonly registration: PhoneRegistration;
  readonly hook: "on" | "off";
  readonly userLocale: string;
  readonly callState: CallState;
  readonly tone: Tone;
  readonly prompt: Prompt | "enterForwardDestination" | null;
  /** What the idle phone says of itself. */
  readonly notices: readonly Notice[];
  readonly softkeys: readonly SoftkeyId[];
  readonly screen: {
    readonly kind: ScreenKind;
    readonly lines: readonly ScreenLine[];
    readonly softkeys: readonly ScreenKey[];
  } | null;
  readonly buttons: readonly {
    readonly position: number;
    readonly feature: ButtonFeature;
    readonly label: string;
    readonly lamp: Lamp;
  }[];
  readonly calls: readonly DisplayedCall[];
}

const noTone: Tone = "none";

function toneOfCall(call: Call, phone: Phone): Tone {
  if (sideOf(call, phone.name) === "rung") {
    return phone.dnd.status && phone.dnd.option === "Ringer Off" ? noTone : "ringing";
  }
  if (sideOf(call, phone.name) === "callee" || isHeldBy(call, phone.name)) return noTone;
  switch (call.phase) {
    case "collecting":
      return call.digits === "" ? "dial" : noTone;
    case "ringing":
      return "ringback";
    case "busy":
    case "fastBusy":
    case "reorder":
      return call.phase;
    case "proceeding":
    case "connected":
      return noTone;
  }
}

function toneOf(reader: Reader, phone: Phone): Tone {
  if (phone.playsCallBackTone) return "callBack";
  const call = phone.selected === null ? undefined : reader.get("calls", phone.selected);
  return call && phone.calls.includes(call.id) ? toneOfCall(call, phone) : noTone;
}

function numberOf(end: CallEnd | null): string {
  return end === null || end.kind === "voiceMail" ? "" : end.number;
}

function displayCall(call: Call, phone: Phone): DisplayedCall {
  const side = sideOf(call, phone.name);
  const lineNumber = lineOf(call, phone.name);
  const line = phone.running.lines.find(({ number }) => number === lineNumber)?.index ?? 1;
  const other = side === "rung" ? call.caller : otherEnd(call, side);
  return {
    id: call.id,
    callState: callStateOf(call, phone.name),
    direction: side === "caller" ? "outgoing" : "incoming",
    party: side === "caller" ? call.digits : numberOf(other),
    line,
  };
}

function lampOfLine(calls: readonly DisplayedCall[], index: number | null): Lamp {
  const own = calls.filter(({ line }) => line === index);
  if (own.some(({ callState }) => callState === "Ring In" || callState === "On Hold")) return "blinking";
  return own.length > 0 ? "on" : "off";
}

function lampOfCallBack(reader: Reader, phone: Phone): Lamp {
  const request = phone.request === null ? undefined : reader.get("requests", phone.request);
  if (!isLive(request)) return "off";
  return request.state === "ready" ? "blinking" : "on";
}

/** What the phone shows and plays now. */
export function displayOf(reader: Reader, phone: Phone): PhoneDisplay {
  const own = callsOf(reader, phone).map((call) => displayCall(call, phone));
  const remote = remoteCalls(reader, phone).map(
    ({ call, line }): DisplayedCall => ({
      id: call,
      callState: "Remote In Use",
      direction: "incoming",
      party: "",
      line,
    }),
  );
  const calls = [...own, ...remote];
  const { screen, running } = phone;
  return {
    phone: phone.name,
    registration: phone.registration,
    hook: phone.hook,
    userLocale: running.userLocale,
    callState: callStateOfPhone(reader, phone),
    tone: toneOf(reader, phone),
    prompt: phone.prompt ?? (isAskedForDestination(reader, phone) ? "enterForwardDestination" : null),
    notices: noticesOf(reader, phone),
    softkeys: offeredSoftkeys(reader, phone),
    screen: screen && {
      kind: screen.kind,
      lines: linesOfScreen(screen),
      softkeys: keysOfScreen[screen.kind],
    },
    buttons: running.buttons.map(({ position, feature, label, index }) => ({
      position,
      feature,
      label,
      lamp: lampOf(reader, phone, calls, feature, index),
    })),
    calls,
  };
}

function isAskedForDestination(reader: Reader, { selected }: Phone): boolean {
  return collectsForwardDestination(selected === null ? undefined : reader.get("calls", selected));
}

function lampOfForwarding(reader: Reader, { running }: Phone): Lamp {
  const [first] = running.lines;
  const number = first && reader.get("numbers", first.number);
  return number?.kind === "directoryNumber" && forwards(number.forward.all) ? "on" : "off";
}

function lampOf(
  reader: Reader,
  phone: Phone,
  calls: readonly DisplayedCall[],
  feature: ButtonFeature,
  index: number | null,
): Lamp {
  if (feature === lineFeature) return lampOfLine(calls, index);
  if (feature === callBackFeature) return lampOfCallBack(reader, phone);
  if (feature === "Forward All") return lampOfForwarding(reader, phone);
  return feature === "Do Not Disturb" && phone.dnd.status ? "on" : "off";
}
