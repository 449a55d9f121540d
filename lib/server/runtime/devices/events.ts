import type { DeviceEvent } from "@/lib/devices/device-event";
import type { DeviceCommand } from "@/lib/devices/forecast";
import type { StoredDevice } from "@/lib/server/db/device/state";
import type { Transaction } from "@/lib/server/db/transaction";
import { plansOf } from "@/lib/server/runtime/devices/plans";

/** The event that each phone gets; Apply Config asks what the phone runs and what is saved. */
export async function eventsOf(
  transaction: Transaction,
  devices: readonly StoredDevice[],
  command: DeviceCommand,
  actionOf: (stored: StoredDevice) => string,
): Promise<{ stored: StoredDevice; event: DeviceEvent }[]> {
  if (command !== "applyConfig")
    return devices.map((stored) => ({ stored, event: { kind: command, action: actionOf(stored) } }));
  const plans = await plansOf(transaction, devices);
  return devices.flatMap((stored) => {
    const found = plans.get(stored.phoneId);
    if (!found) return [];
    const { plan, snapshot } = found;
    const event = { kind: "apply", action: actionOf(stored), impact: plan.impact, snapshot } as const;
    return [{ stored, event }];
  });
}

/** The softkey templates that phones take over by such events, once for each phone. */
export function softkeyTemplatesOf(events: readonly { readonly event: DeviceEvent }[]): string[] {
  return events.flatMap(({ event }) =>
    "snapshot" in event ? (event.snapshot.softkeyTemplate?.id ?? []) : [],
  );
}
