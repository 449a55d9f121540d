import { refusals } from "@/lib/callback/state/refusals";
import type { RowName } from "@/lib/callback/state/row-names";
import type { RuleId } from "@/lib/callback/state/rules";

/** The input by which the sentences of a rule differ: the values with one of their own, and that of all others. */
export interface Variant {
  readonly by: string;
  readonly values: readonly string[];
  readonly otherwise: string;
}

/** The rules that have several sentences. */
export const variants: { readonly [Rule in RowName | RuleId]?: Variant } = {
  offerBegins: { by: "hears", values: ["ringing", "busy", "fastBusy"], otherwise: "reorder" },
  offerEnds: { by: "answered", values: ["true"], otherwise: "released" },
  cannotActivate: { by: "refusal", values: Object.keys(refusals), otherwise: "unknownNumber" },
  activated: { by: "target", values: ["remote"], otherwise: "local" },
  replaced: { by: "reason", values: ["replaced"], otherwise: "begun" },
  questionClosed: { by: "why", values: ["Exit", "timeout", "reset", "answered"], otherwise: "callEnded" },
  farSideAnswered: { by: "reason", values: ["rejected", "linkLost"], otherwise: "accepted" },
  dialled: { by: "overrides", values: ["true"], otherwise: "false" },
  recallExpired: { by: "policy", values: ["oneAtATime"], otherwise: "notifyAll" },
  targetTaken: { by: "why", values: ["calledByOther", "turnOfOther"], otherwise: "inUse" },
  cancelled: { by: "by", values: ["caller", "administrator"], otherwise: "unknown" },
  lostBeforeReady: { by: "reason", values: ["originatorReset", "originatorRemoved"], otherwise: "kept" },
  farSideEnded: { by: "reason", values: ["rejected"], otherwise: "linkLost" },
  targetMoved: { by: "what", values: ["nobody"], otherwise: "elsewhere" },
  selectionChanged: { by: "what", values: ["guardEnds", "guardRestarts"], otherwise: "turnOfOther" },
  needsUse: { by: "why", values: ["dndReject", "oldSip"], otherwise: "noReply" },
  forwards: { by: "kind", values: ["busy", "noAnswer", "unregistered"], otherwise: "all" },
  notRegistered: {
    by: "why",
    values: ["reset", "restart", "extensionMobility", "removed"],
    otherwise: "unplugged",
  },
  served: {
    by: "what",
    values: ["accepted", "rejected", "notified", "suspended", "resumed", "ended"],
    otherwise: "waiting",
  },
};
