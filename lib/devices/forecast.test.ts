import { expect, test } from "vitest";
import { type Device, newDevice, phases } from "@/lib/devices/device";
import type { DeviceEvent } from "@/lib/devices/device-event";
import { type DeviceCommand, deviceCommands, type Forecast, forecastOf } from "@/lib/devices/forecast";
import { type Impact, impacts } from "@/lib/devices/impact";
import { stepDevice } from "@/lib/devices/life-cycle";
import { snapshotOf } from "@/lib/devices/testing/example-device";

const [before, after] = [snapshotOf(), snapshotOf({ phone: { id: "phone", number: 2 } })];

/** What the life cycle makes of an action. */
function outcome(device: Device, command: DeviceCommand, impact: Impact): Forecast {
  const event: DeviceEvent =
    command === "applyConfig"
      ? { kind: "apply", action: "a", impact, snapshot: after }
      : { kind: command, action: "a" };
  const { device: next, effects } = stepDevice(device, event, 0);
  if (effects.some(({ kind }) => kind === "refused")) return "refused";
  if (next.postponed) return "whenIdle";
  if (effects.some((effect) => effect.kind === "finished" && effect.outcome === "atRegistration")) {
    return "atRegistration";
  }
  return next.phase === device.phase && impact === "none" ? "nothing" : "now";
}

test("[SK-10][PH-05] what is shown before an action is what becomes of it", () => {
  for (const phase of phases) {
    for (const calls of phase === "registered" ? [0, 1, 2] : [0]) {
      const device: Device = { ...newDevice, phase, calls, running: before };
      for (const command of deviceCommands) {
        for (const impact of impacts) {
          expect(forecastOf(device, command, impact)).toBe(outcome(device, command, impact));
        }
      }
    }
  }
});
