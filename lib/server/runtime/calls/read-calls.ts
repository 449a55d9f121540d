import type { DisplayDto } from "@/lib/contract/phone-operation";
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
        await configured.load(transaction, error, { numbers: [], digits: [] });
      else
        await loadIntoCache({ transaction, runningConfigurations, remote }, rowCache, [
          [error.table, error.key],
        ]);
    }
  }
}

/** What a phone shows, out of a working set; null when there is no such phone. */
export function shownBy(workingSet: WorkingSet, name: string): DisplayDto | null {
  const phone = workingSet.get("phones", name);
  if (!phone) return null;
  return toDisplayDto(workingSet, phone, workingSet.knownOf("phones", name).device?.device ?? null);
}
