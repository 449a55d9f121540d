import { refusals } from "@/lib/callback/state/refusals";
import type { RowId } from "@/lib/callback/state/row-id";
import type { RuleId } from "@/lib/callback/state/rules";

/** The input by which the sentences of a rule differ: the values with one of their own, and that of all others. */
export interface Variant {
  readonly by: string;
  readonly values: readonly string[];
  readonly otherwise: string;
}

/** The rules that have several sentences. */
export const variants: { readonly [Rule in RowId | RuleId]?: Variant } = {
  "1": { by: "hears", values: ["ringing", "busy", "fastBusy"], otherwise: "reorder" },
  "2": { by: "answered", values: ["true"], otherwise: "released" },
  "4": { by: "refusal", values: Object.keys(refusals), otherwise: "unknownNumber" },
  "7": { by: "target", values: ["remote"], otherwise: "local" },
  "8": { by: "reason", values: ["replaced"], otherwise: "begun" },
  "9": { by: "why", values: ["Exit", "timeout", "reset", "answered"], otherwise: "callEnded" },
  "10": { by: "reason", values: ["rejected", "linkLost"], otherwise: "accepted" },
  "16": { by: "overrides", values: ["true"], otherwise: "false" },
  "17": { by: "policy", values: ["oneAtATime"], otherwise: "notifyAll" },
  "18": { by: "why", values: ["calledByOther", "turnOfOther"], otherwise: "inUse" },
  "25": { by: "by", values: ["caller", "administrator"], otherwise: "unknown" },
  "28": { by: "reason", values: ["originatorReset", "originatorRemoved"], otherwise: "kept" },
  "31": { by: "reason", values: ["rejected"], otherwise: "linkLost" },
  "31c": { by: "what", values: ["nobody"], otherwise: "elsewhere" },
  "31d": { by: "what", values: ["guardEnds", "guardRestarts"], otherwise: "turnOfOther" },
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
