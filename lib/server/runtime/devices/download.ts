import { admissionOf, deviceConfiguration } from "@/lib/devices/device-configuration";
import type { Admission, DeviceEvent } from "@/lib/devices/device-event";
import { type ConfiguredPhone, configuredPhones } from "@/lib/server/db/device/configured";
import type { Transaction } from "@/lib/server/db/transaction";
import { savedSources } from "@/lib/server/runtime/devices/configurations";

type Downloaded = Extract<DeviceEvent, { kind: "downloaded" }>;

/** Phones with the same key are admitted alike: it depends on the buttons that have a line. */
function admissionKey({ keyed, snapshot }: ConfiguredPhone): string {
  const { model, protocol, expansionModules, lines } = keyed;
  const { id, number } = snapshot.phoneButtonTemplate;
  return JSON.stringify([model, protocol, expansionModules, lines, id, number]);
}

/** What phones download at this moment and whether they may register with it, by the id of the phone. */
export async function downloadsOf(
  transaction: Transaction,
  phoneIds: readonly string[],
): Promise<ReadonlyMap<string, Downloaded>> {
  const configured = await configuredPhones(transaction, phoneIds);
  const firsts = new Map<string, ConfiguredPhone>();
  for (const phone of configured.values()) {
    const key = admissionKey(phone);
    if (!firsts.has(key)) firsts.set(key, phone);
  }
  const sources = await savedSources(
    transaction,
    [...firsts.values()].map(({ snapshot }) => snapshot),
  );
  const admissions = new Map<string, Admission>();
  for (const [key, { phoneId }] of firsts) {
    const first = sources.get(phoneId);
    if (first) admissions.set(key, admissionOf(deviceConfiguration(first)));
  }
  return new Map(
    [...configured].flatMap(([phoneId, phone]) => {
      const admission = admissions.get(admissionKey(phone));
      return admission ? [[phoneId, { kind: "downloaded", snapshot: phone.snapshot, admission }]] : [];
    }),
  );
}
