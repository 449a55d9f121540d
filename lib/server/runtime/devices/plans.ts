import { sameContent } from "@/lib/configuration/content-patch";
import type { ConfigurationSnapshot } from "@/lib/devices/device";
import { deviceConfiguration } from "@/lib/devices/device-configuration";
import { nothingToDo, type Plan, planOf } from "@/lib/devices/plan";
import { planKey } from "@/lib/devices/plan-key";
import { type ConfiguredPhone, configuredPhones } from "@/lib/server/db/device/configured";
import type { StoredDevice } from "@/lib/server/db/device/state";
import type { Transaction } from "@/lib/server/db/transaction";
import { runningSources, savedSources } from "@/lib/server/runtime/devices/configurations";
import { Memory } from "@/lib/server/runtime/devices/memory";

/** What Apply Config means for a phone, and the revisions that it would run afterwards. */
export interface PhonePlan {
  readonly plan: Plan;
  readonly snapshot: ConfigurationSnapshot;
}

/** Revisions never change, so phones with the same key have the same plan in the next batch as well. */
const knownPlans = new Memory<Plan>(1_000);

interface Compared {
  readonly running: ConfigurationSnapshot;
  readonly configured: ConfiguredPhone;
}

/**
 * What Apply Config means for each of some phones, by the id of the phone [SK-10, CD-03, BT-05, PH-02, PH-03, PH-05].
 * Contents are read once for all phones that are alike.
 */
export async function plansOf(
  transaction: Transaction,
  devices: readonly Pick<StoredDevice, "phoneId" | "device">[],
): Promise<Map<string, PhonePlan>> {
  const configured = await configuredPhones(
    transaction,
    devices.map(({ phoneId }) => phoneId),
  );
  const plans = new Map<string, PhonePlan>();
  const alike = new Map<string, Compared[]>();
  for (const { phoneId, device } of devices) {
    const saved = configured.get(phoneId);
    if (!saved) continue;
    plans.set(phoneId, { plan: nothingToDo, snapshot: saved.snapshot });
    const { running } = device;
    if (running === null || sameContent(running, saved.snapshot)) continue;
    const key = planKey(saved.keyed, running, saved.snapshot) ?? phoneId;
    alike.set(key, [...(alike.get(key) ?? []), { running, configured: saved }]);
  }
  const unknown = [...alike].filter(([key]) => !knownPlans.recall(key));
  const planned = await planFirsts(
    transaction,
    unknown.flatMap(([, group]) => group.slice(0, 1)),
  );
  for (const [key, group] of alike) {
    const [first] = group;
    const plan = knownPlans.recall(key) ?? planned.get(first?.configured.phoneId ?? "");
    if (!plan || !first) continue;
    if (key !== first.configured.phoneId) knownPlans.keep(key, plan);
    for (const { configured: saved } of group) plans.set(saved.phoneId, { plan, snapshot: saved.snapshot });
  }
  return plans;
}

async function planFirsts(
  transaction: Transaction,
  compared: readonly Compared[],
): Promise<ReadonlyMap<string, Plan>> {
  if (compared.length === 0) return new Map();
  const running = await runningSources(
    transaction,
    compared.map((pair) => pair.running),
  );
  const saved = await savedSources(
    transaction,
    compared.map(({ configured }) => configured.snapshot),
  );
  return new Map(
    compared.flatMap(({ configured: { phoneId } }) => {
      const [before, after] = [running.get(phoneId), saved.get(phoneId)];
      if (!after) return [];
      return [[phoneId, planOf(before ? deviceConfiguration(before) : null, deviceConfiguration(after))]];
    }),
  );
}
