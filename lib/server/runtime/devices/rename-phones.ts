import { type Device, registrationOf } from "@/lib/devices/device";
import { lockDevices } from "@/lib/server/db/device/state";
import type { Transaction } from "@/lib/server/db/transaction";
import { notifyRegistrations } from "@/lib/server/runtime/calls/notify-engine";
import { applyDeviceEvents } from "@/lib/server/runtime/devices/apply-device-events";

/** A phone that is about to have another name. */
export interface Renaming {
  readonly phoneId: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Lets phones go that are called otherwise from now on: calls and requests know a phone by its name, so they end as if it were
 * deleted, and a phone that is plugged in registers under its new name. To be called before that is saved, by the transaction
 * that saves it.
 * @returns what is to be called once it is saved: it publishes how the phones stand under their new names
 */
export async function renamePhones(
  transaction: Transaction,
  { newId, now }: { readonly newId: () => string; readonly now: () => Date },
  renamings: readonly Renaming[],
): Promise<() => Promise<void>> {
  const at = now().getTime();
  const held = await lockDevices(
    transaction,
    renamings.map(({ phoneId }) => phoneId),
  );
  const event = { kind: "renamed" } as const;
  const { devices } = await applyDeviceEvents(
    transaction,
    newId,
    held.map((stored) => ({ stored, event, at })),
  );
  const registrations = renamings.flatMap(({ phoneId, to }) => {
    const device: Device | undefined = devices.get(phoneId);
    return device ? [{ registration: registrationOf(device), phones: [to] }] : [];
  });
  return () => notifyRegistrations(transaction, { at, registrations });
}
