import { describe, expect, test } from "vitest";
import { type Device, newDevice, type Phase, phases, registrationOf } from "@/lib/devices/device";
import type { DeviceEffect, DeviceEvent } from "@/lib/devices/device-event";
import { impacts } from "@/lib/devices/impact";
import { stepDevice } from "@/lib/devices/life-cycle";
import { lifeCycle } from "@/lib/devices/life-cycle-table";
import { snapshotOf } from "@/lib/devices/testing/example-device";

const first = snapshotOf();
const second = snapshotOf({ softkeyTemplate: { id: "softkeys", number: 2 } });
const admitted = { kind: "admitted", isPartial: false } as const;

type Happening = readonly [at: number, event: DeviceEvent];

/** What happened to a phone, one event after another, at the instants given. */
function history(...events: readonly Happening[]) {
  let device: Device = newDevice;
  const effects: DeviceEffect[] = [];
  for (const [at, event] of events) {
    const step = stepDevice(device, event, at);
    device = step.device;
    effects.push(...step.effects);
  }
  return { device, effects };
}

const registration = [
  [0, { kind: "plugIn" }],
  [0, { kind: "registrationGranted" }],
  [1_000, { kind: "downloaded", snapshot: first, admission: admitted }],
] as const satisfies readonly Happening[];

describe("registration", () => {
  test("a phone registers one second after its slot and runs what it downloaded", () => {
    const { device, effects } = history(...registration);
    expect(device).toMatchObject({
      phase: "registered",
      reason: "Registered",
      running: first,
      lastRegisteredAt: 1_000,
    });
    expect(effects).toEqual([{ kind: "registered", isPartial: false }]);
  });

  test("the statuses: None, registering, registered, partially, unregistered, rejected", () => {
    const statusAfter = (...events: readonly Happening[]) => registrationOf(history(...events).device);
    const [plugIn, grant, downloaded] = registration;
    const partial: DeviceEvent = { ...downloaded[1], admission: { kind: "admitted", isPartial: true } };
    const rejection = { kind: "rejected", reason: "ConfigurationMismatch" } as const;
    const rejected: DeviceEvent = { ...downloaded[1], admission: rejection };
    expect(statusAfter()).toBe("neverRegistered");
    expect(statusAfter(plugIn)).toBe("neverRegistered");
    expect(statusAfter(plugIn, grant)).toBe("registering");
    expect(statusAfter(...registration)).toBe("registered");
    expect(statusAfter(plugIn, grant, [1_000, partial])).toBe("partiallyRegistered");
    expect(statusAfter(plugIn, grant, [1_000, rejected])).toBe("rejected");
    expect(statusAfter(...registration, [2_000, { kind: "unplug" }])).toBe("unregistered");
  });
});

describe("actions on a registered phone", () => {
  test("[PH-02][PH-03] Reset is over after five seconds, with the newest configuration", () => {
    const { device, effects } = history(
      ...registration,
      [2_000, { kind: "reset", action: "a" }],
      [6_000, { kind: "shutDownEnded" }],
      [6_000, { kind: "registrationGranted" }],
      [7_000, { kind: "downloaded", snapshot: second, admission: admitted }],
    );
    expect(device).toMatchObject({ phase: "registered", running: second, underway: null });
    expect(effects.slice(1)).toEqual([
      { kind: "answered", action: "a", result: { cucmResult: 0, phoneResult: 0, reason: 0 } },
      { kind: "unregistered", reason: "CallManagerReset" },
      { kind: "registered", isPartial: false },
      { kind: "finished", actions: ["a"], outcome: "done" },
    ]);
  });

  test("[SK-11][CD-03][BT-05] Restart is over after one second, without shutting down", () => {
    const { device, effects } = history(
      ...registration,
      [2_000, { kind: "restart", action: "a" }],
      [2_000, { kind: "registrationGranted" }],
      [3_000, { kind: "downloaded", snapshot: second, admission: admitted }],
    );
    expect(device).toMatchObject({ phase: "registered", running: second });
    expect(effects).toContainEqual({ kind: "unregistered", reason: "CallManagerRestart" });
    expect(effects.at(-1)).toEqual({ kind: "finished", actions: ["a"], outcome: "done" });
  });

  test("[SK-10] Apply Config that changes nothing, or only values on the fly, keeps the registration", () => {
    for (const impact of ["none", "dynamic"] as const) {
      const { device, effects } = history(...registration, [
        2_000,
        { kind: "apply", action: "a", impact, snapshot: second },
      ]);
      expect(device).toMatchObject({ phase: "registered", running: second, lastRegisteredAt: 1_000 });
      expect(effects.at(-1)).toEqual({ kind: "finished", actions: ["a"], outcome: "done" });
    }
  });

  test("[SK-10] in a call it waits for the end of the last call; later actions merge into the stronger", () => {
    const talking = [
      ...registration,
      [2_000, { kind: "callStarted" }],
      [2_000, { kind: "callStarted" }],
      [3_000, { kind: "apply", action: "a", impact: "restart", snapshot: second }],
      [3_000, { kind: "reset", action: "b" }],
      [3_000, { kind: "restart", action: "c" }],
      [4_000, { kind: "callEnded" }],
    ] as const;
    const during = history(...talking).device;
    expect(during).toMatchObject({ phase: "registered", calls: 1, running: first });
    expect(during.postponed).toEqual({
      impact: "reset",
      reason: "CallManagerReset",
      actions: ["a", "b", "c"],
    });
    const after = history(...talking, [5_000, { kind: "callEnded" }]).device;
    expect(after).toMatchObject({ phase: "down", calls: 0, postponed: null, timer: { dueAt: 9_000 } });
  });

  test("the same action twice is one", () => {
    const once = history(
      ...registration,
      [2_000, { kind: "callStarted" }],
      [2_000, { kind: "reset", action: "a" }],
    );
    const again = stepDevice(once.device, { kind: "reset", action: "a" }, 3_000);
    expect(again).toEqual({ device: once.device, effects: [], row: "known action" });
  });
});

describe("actions on a phone that is not registered", () => {
  test("Reset and Restart are refused, Apply Config is left to the registration", () => {
    for (const kind of ["reset", "restart"] as const) {
      const { device, effects } = history([0, { kind: "plugIn" }], [0, { kind, action: "a" }]);
      expect(device.phase).toBe("waiting");
      expect(effects).toEqual([{ kind: "refused", action: "a", code: "phoneNotRegistered" }]);
    }
    const apply = { kind: "apply", action: "a", impact: "restart", snapshot: second } as const;
    expect(history([0, apply]).effects).toEqual([
      { kind: "answered", action: "a", result: { cucmResult: 0, phoneResult: 0, reason: 0 } },
      { kind: "finished", actions: ["a"], outcome: "atRegistration" },
    ]);
  });

  test("pulling the plug ends what waited: the phone downloads when it comes back", () => {
    const { device, effects } = history(
      ...registration,
      [2_000, { kind: "callStarted" }],
      [2_000, { kind: "restart", action: "a" }],
      [3_000, { kind: "unplug" }],
    );
    expect(device).toMatchObject({ phase: "unplugged", calls: 0, postponed: null });
    expect(effects.slice(-2)).toEqual([
      { kind: "unregistered", reason: "ConnectivityError" },
      { kind: "finished", actions: ["a"], outcome: "atRegistration" },
    ]);
  });

  test("a removed phone takes no action and its open ones end", () => {
    const { device, effects } = history(
      ...registration,
      [2_000, { kind: "reset", action: "a" }],
      [3_000, { kind: "deleted" }],
      [3_000, { kind: "reset", action: "b" }],
    );
    expect(device.phase).toBe("removed");
    expect(effects.slice(-2)).toEqual([
      { kind: "finished", actions: ["a"], outcome: "removed" },
      { kind: "refused", action: "b", code: "phoneRemoved" },
    ]);
  });
});

/** Events of every kind, and the spans of time that matter. */
describe("Extension Mobility", () => {
  const login = { profile: "kim's", userId: "kim" };

  test("[IN-08] a login restarts the phone, for that reason, and stays until the logout", () => {
    const { device, effects } = history(...registration, [2_000, { kind: "userChanged", login }]);
    expect(device).toMatchObject({ phase: "waiting", reason: "EMLoginLogout", login, queuedAt: 2_000 });
    expect(effects.at(-1)).toEqual({ kind: "unregistered", reason: "EMLoginLogout" });
    const back = history(
      ...registration,
      [2_000, { kind: "userChanged", login }],
      [2_000, { kind: "registrationGranted" }],
      [3_000, { kind: "downloaded", snapshot: second, admission: admitted }],
    );
    expect(back.device).toMatchObject({ phase: "registered", login, running: second, underway: null });
  });

  test("[IN-08] in a call it waits for the end of the last call, beside the actions that wait already", () => {
    const inCall = [
      ...registration,
      [2_000, { kind: "callStarted" }],
      [2_000, { kind: "restart", action: "a" }],
      [3_000, { kind: "userChanged", login }],
    ] as const satisfies readonly Happening[];
    expect(history(...inCall).device).toMatchObject({ phase: "registered", login, calls: 1 });
    const { device } = history(...inCall, [4_000, { kind: "callEnded" }]);
    expect(device).toMatchObject({ phase: "waiting", underway: { impact: "restart", actions: ["a"] } });
  });
});

const events: readonly DeviceEvent[] = [
  ...(["plugIn", "unplug", "callStarted", "callEnded", "deleted", "renamed", "serverRestarted"] as const).map(
    (kind) => ({ kind }),
  ),
  { kind: "registrationGranted" },
  { kind: "shutDownEnded" },
  { kind: "userChanged", login: { profile: "kim's", userId: "kim" } },
  { kind: "userChanged", login: null },
  { kind: "downloaded", snapshot: first, admission: admitted },
  { kind: "downloaded", snapshot: second, admission: { kind: "admitted", isPartial: true } },
  {
    kind: "downloaded",
    snapshot: second,
    admission: { kind: "rejected", reason: "ConfigurationMismatch" },
  },
  ...(["a", "b"] as const).flatMap((action): DeviceEvent[] => [
    { kind: "reset", action },
    { kind: "restart", action },
    ...impacts.map((impact) => ({ kind: "apply" as const, action, impact, snapshot: second })),
  ]),
];

/** The phone with its instants counted from now, overdue is due: the same situation at another time is the same. */
function relative(device: Device, now: number): Device {
  return {
    ...device,
    timer: device.timer && { ...device.timer, dueAt: Math.max(0, device.timer.dueAt - now) },
    queuedAt: device.queuedAt === null ? null : 0,
    lastRegisteredAt: device.lastRegisteredAt === null ? null : 0,
  };
}

function expectSound(device: Device) {
  const { phase, calls, postponed, underway, timer, queuedAt } = device;
  if (calls > 0) expect(phase).toBe("registered");
  if (postponed) expect(calls).toBeGreaterThan(0);
  if (underway) expect(["waiting", "registering", "down"]).toContain(phase);
  expect(timer?.kind).toBe({ registering: "registering", down: "shutDown" }[phase as string]);
  expect(queuedAt !== null).toBe(phase === "waiting");
  if (phase === "registered") expect(device.running).not.toBeNull();
}

test("[SK-10] every situation that a phone can get into is sound, every row of the table is taken, none is missing", () => {
  const taken = new Set<string>();
  const reached = new Set<Phase>();
  const seen = new Map([[JSON.stringify(newDevice), newDevice]]);
  for (const device of seen.values()) {
    expectSound(device);
    reached.add(device.phase);
    for (const event of events) {
      for (const now of [0, 1_000, 4_000]) {
        const step = stepDevice(device, event, now);
        taken.add(step.row);
        const wasCut = device.calls > step.device.calls;
        if (wasCut) expect(["callEnded", "unplug", "deleted", "renamed"]).toContain(event.kind);
        if (step.device.calls > 2) continue;
        const next = relative(step.device, now);
        seen.set(JSON.stringify(next), next);
      }
    }
  }
  expect([...taken].sort()).toEqual(lifeCycle.map(({ id }) => id).sort());
  expect([...reached].sort()).toEqual([...phases].sort());
});

test("the names of the rows differ", () => {
  expect(new Set(lifeCycle.map(({ id }) => id)).size).toBe(lifeCycle.length);
});
