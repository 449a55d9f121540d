/** The things of the reference model: plain, mutable, and far fewer than the engine has. */

export type ModelPhase = "dialTone" | "ringing" | "busy" | "fastBusy" | "reorder" | "connected";

/** A phone with one line. It has at most one call: the model's histories never ask for two. */
export interface ModelPhone {
  readonly name: string;
  readonly number: string;
  isThere: boolean;
  isRegistered: boolean;
  refusesCalls: boolean;
  /** Where all calls go; the empty text: nowhere, `voiceMail`: to voice mail. */
  forward: string;
  call: ModelCall | null;
  /** In use since it was free last. */
  wasUsed: boolean;
  screen: ModelScreen | null;
  saysKeyNotActive: boolean;
  playsTone: boolean;
}

export interface ModelCall {
  readonly caller: ModelPhone;
  readonly dialled: string;
  phase: ModelPhase;
  /** Who rings or has answered. */
  callee: ModelPhone | null;
  toVoiceMail: boolean;
  /** Somebody else than B rings or is busy. */
  wasForwarded: boolean;
  /** When nobody has answered in time, or voice mail answers. */
  until: number | null;
  /** The request from whose screen it was dialled. */
  readonly request: ModelRequest | null;
}

export type ModelState =
  | "active"
  | "suspended"
  | "ready"
  | "readyLate"
  | "readyDndReject"
  | "calling"
  | "ended";

export interface ModelRequest {
  readonly originator: ModelPhone;
  readonly target: ModelPhone;
  state: ModelState;
  reason: string | null;
  needsUse: boolean;
  /** B's last cycle since acceptance ended while it refused calls (row 13). */
  cycledRefusing: boolean;
  wasReady: boolean;
  readyAt: number;
  /** T2, and T3 while or since it runs; null when it was stopped. */
  readonly serviceUntil: number;
  recallUntil: number | null;
}

export type ModelScreen =
  | { readonly kind: "callBackActivated" | "callBackAvailableDndReject"; readonly number: string }
  | { readonly kind: "callBackAvailable"; readonly number: string; readonly at: number }
  | { readonly kind: "callBackNotActive" }
  | { readonly kind: "callBackCannotActivate"; readonly number: string }
  | {
      readonly kind: "callBackAlreadyActive";
      readonly number: string;
      readonly other: string;
      readonly call: ModelCall;
      readonly request: ModelRequest;
      readonly until: number;
    };

export interface ModelSettings {
  readonly isOneAtATime: boolean;
  readonly keepsOnReset: boolean;
}

export const minute = 60_000;

/** Being rung is no use. */
export function isRung({ call, name }: ModelPhone): boolean {
  return call?.phase === "ringing" && call.callee?.name === name;
}

export function isInUse(phone: ModelPhone): boolean {
  return phone.isRegistered && phone.call !== null && !isRung(phone);
}

export function isFree({ isRegistered, call }: ModelPhone): boolean {
  return isRegistered && call === null;
}

/** The caller hears why nobody answers, or voice mail took all calls: call back is offered. */
export function isOffered({ phase, toVoiceMail }: ModelCall): boolean {
  if (phase === "connected") return toVoiceMail;
  return phase !== "dialTone";
}
