import type { NumberKey } from "@/lib/callback/state/dial-plan";

/** The states of a request, as the table of `requests/request-table.ts` has them. */
export const requestStates = [
  "requested",
  "active",
  "suspended",
  "ready",
  "readyLate",
  "readyDndReject",
  "calling",
  "ended",
] as const;
export type RequestState = (typeof requestStates)[number];

/** Why a request ended. */
export const endReasons = [
  "completed",
  "cancelled",
  "replaced",
  "expired",
  "rejected",
  "extensionMobility",
  "originatorReset",
  "originatorRemoved",
  "linkLost",
] as const;
export type EndReason = (typeof endReasons)[number];

/** What the caller heard: busy or fast busy, or that nobody answered. */
export const requestModes = ["busy", "noReply"] as const;
export type RequestMode = (typeof requestModes)[number];

/** Whom a request waits for. */
export type Target =
  | {
      readonly kind: "local";
      readonly digits: string;
      /** The number that was dialled, and the line that is watched: of a CTI route point the one it leads to. */
      readonly number: NumberKey;
      readonly watched: NumberKey;
    }
  | {
      readonly kind: "remote";
      /** As they are dialled here. */
      readonly digits: string;
      /** As the other cluster knows them; absent of requests of earlier versions: the same. */
      readonly sent?: string;
      readonly cluster: string;
    };

/** One request for call back; one live request an originating phone. */
export interface CallBackRequest {
  readonly id: string;
  readonly originator: { readonly phone: string; readonly line: NumberKey; readonly number: string };
  readonly target: Target;
  readonly mode: RequestMode;
  readonly state: RequestState;
  readonly reason: EndReason | null;
  readonly createdAt: number;
  /** The live request that it replaces once the far side accepts. */
  readonly replaces: string | null;
  /** When B was last found available. */
  readonly readyAt: number | null;
  /** Until when Dial overrides forwarding, this instant included; null when it does not [IN-01, IN-02]. */
  readonly recallUntil: number | null;
  /** It was ready when it was suspended (row 28b). */
  readonly wasReady: boolean;
  /** Remote target: the count of messages sent, and the last notification taken; repeated ones change nothing. */
  readonly sent: number;
  readonly heard: number;
}

/** The states of a served request, as the table of `requests/served-table.ts` has them. */
export const servedStates = ["waiting", "notified", "suspended", "calling"] as const;

/** A request of another cluster for a number of this one. */
export interface ServedRequest {
  /** `served:` with the cluster and the id that it has there. */
  readonly id: string;
  readonly cluster: string;
  readonly request: string;
  readonly caller: { readonly number: string; readonly name: string };
  /** What was asked for. */
  readonly digits: string;
  readonly watched: NumberKey;
  readonly state: (typeof servedStates)[number];
  readonly heard: number;
  /** How often it was notified. */
  readonly sent: number;
}

/** The watch of a line: who waits for it, first come first. */
export interface Watch {
  readonly number: NumberKey;
  readonly first: string | null;
  readonly last: string | null;
  readonly nextPlace: number;
  /** Under oneAtATime nobody before this waiter can hold the line: where the search begins; null: at the first. */
  readonly head: string | null;
  /** Under oneAtATime who was given the line last. */
  readonly holder: string | null;
  /** Uses of the line that have begun, and how many of these are known to have ended. */
  readonly usesBegun: number;
  readonly usesEnded: number;
  readonly isDndReject: boolean;
  /** The line's last cycle ended while it refused calls (row 13). */
  readonly cycledUnderDndReject: boolean;
  readonly guardPassed: boolean;
}

/** A place in the queue of a watch; of a request or of one served for another cluster. */
export interface Waiter {
  readonly id: string;
  readonly kind: "own" | "served";
  readonly watched: NumberKey;
  readonly place: number;
  /** When it was accepted; places rise with it. */
  readonly since: number;
  readonly previous: string | null;
  readonly next: string | null;
  /** Not selected before as many uses of the line have ended; null: at once. */
  readonly needsUse: number | null;
}

export type TimerKind = "T1" | "T2" | "T3" | "guard" | "question" | "noAnswer" | "voiceMail" | "interDigit";

/** A timer is data: the runtime delivers `timerExpired` when it is due. `dueAt` in milliseconds. */
export interface Timer {
  readonly id: string;
  readonly kind: TimerKind;
  /** A request, served request, watch, phone or call. */
  readonly owner: string;
  readonly dueAt: number;
}
