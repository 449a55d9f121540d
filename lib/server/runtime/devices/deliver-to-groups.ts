import type { DeviceCommand } from "@/lib/devices/forecast";
import type { ServiceContext } from "@/lib/server/context";
import { actionId } from "@/lib/server/db/device/action-id";
import { findRegistrationRate } from "@/lib/server/db/device/due";
import { holdGroups, isThere, type PhoneGroup, positionsByPhone } from "@/lib/server/db/device/phone-group";
import { findWaitingTogether, splitFirst } from "@/lib/server/db/job-item-group";
import type { Transaction } from "@/lib/server/db/transaction";
import { applyToGroups } from "@/lib/server/runtime/devices/apply-to-groups";
import { type BuildSummary, emptyBuildSummary } from "@/lib/server/runtime/devices/build-summary";
import type { BatchSizes } from "@/lib/server/runtime/devices/device-services";
import { eventsOf, softkeyTemplatesOf } from "@/lib/server/runtime/devices/events";
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

/** Delivers an action to the next phones of a job that are registered: the rules are asked once for each group of them. */
export async function deliverToGroups(
  transaction: Transaction,
  context: ServiceContext,
  jobId: string,
  command: DeviceCommand,
  sizes: BatchSizes,
): Promise<Delivered> {
  const withConfiguration = command === "applyConfig";
  const together = await findWaitingTogether(transaction, jobId, sizes.inGroups);
  if (!together) return { count: 0, ended: [], built: emptyBuildSummary };
  const positions = await positionsByPhone(transaction, together);
  const positionOf = (phoneId: string) => positions.get(phoneId) ?? 0;
  const found = await holdGroups(transaction, [...positions.keys()], {
    ...{ where: isThere, withConfiguration, fewest: sizes.fewestInGroup },
  });
  const groups = found.map(
    ({ phones }): PhoneGroup => ({
      ...{ jobId, itemGroupId: together.groupId },
      phones: phones.map((phone) => ({ ...phone, position: positionOf(phone.id) })),
    }),
  );
  const softkeyTemplates: string[] = [];
  const at = context.now().getTime();
  const done = await applyToGroups(transaction, groups, {
    newId: context.newId,
    isUnlimited: groups.length > 0 && (await findRegistrationRate(transaction)) === null,
    eventsOf: async (firsts) => {
      const events = await eventsOf(transaction, firsts, command, ({ phoneId }) =>
        actionId(jobId, positionOf(phoneId)),
      );
      softkeyTemplates.push(...softkeyTemplatesOf(events));
      return new Map(events.map(({ stored, event }) => [stored.phoneId, { event, at }]));
    },
  });
  const count = done.reduce((sum, { group }) => sum + group.phones.length, 0);
  // The others are the first of their group now, and are done one by one later.
  if (count < together.count) await splitFirst(transaction, { ...together, count: together.count - count });
  return {
    count,
    built: withConfiguration ? { devices: count, softkeyTemplates } : emptyBuildSummary,
    ended: done.flatMap(({ outcome: { ending }, group }) =>
      ending ? [{ ending, count: group.phones.length }] : [],
    ),
  };
}
