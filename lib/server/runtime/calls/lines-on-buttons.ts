import type { ConfigurationSnapshot } from "@/lib/devices/device";
import { AnswerCache } from "@/lib/server/concurrency/answer-cache";
import { lineFacts } from "@/lib/server/db/device/line-facts";
import type { Transaction } from "@/lib/server/db/transaction";
import type { PhoneSetup } from "@/lib/server/runtime/calls/phone-base";
import {
  numbersOn,
  type RunningConfigurationCache,
} from "@/lib/server/runtime/calls/running-configuration-cache";

/** Of phones with the same facts; revisions never change. */
const knownPlaces = new AnswerCache<ConfigurationSnapshot, readonly number[]>(1_000);

/** Which of a phone's lines are on a button: their places among its lines, from 0. */
export function placesOn(
  { directoryNumbers }: ConfigurationSnapshot,
  setup: PhoneSetup | undefined,
): readonly number[] {
  const shown = new Set(numbersOn(setup));
  return directoryNumbers.flatMap(({ id }, place) => (shown.has(id) ? [place] : []));
}

/**
 * The ids of the numbers that phones run on a button, by the id of the phone. Only one of those with the same facts is
 * worked out in full.
 */
export async function numbersByPhone(
  transaction: Transaction,
  runningConfigurations: RunningConfigurationCache,
  snapshots: readonly ConfigurationSnapshot[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const facts = await lineFacts(transaction, snapshots);
  const keyed = snapshots.flatMap((snapshot) => {
    const own = facts.get(snapshot.phone.id);
    const { phoneButtonTemplate: template, directoryNumbers } = snapshot;
    return own === undefined
      ? []
      : [{ snapshot, key: JSON.stringify([own, template, directoryNumbers.length]) }];
  });
  const representatives = new Map(keyed.map(({ snapshot, key }) => [key, snapshot]));
  const places = await knownPlaces.of(representatives, async (unknown) => {
    const found = await runningConfigurations.of(transaction, [...unknown.values()]);
    return new Map(
      [...unknown].map(([key, snapshot]) => [key, placesOn(snapshot, found.get(snapshot.phone.id))]),
    );
  });
  return new Map(
    keyed.map(({ snapshot: { phone, directoryNumbers }, key }) => [
      phone.id,
      (places.get(key) ?? []).flatMap((place) => directoryNumbers[place]?.id ?? []),
    ]),
  );
}
