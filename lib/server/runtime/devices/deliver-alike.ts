import type { DeviceCommand } from "@/lib/devices/forecast";
import type { ServiceContext } from "@/lib/server/context";
import { lockAlikeOfJob } from "@/lib/server/db/device/alike";
import { findRegistrationRate } from "@/lib/server/db/device/due";
import { findWaitingTogether, splitFirst } from "@/lib/server/db/job-item-group";
import type { Transaction } from "@/lib/server/db/transaction";
import { type Built, nothingBuilt } from "@/lib/server/runtime/devices/built";
import type { BatchSizes } from "@/lib/server/runtime/devices/device-world";
import { actionId, type EndedItem } from "@/lib/server/runtime/devices/endings";
import { eventsOf } from "@/lib/server/runtime/devices/events";
import { happenToGroups } from "@/lib/server/runtime/devices/happen-to-groups";

/** How items went on, and how many of them. */
export interface Ended {
  readonly ending: Pick<EndedItem, "state" | "outcome">;
  readonly count: number;
}

/** What a batch of a job has delivered. */
export interface Delivered {
  /** How many phones have the action. */
  readonly count: number;
  readonly ended: readonly Ended[];
  readonly built: Built;
}

/**
 * Delivers an action to the next phones of a job that are registered and alike: the rules are asked once for each
 * group of them.
 */
export async function deliverAlike(
  transaction: Transaction,
  context: ServiceContext,
  jobId: string,
  command: DeviceCommand,
  sizes: BatchSizes,
): Promise<Delivered> {
  const withConfiguration = command === "applyConfig";
  const together = await findWaitingTogether(transaction, jobId, sizes.alike);
  if (!together) return { count: 0, ended: [], built: nothingBuilt };
  const groups = await lockAlikeOfJob(transaction, jobId, together, sizes, { withConfiguration });
  const positions = new Map(groups.map(({ phoneIds, positions: all }) => [phoneIds[0] ?? "", all[0] ?? 0]));
  const at = context.now().getTime();
  const done = await happenToGroups(transaction, groups, {
    newId: context.newId,
    isUnlimited: groups.length > 0 && (await findRegistrationRate(transaction)) === null,
    eventsOf: async (firsts) => {
      const events = await eventsOf(transaction, firsts, command, ({ phoneId }) =>
        actionId(jobId, positions.get(phoneId) ?? 0),
      );
      return new Map(events.map(({ stored, event }) => [stored.phoneId, { event, at }]));
    },
  });
  const count = done.reduce((sum, { phones }) => sum + phones.phoneIds.length, 0);
  // Those that are not alike are the first of their group now, and wait for their turn one by one.
  if (count < together.count) await splitFirst(transaction, { ...together, count: together.count - count });
  const softkeyTemplates = groups.flatMap(({ configured }) => configured?.softkeyTemplate?.id ?? []);
  return {
    count,
    built: withConfiguration ? { devices: count, softkeyTemplates } : nothingBuilt,
    ended: done.flatMap(({ outcome: { ending }, phones }) =>
      ending ? [{ ending, count: phones.phoneIds.length }] : [],
    ),
  };
}
