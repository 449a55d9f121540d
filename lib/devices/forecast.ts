import type { Device } from "@/lib/devices/device";
import { type Impact, isInterruption } from "@/lib/devices/impact";

/** The three verbs on phones. */
export const deviceCommands = ["applyConfig", "reset", "restart"] as const;
export type DeviceCommand = (typeof deviceCommands)[number];

/** Whether it is one of the three, as the kind of a job may be. */
export function isDeviceCommand(value: string): value is DeviceCommand {
  return deviceCommands.some((command) => command === value);
}

/**
 * What becomes of an action on a phone: nothing changes; it is done now; when its last call has ended; when it
 * registers the next time; or it is refused.
 */
export type Forecast = "nothing" | "now" | "whenIdle" | "atRegistration" | "refused";

/**
 * What the life cycle will make of an action, to be shown before it is taken. `impact` is that of the plan; Reset
 * and Restart do not ask for one.
 */
export function forecastOf(
  { phase, calls }: Pick<Device, "phase" | "calls">,
  command: DeviceCommand,
  impact: Impact,
): Forecast {
  if (phase === "removed") return "refused";
  if (command !== "applyConfig") {
    if (phase !== "registered") return "refused";
    return calls > 0 ? "whenIdle" : "now";
  }
  if (phase === "rejected") return "now";
  if (phase !== "registered") return "atRegistration";
  if (impact === "none") return "nothing";
  return isInterruption(impact) && calls > 0 ? "whenIdle" : "now";
}
