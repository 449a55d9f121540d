import type { Device, Instant } from "@/lib/devices/device";
import type { DeviceEffect, DeviceEvent } from "@/lib/devices/device-event";
import { acts, type Done, guards } from "@/lib/devices/life-cycle-acts";
import { lifeCycle } from "@/lib/devices/life-cycle-table";
import { holdsToTables, takeRow } from "@/lib/state-table/take-row";

/** A phone after an event, what the event brought about, and the row of the life cycle that decided it. */
export interface Step {
  readonly device: Device;
  readonly effects: readonly DeviceEffect[];
  readonly row: string;
}

/**
 * What an event does to a phone, total and pure: the first row of life-cycle-table.ts that fits. The effects come
 * in the order in which they happened. The caller delivers `shutDownEnded` and `downloaded` when the phone's timer
 * is due, never before; `now` does not run backwards.
 */
export function stepDevice(device: Device, event: DeviceEvent, now: Instant): Step {
  const row = lifeCycle.find(
    ({ from, on, when = [] }) =>
      from.includes(device.phase) &&
      on.includes(event.kind) &&
      when.every((guard) => guards[guard]({ device, event, now })),
  );
  if (!row) throw new Error(`the life cycle has no row for ${event.kind} of a phone that is ${device.phase}`);
  let after = device;
  const effects: DeviceEffect[] = [];
  for (const act of row.does) {
    const done: Done = acts[act]({ device: after, event, now });
    after = { ...after, ...done.change };
    effects.push(...(done.effects ?? []));
  }
  const phase = row.to === "same" ? device.phase : row.to;
  if (holdsToTables)
    takeRow(
      { table: "life cycle", row: row.id, from: device.phase, to: phase },
      { allowed: row, event: event.kind },
    );
  return { device: after.phase === phase ? after : { ...after, phase }, effects, row: row.id };
}
