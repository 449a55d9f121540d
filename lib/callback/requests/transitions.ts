import type { RowId } from "@/lib/callback/state/row-id";

/**
 * The rows of the table of requests in docs/engine.md, in its order: from which state, on what, to which state, and
 * which requirements it serves. The code that takes a row names its id: search for `"22b"`.
 */
export const transitions = {
  "1": {
    from: "dialling",
    on: "ringing, busy, fast busy or reorder",
    to: "offered",
    requirements: ["OV-03", "OV-04"],
  },
  "2": { from: "offered", on: "B answers or the call is released", to: "–", requirements: ["OV-03"] },
  "3": { from: "offered", on: "CallBack while the service is off", to: "offered", requirements: ["OV-03"] },
  "4": {
    from: "offered",
    on: "CallBack for a target that cannot be",
    to: "offered",
    requirements: ["TS-05", "PR-01"],
  },
  "5": {
    from: "offered",
    on: "CallBack with a live request to another number",
    to: "confirmReplace",
    requirements: ["TS-04", "TS-02"],
  },
  "6": {
    from: "offered",
    on: "CallBack with a live request to the same number",
    to: "same",
    requirements: ["OV-03"],
  },
  "7": {
    from: "offered",
    on: "CallBack",
    to: "active or requested",
    requirements: ["OV-01", "OV-02", "OV-03", "OV-04"],
  },
  "8": { from: "confirmReplace", on: "OK", to: "active or requested", requirements: ["TS-04"] },
  "9": {
    from: "confirmReplace",
    on: "Exit, EndCall, on-hook, an answer, the end of the call, reset, 30 s",
    to: "the old request unchanged",
    requirements: ["TS-04"],
  },
  "9b": { from: "confirmReplace", on: "the old request ends", to: "offered", requirements: ["TS-04"] },
  "10": { from: "requested", on: "accept, reject, T1", to: "active or ended", requirements: ["OV-02"] },
  "10b": {
    from: "requested",
    on: "remote user free overtook the accept",
    to: "active, then 11 or 12",
    requirements: ["OV-02"],
  },
  "11": { from: "active", on: "B free, A free", to: "ready", requirements: ["OV-01", "IN-05"] },
  "12": {
    from: "active",
    on: "B free, or the event of row 13; A not free",
    to: "suspended",
    requirements: ["OV-05", "OV-06"],
  },
  "13": {
    from: "active",
    on: "a cycle of B under DND-Reject, A free",
    to: "readyDndReject",
    requirements: ["IN-07"],
  },
  "14": {
    from: "ready, readyDndReject",
    on: "A dials or answers another call",
    to: "suspended",
    requirements: ["OV-05", "OV-06"],
  },
  "14b": {
    from: "readyLate",
    on: "A dials or answers another call",
    to: "readyLate",
    requirements: ["IN-02"],
  },
  "15": { from: "suspended", on: "A free", to: "active, then selection", requirements: ["OV-05", "OV-06"] },
  "16": { from: "ready, readyLate", on: "Dial", to: "calling", requirements: ["IN-01", "IN-02"] },
  "17": { from: "ready", on: "T3", to: "readyLate", requirements: ["IN-02"] },
  "18": {
    from: "ready, readyLate, readyDndReject",
    on: "B in use again, or called by another under oneAtATime",
    to: "active",
    requirements: ["OV-01"],
  },
  "18b": {
    from: "ready, readyLate",
    on: "B sets DND-Reject, idle",
    to: "readyDndReject",
    requirements: ["IN-07"],
  },
  "19": {
    from: "readyDndReject",
    on: "B clears DND-Reject, free; A free",
    to: "ready",
    requirements: ["IN-07"],
  },
  "20": { from: "any with a screen but confirmReplace", on: "Exit", to: "same", requirements: ["TS-02"] },
  "21": { from: "calling", on: "answered", to: "ended", requirements: ["OV-01"] },
  "22": { from: "calling", on: "busy", to: "active, needsUse", requirements: ["OV-01"] },
  "22b": { from: "calling", on: "no answer", to: "active, mode noReply, needsUse", requirements: ["OV-04"] },
  "23": { from: "calling", on: "reorder of any other cause", to: "readyLate", requirements: ["IN-09"] },
  "23b": { from: "live", on: "B's phone removed", to: "unchanged", requirements: ["IN-09"] },
  "24": { from: "calling", on: "A hangs up first", to: "active as by 22b", requirements: ["OV-01"] },
  "25": { from: "live", on: "Cancel", to: "ended", requirements: ["OV-01"] },
  "26": { from: "live", on: "T2", to: "ended", requirements: ["OV-01"] },
  "27": {
    from: "live",
    on: "Extension Mobility login or logout of A or B",
    to: "ended",
    requirements: ["IN-08"],
  },
  "28": {
    from: "requested, active, suspended that was never ready",
    on: "A's phone loses registration, but not by Extension Mobility",
    to: "ended or same",
    requirements: ["TS-01"],
  },
  "28b": {
    from: "ready, readyLate, readyDndReject, suspended that was ready",
    on: "A's phone loses registration",
    to: "unchanged or readyLate",
    requirements: ["TS-02"],
  },
  "28c": { from: "calling", on: "A's phone loses registration", to: "readyLate", requirements: ["TS-02"] },
  "28d": {
    from: "active, suspended that were kept",
    on: "B free, or A registers, while nothing is shown",
    to: "ready",
    requirements: ["TS-01"],
  },
  "29": {
    from: "live",
    on: "A and B are connected otherwise, whoever called and however they were joined",
    to: "ended",
    requirements: ["OV-01"],
  },
  "30": { from: "live", on: "the server stops", to: "unchanged", requirements: ["OV-01"] },
  "31": {
    from: "live, remote B",
    on: "link lost, ccCancel or ccReject",
    to: "ended",
    requirements: ["OV-02"],
  },
  "31b": {
    from: "live, remote B",
    on: "no QSIG trunk with a route pattern for the digits is left",
    to: "ended",
    requirements: ["OV-02"],
  },
  "31c": {
    from: "live",
    on: "B's route point, or one further along, forwards elsewhere",
    to: "unchanged",
    requirements: ["PR-07"],
  },
  "31d": {
    from: "live",
    on: "selection policy or guard time changed",
    to: "unchanged",
    requirements: ["OV-01"],
  },
  "32": {
    from: "ended or unknown",
    on: "ccAccept or remoteUserFree",
    to: "unchanged",
    requirements: ["OV-02"],
  },
} as const satisfies Readonly<Record<RowId, Transition>>;

interface Transition {
  readonly from: string;
  readonly on: string;
  readonly to: string;
  readonly requirements: readonly string[];
}
