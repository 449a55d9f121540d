import { admissionOf, deviceConfiguration } from "@/lib/devices/device-configuration";
import type { Admission, DeviceEvent } from "@/lib/devices/device-event";
import { type ConfiguredPhone, configuredPhones } from "@/lib/server/db/device/configured";
import type { Transaction } from "@/lib/server/db/transaction";
import { savedSources } from "@/lib/server/runtime/devices/configurations";
import { Memory } from "@/lib/server/runtime/devices/memory";

type Downloaded = Extract<DeviceEvent, { kind: "downloaded" }>;

/** Phones with the same key are admitted alike: it depends on the buttons that have a line. */
function admissionKey({ keyed, snapshot }: ConfiguredPhone): string {
  const { model, protocol, expansionModules, lines } = keyed;
  const { id, number } = snapshot.phoneButtonTemplate;
  return JSON.stringify([model, protocol, expansionModules, lines, id, number]);
}

/** A revision never changes, so what follows from it for one phone does for the next that is alike. */
const knownAdmissions = new Memory<Admission>(1_000);

/** What phones download at this moment and whether they may register with it, by the id of the phone. */
export async function downloadsOf(
  transaction: Transaction,
  phoneIds: readonly string[],
): Promise<ReadonlyMap<string, Downloaded>> {
  const configured = await configuredPhones(transaction, phoneIds);
  const firsts = new Map<string, ConfiguredPhone>();
  const admissions = new Map<string, Admission>();
  for (const phone of configured.values()) {
    const key = admissionKey(phone);
    const known = knownAdmissions.recall(key);
    if (known) admissions.set(key, known);
    else if (!firsts.has(key)) firsts.set(key, phone);
  }
  const sources = await savedSources(
    transaction,
    [...firsts.values()].map(({ snapshot }) => snapshot),
  );
  for (const [key, { phoneId }] of firsts) {
    const first = sources.get(phoneId);
    if (!first) continue;
    const admission = admissionOf(deviceConfiguration(first));
    admissions.set(key, admission);
    knownAdmissions.keep(key, admission);
  }
  return new Map(
    [...configured].flatMap(([phoneId, phone]) => {
      const admission = admissions.get(admissionKey(phone));
      return admission ? [[phoneId, { kind: "downloaded", snapshot: phone.snapshot, admission }]] : [];
    }),
  );
}
