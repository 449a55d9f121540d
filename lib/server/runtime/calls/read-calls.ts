import type { DisplayDto } from "@/lib/contract/phone-operation";
import { lastPublishedPlace } from "@/lib/server/db/call/change-event";
import type { Transaction } from "@/lib/server/db/transaction";
import { loadPhoneTexts, toDisplayDto } from "@/lib/server/runtime/calls/display";
import { HomeConfiguration } from "@/lib/server/runtime/calls/home-configuration";
import { loadIntoCache } from "@/lib/server/runtime/calls/load";
import { RemoteConfiguration } from "@/lib/server/runtime/calls/remote-configuration";
import { RowCache } from "@/lib/server/runtime/calls/row-cache";
import { RunningConfigurationCache } from "@/lib/server/runtime/calls/running-configuration-cache";
import { RowNotLoaded, WorkingSet } from "@/lib/server/runtime/calls/working-set";

/** Looks at a cluster as it is stored now, loading what the look asks for; null when there is no such cluster. */
export async function readCalls<Result>(
  transaction: Transaction,
  cluster: string,
  look: (workingSet: WorkingSet) => Result,
): Promise<Result | null> {
  const remote = cluster === "" ? null : await RemoteConfiguration.load(transaction, cluster);
  if (cluster !== "" && remote === null) return null;
  await loadPhoneTexts();
  const configured = remote ?? new HomeConfiguration();
  const rowCache = new RowCache();
  const runningConfigurations = new RunningConfigurationCache();
  for (;;) {
    try {
      return look(new WorkingSet(cluster, rowCache, configured));
    } catch (error) {
      if (!(error instanceof RowNotLoaded)) throw error;
      if (configured instanceof HomeConfiguration && configured.tables.has(error.table))
        await configured.load(transaction, error, { numbers: [], digits: [], phones: [] });
      else
        await loadIntoCache({ transaction, runningConfigurations, remote }, rowCache, [
          [error.table, error.key],
        ]);
    }
  }
}

/**
 * What a phone shows as it is stored now; null when there is no such phone.
 * @param cluster its name; empty for this one
 */
export async function readDisplay(
  transaction: Transaction,
  cluster: string,
  name: string,
): Promise<DisplayDto | null> {
  // Asked first: what is read afterwards is as new as this, or newer.
  const place = await lastPublishedPlace(transaction);
  return readCalls(transaction, cluster, (workingSet) => shownBy(workingSet, name, place));
}

/**
 * What a phone shows, out of a working set; null when there is no such phone.
 * @param place of the last change event that the working set knows of
 */
export function shownBy(workingSet: WorkingSet, name: string, place: number | bigint): DisplayDto | null {
  const phone = workingSet.get("phones", name);
  if (!phone) return null;
  const { device } = workingSet.knownOf("phones", name);
  return { ...toDisplayDto(workingSet, phone, device?.device ?? null), asOf: Number(place) };
}
