import type { CallPhase, ReorderCause } from "@/lib/callback/state/call";
import type { RequestMode } from "@/lib/callback/state/request";

/** A party as the other cluster shows it. */
export interface FarParty {
  readonly number: string;
  readonly name: string;
}

/** What a call says over a trunk; the call has the same id on both sides. */
export type CallMessage =
  | {
      readonly kind: "callSetup";
      readonly call: string;
      readonly from: FarParty;
      /** The trunk that it comes over; absent in messages of earlier versions. */
      readonly trunk?: string;
      readonly to: string;
      readonly isVideo: boolean;
      /** The request from whose screen it was dialled. */
      readonly request: string | null;
      readonly overridesForwarding: boolean;
    }
  | {
      readonly kind: "callProgress";
      readonly call: string;
      readonly phase: Extract<CallPhase, "ringing" | "busy" | "fastBusy" | "reorder">;
      readonly cause: ReorderCause | null;
      readonly name: string;
      readonly goesToVoiceMail: boolean;
      /** What the number was found to be; absent in messages of earlier versions: then what is heard tells. */
      readonly mode?: RequestMode;
    }
  | { readonly kind: "callAnswered"; readonly call: string }
  | { readonly kind: "callReleased"; readonly call: string };

/**
 * What a request for call back says over a trunk, after QSIG SS-CC. They may come twice, out of order or not at
 * all; `count` rises with each message of its direction, so that an old one is known.
 */
export type RequestMessage =
  | {
      readonly kind: "ccRequest";
      readonly request: string;
      readonly caller: FarParty;
      readonly to: string;
      readonly mode: RequestMode;
    }
  | { readonly kind: "ccAccept"; readonly request: string }
  | { readonly kind: "ccReject"; readonly request: string }
  | { readonly kind: "remoteUserFree"; readonly request: string; readonly count: number }
  | { readonly kind: "suspend"; readonly request: string; readonly count: number }
  | { readonly kind: "resume"; readonly request: string; readonly count: number }
  /** The reason when it is over because A and B talk (row 29); else it was cancelled. */
  | { readonly kind: "ccCancel"; readonly request: string; readonly reason?: "completed" };

export type TrunkMessage = CallMessage | RequestMessage;

/** True for the messages of calls, which name a call and no request of their own. */
export function isCallMessage(message: TrunkMessage): message is CallMessage {
  return "call" in message;
}
