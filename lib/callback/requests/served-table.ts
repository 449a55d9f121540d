import { holdTo, type TableRow } from "@/lib/callback/requests/table-row";
import { servedStates } from "@/lib/callback/state/request";
import type { StepContext } from "@/lib/callback/state/step-context";
import { anything } from "@/lib/callback/state/triggers";
import type { TargetOf } from "@/lib/state-table/state-table";
import { holdsToTables } from "@/lib/state-table/take-row";

/** A served request in the table: "none" before there is one, and when it is over. */
export type ServedInTable = (typeof servedStates)[number] | "none";

interface ServedRow extends TableRow<ServedInTable> {
  /** The sentence of the trace. */
  readonly says?: "accepted" | "rejected" | "notified" | "waiting" | "suspended" | "resumed" | "ended";
  /** What the cluster that asked is told. */
  readonly sends?: "ccAccept" | "ccReject" | "remoteUserFree" | "ccCancel" | "ccCancel: completed";
}

/** The table of the served side of a trunk in docs/engine.md, which is made from it. */
export const servedTable = {
  accepted: {
    from: ["none"],
    on: ["ccRequest"],
    event: "ccRequest that row 4 would not refuse here [service on]",
    to: "waiting",
    says: "accepted",
    sends: "ccAccept",
    also: "T2 runs; then selection",
    requirements: ["OV-02"],
  },
  acceptedBefore: {
    from: servedStates,
    on: ["ccRequest"],
    event: "ccRequest once more",
    to: "same",
    sends: "ccAccept",
    also: "asked twice it is accepted once",
    requirements: ["OV-02"],
  },
  refused: {
    from: ["none"],
    on: ["ccRequest"],
    event: "ccRequest that row 4 would refuse, or while the service is off",
    to: "same",
    says: "rejected",
    sends: "ccReject",
    requirements: ["OV-02"],
  },
  notified: {
    from: ["waiting"],
    on: anything,
    event: "selection [no needsUse; how A stands is not asked here]",
    to: "notified",
    says: "notified",
    sends: "remoteUserFree",
    also: "under `oneAtATime` T3 runs",
    requirements: ["OV-02"],
  },
  lineTaken: {
    from: ["notified"],
    on: anything,
    event: "B in use again or on DND-Reject; the turn goes to another one",
    to: "waiting",
    says: "waiting",
    requirements: ["OV-02"],
  },
  turnLost: {
    from: ["notified", "calling"],
    on: ["configured"],
    event: "row 31d: another one has the turn",
    to: "waiting",
    says: "waiting",
    also: "who was calling gets needsUse, and its call goes on as any other one",
    requirements: ["OV-02"],
  },
  recallExpired: {
    from: ["notified"],
    on: ["T3"],
    event: "T3 [oneAtATime]",
    to: "waiting",
    says: "waiting",
    also: "needsUse",
    requirements: ["OV-02"],
  },
  suspended: {
    from: servedStates,
    on: ["suspend"],
    event: "suspend",
    to: "suspended",
    says: "suspended",
    requirements: ["OV-05", "OV-06"],
  },
  resumed: {
    from: servedStates,
    on: ["resume"],
    event: "resume",
    to: "waiting",
    says: "resumed",
    also: "then selection",
    requirements: ["OV-05", "OV-06"],
  },
  called: {
    from: servedStates,
    on: ["callSetup"],
    event: "the call from A's screen arrives",
    to: "calling",
    also: "under `oneAtATime` it hears busy while another one is calling",
    requirements: ["OV-02"],
  },
  callFailed: {
    from: ["calling"],
    on: anything,
    event: "not answered in the end",
    to: "waiting",
    says: "waiting",
    also: "needsUse",
    requirements: ["OV-02"],
  },
  answered: {
    from: ["calling"],
    on: anything,
    event: "answered",
    to: "none",
    says: "ended",
    requirements: ["OV-02"],
  },
  farSideEnded: {
    from: servedStates,
    on: ["ccCancel", "linkLost"],
    event: "ccCancel; link lost",
    to: "none",
    says: "ended",
    requirements: ["OV-02"],
  },
  noRouteLeft: {
    from: servedStates,
    on: ["configured"],
    event: "row 31b: no QSIG trunk joins the clusters any more",
    to: "none",
    says: "ended",
    requirements: ["OV-02"],
  },
  durationExpired: {
    from: servedStates,
    on: ["T2"],
    event: "T2",
    to: "none",
    says: "ended",
    sends: "ccCancel",
    requirements: ["OV-02"],
  },
  userChanged: {
    from: servedStates,
    on: ["userChanged", "phoneUnregistered", "phoneRegistered"],
    event: "row 27: Extension Mobility on a phone of B",
    to: "none",
    says: "ended",
    sends: "ccCancel",
    requirements: ["IN-08"],
  },
  joinedOtherwise: {
    from: servedStates,
    on: anything,
    event: "row 29: A and B talk otherwise",
    to: "none",
    says: "ended",
    sends: "ccCancel: completed",
    requirements: ["OV-02"],
  },
} as const satisfies Readonly<Record<string, ServedRow>>;

export type ServedRowName = keyof typeof servedTable;

/** The states to which a row leads. */
export type ServedAfter<Name extends ServedRowName> = TargetOf<(typeof servedTable)[Name]>;

/** The rows that lead there. */
export type ServedRowTo<State extends ServedInTable> = {
  [Name in ServedRowName]: State extends ServedAfter<Name> ? Name : never;
}[ServedRowName];

/** A row with all that it may say. */
export function servedRow(name: ServedRowName): ServedRow {
  return servedTable[name];
}

/** Holds what becomes of a served request to its table, in tests and development. */
export function holdServedToTable(
  context: StepContext,
  id: string,
  row: ServedRowName,
  to: ServedInTable,
): void {
  if (!holdsToTables) return;
  const from = context.get("served", id)?.state ?? "none";
  holdTo(context, { table: "served", row, from, to }, servedTable[row]);
}
