import { type Phase, phases } from "@/lib/devices/device";
import type { DeviceEventKind } from "@/lib/devices/device-event";
import type { Act, Guard } from "@/lib/devices/life-cycle-acts";
import type { Row, Target } from "@/lib/state-table/state-table";

/** One row: in these phases, on these events, when all guards hold, the phone goes there and this is done. */
export interface Transition extends Row<Phase, DeviceEventKind> {
  readonly id: string;
  readonly when?: readonly Guard[];
  readonly to: Target<Phase>;
  readonly does: readonly Act[];
}

const present = phases.filter((phase) => phase !== "removed");
const allBut = (...excluded: readonly Phase[]) => present.filter((phase) => !excluded.includes(phase));
const everything = [
  "plugIn",
  "unplug",
  "registrationGranted",
  "shutDownEnded",
  "downloaded",
  "reset",
  "restart",
  "apply",
  "userChanged",
  "callStarted",
  "callEnded",
  "deleted",
  "renamed",
  "serverRestarted",
] as const satisfies readonly DeviceEventKind[];

/**
 * The life of a phone. The first row that fits is taken; every phase has one for every event.
 *
 * Reset shuts a phone down and brings it back, Restart registers it again, Apply Config does what the changes need;
 * the first two only to a registered phone. A call is not disturbed: what would end it waits for the end of the last one
 * [SK-10, SK-11, CD-03, BT-05, PH-02, PH-03, PH-05]. A phone downloads its configuration whenever it registers.
 *
 * A login or logout by Extension Mobility restarts the phone in the same way [IN-08].
 *
 * A phone is known by its name: with another one it is another device, which registers by itself; a call does not hold that up.
 *
 * Our decisions: a rejected phone tries again on Apply Config or when it is plugged in anew; pulling the plug of a
 * phone for which an action waits leaves that action to its next registration.
 */
export const lifeCycle: readonly Transition[] = [
  { id: "plugIn", from: ["unplugged"], on: ["plugIn"], to: "waiting", does: ["queue"] },
  { id: "plugIn again", from: allBut("unplugged"), on: ["plugIn"], to: "same", does: [] },

  {
    id: "unplug registered",
    from: ["registered"],
    on: ["unplug"],
    to: "unplugged",
    does: ["loseConnection", "hangUp", "leaveToRegistration", "stopTimer"],
  },
  {
    id: "unplug other",
    from: allBut("registered", "unplugged"),
    on: ["unplug"],
    to: "unplugged",
    does: ["loseConnection", "leaveToRegistration", "stopTimer"],
  },
  { id: "unplug again", from: ["unplugged"], on: ["unplug"], to: "same", does: [] },

  { id: "granted", from: ["waiting"], on: ["registrationGranted"], to: "registering", does: ["register"] },
  {
    id: "granted in vain",
    from: allBut("waiting"),
    on: ["registrationGranted"],
    to: "same",
    does: [],
  },
  {
    id: "downloaded early",
    from: ["registering"],
    on: ["downloaded"],
    when: ["isEarly"],
    to: "same",
    does: [],
  },
  {
    id: "downloaded and rejected",
    from: ["registering"],
    on: ["downloaded"],
    when: ["isRejected"],
    to: "rejected",
    does: ["stopTimer", "reject"],
  },
  {
    id: "downloaded",
    from: ["registering"],
    on: ["downloaded"],
    to: "registered",
    does: ["stopTimer", "run", "comeUp"],
  },
  { id: "downloaded late", from: allBut("registering"), on: ["downloaded"], to: "same", does: [] },

  { id: "down early", from: ["down"], on: ["shutDownEnded"], when: ["isEarly"], to: "same", does: [] },
  { id: "down", from: ["down"], on: ["shutDownEnded"], to: "waiting", does: ["stopTimer", "queue"] },
  { id: "down late", from: allBut("down"), on: ["shutDownEnded"], to: "same", does: [] },

  {
    id: "known action",
    from: present,
    on: ["reset", "restart", "apply"],
    when: ["isKnown"],
    to: "same",
    does: [],
  },
  {
    id: "command in a call",
    from: ["registered"],
    on: ["reset", "restart"],
    when: ["isInCall"],
    to: "same",
    does: ["answer", "postpone"],
  },
  {
    id: "reset",
    from: ["registered"],
    on: ["reset"],
    to: "down",
    does: ["answer", "interrupt", "shutDown"],
  },
  {
    id: "restart",
    from: ["registered"],
    on: ["restart"],
    to: "waiting",
    does: ["answer", "interrupt", "queue"],
  },
  {
    id: "command refused",
    from: allBut("registered"),
    on: ["reset", "restart"],
    to: "same",
    does: ["refuse"],
  },
  {
    id: "apply on the fly",
    from: ["registered"],
    on: ["apply"],
    when: ["isMild"],
    to: "same",
    does: ["answer", "run", "finish"],
  },
  {
    id: "apply in a call",
    from: ["registered"],
    on: ["apply"],
    when: ["isInCall"],
    to: "same",
    does: ["answer", "postpone"],
  },
  {
    id: "apply by reset",
    from: ["registered"],
    on: ["apply"],
    when: ["needsReset"],
    to: "down",
    does: ["answer", "interrupt", "shutDown"],
  },
  {
    id: "apply by restart",
    from: ["registered"],
    on: ["apply"],
    to: "waiting",
    does: ["answer", "interrupt", "queue"],
  },
  {
    id: "apply to a rejected phone",
    from: ["rejected"],
    on: ["apply"],
    to: "waiting",
    does: ["answerNothing", "retry", "queue"],
  },
  {
    id: "apply at registration",
    from: allBut("registered", "rejected"),
    on: ["apply"],
    to: "same",
    does: ["answerNothing", "finishAtRegistration"],
  },

  {
    id: "user changes in a call",
    from: ["registered"],
    on: ["userChanged"],
    when: ["isInCall"],
    to: "same",
    does: ["changeUser", "postpone"],
  },
  {
    id: "user changes",
    from: ["registered"],
    on: ["userChanged"],
    to: "waiting",
    does: ["changeUser", "interrupt", "queue"],
  },
  { id: "nobody is there", from: allBut("registered"), on: ["userChanged"], to: "same", does: [] },

  { id: "call", from: ["registered"], on: ["callStarted"], to: "same", does: ["addCall"] },
  { id: "call in vain", from: allBut("registered"), on: ["callStarted"], to: "same", does: [] },
  {
    id: "a call ends",
    from: ["registered"],
    on: ["callEnded"],
    when: ["hasOtherCalls"],
    to: "same",
    does: ["dropCall"],
  },
  {
    id: "the last call ends, reset waits",
    from: ["registered"],
    on: ["callEnded"],
    when: ["resetWaits"],
    to: "down",
    does: ["dropCall", "interruptNow", "shutDown"],
  },
  {
    id: "the last call ends, restart waits",
    from: ["registered"],
    on: ["callEnded"],
    when: ["interruptionWaits"],
    to: "waiting",
    does: ["dropCall", "interruptNow", "queue"],
  },
  { id: "the last call ends", from: ["registered"], on: ["callEnded"], to: "same", does: ["dropCall"] },
  { id: "no call ends", from: allBut("registered"), on: ["callEnded"], to: "same", does: [] },

  { id: "deleted", from: present, on: ["deleted"], to: "removed", does: ["hangUp", "remove", "stopTimer"] },
  {
    id: "renamed",
    from: allBut("unplugged"),
    on: ["renamed"],
    to: "waiting",
    does: ["loseName", "hangUp", "leaveToRegistration", "stopTimer", "queue"],
  },
  { id: "renamed while unplugged", from: ["unplugged"], on: ["renamed"], to: "same", does: [] },
  { id: "server restarted", from: present, on: ["serverRestarted"], to: "same", does: [] },
  { id: "is removed", from: ["removed"], on: ["reset", "restart", "apply"], to: "same", does: ["refuse"] },
  { id: "was removed", from: ["removed"], on: everything, to: "same", does: [] },
];
