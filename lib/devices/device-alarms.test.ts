import fc from "fast-check";
import { expect, test } from "vitest";
import { type Device, newDevice } from "@/lib/devices/device";
import {
  alarmSeverities,
  alarmsOf,
  buildAlarm,
  type DeviceAlarm,
  deviceAlarms,
} from "@/lib/devices/device-alarms";
import type { DeviceEvent } from "@/lib/devices/device-event";
import { impacts } from "@/lib/devices/impact";
import { stepDevice } from "@/lib/devices/life-cycle";
import { snapshotOf } from "@/lib/devices/testing/example-device";

const name = "SEP001122334455";
const snapshot = snapshotOf();
const rejection = { kind: "rejected", reason: "ConfigurationMismatch" } as const;
const stamps = { current: "old", next: "new" };

/** The alarms of one event after another, each a second later than the one before. */
function alarmsAfter(...events: readonly DeviceEvent[]): DeviceAlarm[] {
  let device: Device = newDevice;
  return events.flatMap((event, second) => {
    const { device: after, effects } = stepDevice(device, event, second * 1_000);
    device = after;
    return alarmsOf(name, event, effects, stamps);
  });
}

const registration: readonly DeviceEvent[] = [
  { kind: "plugIn" },
  { kind: "registrationGranted" },
  { kind: "downloaded", snapshot, admission: { kind: "admitted", isPartial: false } },
];

test("[PH-02] a reset phone says so, leaves and comes back; nothing of it is a warning", () => {
  const alarms = alarmsAfter(...registration, { kind: "reset", action: "a" });
  expect(alarms).toEqual([
    { name: "EndPointRegistered", severity: "informational", device: name, parameters: {} },
    { name: "DeviceResetInitiated", severity: "informational", device: name, parameters: {} },
    { name: "EndPointUnregistered", severity: "informational", device: name, parameters: { Reason: 9 } },
  ]);
});

test("[SK-10] Apply Config has a result with the numbers of the reference, also when it is delayed", () => {
  const apply = { kind: "apply", action: "a", impact: "restart", snapshot } as const;
  const alarms = alarmsAfter(...registration, { kind: "callStarted" }, apply);
  expect(alarms.slice(1)).toMatchObject([
    { name: "DeviceApplyConfigInitiated" },
    { name: "DeviceApplyConfigResult", parameters: { CUCM_Result: 3, Phone_Result: 4, Reason: 3 } },
  ]);
});

test("a pulled plug and a refused configuration are warnings", () => {
  expect(alarmsAfter(...registration, { kind: "unplug" }).at(-1)).toEqual({
    name: "EndPointUnregistered",
    severity: "warning",
    device: name,
    parameters: { Reason: 6 },
  });
  const rejected = { kind: "downloaded", snapshot, admission: rejection } as const;
  expect(alarmsAfter(...registration.slice(0, 2), rejected)).toEqual([
    {
      name: "DeviceConfigFailure",
      severity: "warning",
      device: name,
      parameters: { CurrentConfigVersionStamp: "old", NewConfigVersionStamp: "new" },
    },
  ]);
  expect(alarmSeverities.warning).toBeLessThan(alarmSeverities.informational);
});

test("a refused action raises none, a job tells how many files it built", () => {
  expect(alarmsAfter({ kind: "reset", action: "a" })).toEqual([]);
  expect(buildAlarm(30, 2).parameters).toEqual({
    DeviceCount: 30,
    SoftkeyCount: 2,
    FeatureControlPolicyCount: 0,
  });
});

test("every alarm has exactly the parameters that its kind has in the reference", () => {
  const anyEvent: fc.Arbitrary<DeviceEvent> = fc.oneof(
    fc.constantFrom(...registration),
    fc.constantFrom<DeviceEvent>(
      { kind: "unplug" },
      { kind: "callStarted" },
      { kind: "callEnded" },
      { kind: "shutDownEnded" },
      { kind: "downloaded", snapshot, admission: rejection },
    ),
    fc.constantFrom("reset" as const, "restart" as const).map((kind) => ({ kind, action: kind })),
    fc
      .constantFrom(...impacts)
      .map((impact) => ({ kind: "apply" as const, action: `apply ${impact}`, impact, snapshot })),
  );
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 30 }), (events) => {
      for (const alarm of [...alarmsAfter(...registration, ...events), buildAlarm(1, 1)]) {
        expect(Object.keys(alarm.parameters)).toEqual([...deviceAlarms[alarm.name].parameters]);
      }
    }),
  );
});
