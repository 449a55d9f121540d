import type { DeviceCommand } from "@/lib/devices/forecast";
import type { ServiceContext } from "@/lib/server/context";
import { actionId } from "@/lib/server/db/device/action-id";
import { lockAlikeOfJob } from "@/lib/server/db/device/alike";
import type { AlikePhones } from "@/lib/server/db/device/alike-phones";
import { findRegistrationRate } from "@/lib/server/db/device/due";
import { lockSharedState } from "@/lib/server/db/device/shared-state";
import { type FirstMembers, findWaitingTogether, splitFirst } from "@/lib/server/db/job-item-group";
import type { Transaction } from "@/lib/server/db/transaction";
import { applyToGroups } from "@/lib/server/runtime/devices/apply-to-groups";
import { type BuildSummary, emptyBuildSummary } from "@/lib/server/runtime/devices/build-summary";
import type { BatchSizes } from "@/lib/server/runtime/devices/device-services";
import { eventsOf } from "@/lib/server/runtime/devices/events";
import type { JobItemOutcome } from "@/lib/server/runtime/devices/job-item-outcomes";

/** How items went on, and how many of them. */
export interface Ended {
  readonly ending: Pick<JobItemOutcome, "state" | "outcome">;
  readonly count: number;
}

/** What a batch of a job has delivered. */
export interface Delivered {
  /** How many phones have the action. */
  readonly count: number;
  readonly ended: readonly Ended[];
  readonly built: BuildSummary;
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
  if (!together) return { count: 0, ended: [], built: emptyBuildSummary };
  const { groups, ...first } = await lockTogether(transaction, jobId, together, sizes, { withConfiguration });
  const positions = new Map(groups.map((phones) => [phones.first.phoneId, phones.first.position ?? 0]));
  const softkeyTemplates: string[] = [];
  const at = context.now().getTime();
  const done = await applyToGroups(transaction, groups, {
    newId: context.newId,
    isUnlimited: groups.length > 0 && (await findRegistrationRate(transaction)) === null,
    eventsOf: async (firsts) => {
      const events = await eventsOf(transaction, firsts, command, ({ phoneId }) =>
        actionId(jobId, positions.get(phoneId) ?? 0),
      );
      for (const { event } of events)
        if ("snapshot" in event && event.snapshot.softkeyTemplate)
          softkeyTemplates.push(event.snapshot.softkeyTemplate.id);
      return new Map(events.map(({ stored, event }) => [stored.phoneId, { event, at }]));
    },
  });
  const count = done.reduce((sum, { phones }) => sum + phones.count, 0);
  // Those that are not alike are the first of their group now, and are done one by one later.
  if (count < first.count) await splitFirst(transaction, { ...first, count: first.count - count });
  return {
    count,
    built: withConfiguration ? { devices: count, softkeyTemplates } : emptyBuildSummary,
    ended: done.flatMap(({ outcome: { ending }, phones }) =>
      ending ? [{ ending, count: phones.count }] : [],
    ),
  };
}

/**
 * Those who share a state, and only they, or else groups of phones that are alike.
 * @returns also which items are looked at: the first of the group, from which others may have gone
 */
async function lockTogether(
  transaction: Transaction,
  jobId: string,
  { groupId, count, sharedStateId: id }: FirstMembers,
  sizes: BatchSizes,
  options: { withConfiguration: boolean },
): Promise<{ groups: AlikePhones[]; groupId: string; count: number }> {
  if (id !== null) {
    const state = { id, itemGroupId: groupId };
    const sharing = await lockSharedState(transaction, state, { ...options, leaveStrangers: false });
    if (sharing) return { groups: [sharing], groupId, count: sharing.count };
  }
  const groups = await lockAlikeOfJob(transaction, jobId, { groupId, count }, sizes, options);
  return { groups, groupId, count };
}
