import type { PhoneContent } from "@/lib/configuration/phone";
import { phonesInEngine } from "@/lib/server/db/call/phones-in-engine";
import { lockDevices } from "@/lib/server/db/device/state";
import type { Transaction } from "@/lib/server/db/transaction";
import { loadHeld, takeHeld } from "@/lib/server/runtime/calls/notify-engine";
import { RowCache } from "@/lib/server/runtime/calls/row-cache";
import { RunningConfigurationCache } from "@/lib/server/runtime/calls/running-configuration-cache";

/** A phone whose Do Not Disturb is about to be saved anew. */
interface DndChange {
  readonly phoneId: string;
  readonly dnd: PhoneContent["dnd"];
}

/**
 * Prepares notifying the engine of what is saved of Do Not Disturb, which holds at once: whoever waits for a phone is told when it
 * ends [IN-06, IN-07]. To be called before it is saved, by the transaction that saves it; the phones are held then.
 * @returns what is to be called once it is saved
 */
export async function prepareDnd(
  transaction: Transaction,
  { newId, now }: { readonly newId: () => string; readonly now: () => Date },
  changes: readonly DndChange[],
): Promise<() => Promise<void>> {
  const ids = changes.map(({ phoneId }) => phoneId);
  const devices = await lockDevices(transaction, ids);
  const { phoneIds } = await phonesInEngine(transaction, ids, []);
  const names = new Map(devices.map(({ phoneId, name }) => [phoneId, name]));
  const inEngine = changes.flatMap(({ phoneId, dnd }) => {
    const name = names.get(phoneId);
    return name !== undefined && phoneIds.has(phoneId) ? [{ name, dnd }] : [];
  });
  const rowCache = new RowCache();
  const tools = { newId, runningConfigurations: new RunningConfigurationCache() };
  await loadHeld(
    { transaction, runningConfigurations: tools.runningConfigurations },
    rowCache,
    inEngine.map(({ name }) => name),
  );
  return async () => {
    for (const { name: phone, dnd } of inEngine) {
      const action = { kind: "setDnd", ...dnd } as const;
      const event = { id: newId(), kind: "phoneAction", phone, action } as const;
      await takeHeld(transaction, tools, rowCache, { cluster: "", events: [event], now: now().getTime() });
    }
  };
}
