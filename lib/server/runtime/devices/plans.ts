import { sameContent } from "@/lib/configuration/content-patch";
import type { ConfigurationSnapshot } from "@/lib/devices/device";
import { deviceConfiguration } from "@/lib/devices/device-configuration";
import { nothingToDo, type Plan, planOf } from "@/lib/devices/plan";
import { planKey } from "@/lib/devices/plan-key";
import { AnswerCache } from "@/lib/server/concurrency/answer-cache";
import { type ConfiguredPhone, configuredPhones } from "@/lib/server/db/device/configured";
import type { StoredDevice } from "@/lib/server/db/device/state";
import type { Transaction } from "@/lib/server/db/transaction";
import { runningSources, savedSources } from "@/lib/server/runtime/devices/configurations";

/** What Apply Config means for a phone, and the revisions that it would run afterwards. */
export interface PhonePlan {
  readonly plan: Plan;
  readonly snapshot: ConfigurationSnapshot;
}

/** Revisions never change, so phones with the same key have the same plan in the next batch as well. */
const knownPlans = new AnswerCache<Compared, Plan>(1_000);

interface Compared {
  readonly phoneId: string;
  /** Null for a phone that has a plan of its own. */
  readonly key: string | null;
  readonly running: ConfigurationSnapshot;
  readonly configured: ConfiguredPhone;
}

/**
 * What Apply Config means for each of some phones, by the id of the phone [SK-10, CD-03, BT-05, PH-02, PH-03, PH-05].
 * Contents are read once for all phones with the same key.
 */
export async function plansOf(
  transaction: Transaction,
  devices: readonly Pick<StoredDevice, "phoneId" | "device">[],
): Promise<Map<string, PhonePlan>> {
  const configured = await configuredPhones(
    transaction,
    devices.map(({ phoneId }) => phoneId),
  );
  const compared = devices.flatMap(({ phoneId, device: { running } }): Compared[] => {
    const saved = configured.get(phoneId);
    if (!saved || running === null || sameContent(running, saved.snapshot)) return [];
    return [{ phoneId, key: planKey(saved.keyed, running, saved.snapshot), running, configured: saved }];
  });
  const shared = await sharedPlans(transaction, compared);
  const own = await plansById(
    transaction,
    compared.filter(({ key }) => key === null),
  );
  const plans = new Map(
    compared.map(({ phoneId, key }) => [phoneId, key === null ? own.get(phoneId) : shared.get(key)]),
  );
  return new Map(
    devices.flatMap(({ phoneId }) => {
      const saved = configured.get(phoneId);
      if (!saved) return [];
      return [[phoneId, { plan: plans.get(phoneId) ?? nothingToDo, snapshot: saved.snapshot }]];
    }),
  );
}

/** By key, of phones that share a plan. */
async function sharedPlans(
  transaction: Transaction,
  compared: readonly Compared[],
): Promise<ReadonlyMap<string, Plan>> {
  const representatives = new Map(
    compared.flatMap((one) => (one.key === null ? [] : [[one.key, one] as const])),
  );
  return knownPlans.of(representatives, async (unknown) => {
    const plans = await plansById(transaction, [...unknown.values()]);
    return new Map(
      [...unknown].flatMap(([key, { phoneId }]) => {
        const plan = plans.get(phoneId);
        return plan ? [[key, plan]] : [];
      }),
    );
  });
}

async function plansById(
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
    compared.flatMap(({ phoneId }) => {
      const [before, after] = [running.get(phoneId), saved.get(phoneId)];
      if (!after) return [];
      return [[phoneId, planOf(before ? deviceConfiguration(before) : null, deviceConfiguration(after))]];
    }),
  );
}
