import { admissionOf, deviceConfiguration } from "@/lib/devices/device-configuration";
import type { Admission, DeviceEvent } from "@/lib/devices/device-event";
import { AnswerCache } from "@/lib/server/concurrency/answer-cache";
import { type ConfiguredPhone, configuredPhones } from "@/lib/server/db/device/configured";
import type { Transaction } from "@/lib/server/db/transaction";
import { savedSources } from "@/lib/server/runtime/devices/configurations";

type Downloaded = Extract<DeviceEvent, { kind: "downloaded" }>;

/** Phones with the same key are admitted the same way: it depends on the buttons that have a line. */
function admissionKey({ keyed, snapshot }: ConfiguredPhone): string {
  const { model, protocol, expansionModules, lines } = keyed;
  const { id, number } = snapshot.phoneButtonTemplate;
  return JSON.stringify([model, protocol, expansionModules, lines, id, number]);
}

/** A revision never changes, so what follows from it for one phone does for the next with the same key. */
const knownAdmissions = new AnswerCache<ConfiguredPhone, Admission>(1_000);

/** What phones download at this moment and whether they may register with it, by the id of the phone. */
export async function downloadsOf(
  transaction: Transaction,
  phoneIds: readonly string[],
): Promise<ReadonlyMap<string, Downloaded>> {
  const configured = await configuredPhones(transaction, phoneIds);
  const representatives = new Map([...configured.values()].map((phone) => [admissionKey(phone), phone]));
  const admissions = await knownAdmissions.of(representatives, async (unknown) => {
    const sources = await savedSources(
      transaction,
      [...unknown.values()].map(({ snapshot }) => snapshot),
    );
    return new Map(
      [...unknown].flatMap(([key, { phoneId }]) => {
        const source = sources.get(phoneId);
        return source ? [[key, admissionOf(deviceConfiguration(source))]] : [];
      }),
    );
  });
  return new Map(
    [...configured].flatMap(([phoneId, phone]) => {
      const admission = admissions.get(admissionKey(phone));
      return admission ? [[phoneId, { kind: "downloaded", snapshot: phone.snapshot, admission }]] : [];
    }),
  );
}
