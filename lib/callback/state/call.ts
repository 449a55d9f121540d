import type { NumberKey } from "@/lib/callback/state/dial-plan";
import type { RequestMode } from "@/lib/callback/state/request";

/** One side of a call. */
export type CallEnd =
  | { readonly kind: "phone"; readonly phone: string; readonly line: NumberKey; readonly number: string }
  | {
      readonly kind: "remote";
      readonly cluster: string;
      readonly trunk: string | null;
      readonly number: string;
      readonly name: string;
    }
  | { readonly kind: "voiceMail" };

/** What a call is made for: to talk, to consult before a transfer, or to collect a number to forward to. */
export type CallPurpose = "talk" | "transfer" | "forwardAll";

/** Dial tone and digits · on its way · the tones that the caller hears · connected. */
export type CallPhase =
  | "collecting"
  | "proceeding"
  | "ringing"
  | "busy"
  | "fastBusy"
  | "reorder"
  | "connected";

/** Why a caller hears reorder. */
export type ReorderCause =
  | "unknownNumber"
  | "outsideCallingSearchSpace"
  | "notRegistered"
  | "noAnswer"
  | "forwardLoop"
  | "noRoute"
  | "routePointWithoutForward";

/** Where the dialled digits lead, before any forwarding: the target of a call back. */
export type Destination =
  | { readonly kind: "number"; readonly digits: string; readonly number: NumberKey }
  | {
      readonly kind: "trunk";
      readonly digits: string;
      /** What goes out of them; absent of calls of earlier versions: all. */
      readonly sent?: string;
      readonly trunk: string;
      readonly cluster: string;
    }
  | { readonly kind: "nowhere"; readonly digits: string; readonly cause: ReorderCause };

/**
 * What a request for call back on this call would wait for: that a busy B becomes free, or that B is used who did not
 * answer, was not registered, or let others answer.
 */
export function modeOf({ mode, phase }: Pick<Call, "mode" | "phase">): RequestMode {
  return mode ?? (phase === "busy" || phase === "fastBusy" ? "busy" : "noReply");
}

/** A call between two ends; it exists from dial tone to release. */
export interface Call {
  readonly id: string;
  readonly caller: CallEnd;
  /** Who answered. */
  readonly callee: CallEnd | null;
  readonly phase: CallPhase;
  readonly purpose: CallPurpose;
  /** Of a consultation: the held call that is to be transferred. */
  readonly consultationFor: string | null;
  /** What has been dialled. */
  readonly digits: string;
  readonly isVideo: boolean;
  readonly destination: Destination | null;
  /** The line that rings or was answered, after forwarding; the phones being rung. */
  readonly reached: NumberKey | null;
  readonly ringing: readonly string[];
  readonly cause: ReorderCause | null;
  readonly hops: number;
  /**
   * What the number that was dialled was found to be when it first forwarded the call; absent while it has not: then what
   * is heard tells. A CTI route point is not asked: the number at its end is.
   */
  readonly mode?: RequestMode;
  /** Forwarded to voice mail by forward-all: call back is refused until it is released [RS-04]. */
  readonly goesToVoiceMail: boolean;
  readonly heldBy: readonly ("caller" | "callee")[];
  /** The request from whose screen it was dialled, and whether it overrides forwarding [IN-01]. */
  readonly request: string | null;
  readonly overridesForwarding: boolean;
  /** The cluster over whose trunk it goes out and the number there, and the name that the far side announced. */
  readonly outbound: { readonly cluster: string; readonly trunk: string; readonly digits?: string } | null;
  readonly farName: string;
}
