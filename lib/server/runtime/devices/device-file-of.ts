import type { ConfigurationFile } from "@/lib/devices/configuration-file";
import { type DeviceSources, deviceConfiguration } from "@/lib/devices/device-configuration";
import { deviceFile } from "@/lib/devices/device-file";
import { findNewestChange } from "@/lib/server/db/device/revisions";
import { findSharedNumbers } from "@/lib/server/db/device/shared-numbers";
import type { Transaction } from "@/lib/server/db/transaction";
import { digest } from "@/lib/server/runtime/devices/digest";
import { referencesOf } from "@/lib/server/runtime/devices/revision-contents";

/** The device file of a phone that is made of these sources, with what only the database knows of it. */
export async function deviceFileOf(
  transaction: Transaction,
  sources: DeviceSources,
): Promise<ConfigurationFile> {
  const { snapshot } = sources;
  const configuration = deviceConfiguration(sources);
  const references = referencesOf(snapshot).map(({ kind, reference }) => ({ entity: kind, ...reference }));
  const numbers = snapshot.directoryNumbers.map(({ id }) => id);
  const shared = await findSharedNumbers(transaction, numbers);
  const sharedLines = configuration.phone.lines.flatMap(({ index }, position) =>
    shared.has(numbers[position] ?? "") ? [index] : [],
  );
  const changedAt = await findNewestChange(transaction, references);
  return deviceFile(configuration, digest, { changedAt, sharedLines: new Set(sharedLines) });
}
