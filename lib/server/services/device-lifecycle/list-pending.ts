import type { Impact } from "@/lib/devices/impact";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { canBeText } from "@/lib/server/db/bounds";
import { groupDiffering, listCandidates, listDiffering } from "@/lib/server/db/device/pending";
import { findDevices } from "@/lib/server/db/device/state";
import type { Transaction } from "@/lib/server/db/transaction";
import { Refusal } from "@/lib/server/errors";
import { plansOf } from "@/lib/server/runtime/devices/plans";
import { toChangesDto } from "@/lib/server/services/device-lifecycle/preview";

/** Groups of phones that are compared for the count; beyond them every phone with another revision counts. */
const mostGroups = 1_000;
/** So many that may differ are compared by their ids. */
const mostById = 5_000;
/** So many are picked out of all phones for a page of them. */
const few = 1_000;

interface PendingPhone {
  phone: string;
  impact: Impact;
  changes: ReturnType<typeof toChangesDto>;
}

/**
 * The phones that run something else than what is saved, and why, in the order of their names.
 * @throws Refusal forbidden, validationFailed
 */
export async function listPending(
  context: ServiceContext,
  { limit, cursor = "" }: { limit: number; cursor?: string | undefined },
) {
  requirePermission(context, "phone", "read");
  if (!canBeText(cursor)) {
    throw new Refusal("validationFailed", { problems: [{ path: ["cursor"], code: "badCursor" }] });
  }
  const { prisma } = context.database;
  const { total, differing, isExact } = await countPending(prisma);
  const items: PendingPhone[] = [];
  let after: string | null = total === 0 || limit === 0 ? null : cursor;
  while (after !== null && items.length < limit) {
    const page: { phoneId: string; key: string }[] = await listDiffering(prisma, {
      after,
      limit,
      areFew: differing <= few,
    });
    const devices = await findDevices(
      prisma,
      page.map(({ phoneId }) => phoneId),
    );
    const plans = await plansOf(prisma, devices);
    const names = new Map(devices.map(({ phoneId, name }) => [phoneId, name]));
    after = page.length < limit ? null : (page.at(-1)?.key ?? null);
    for (const [index, { phoneId, key }] of page.entries()) {
      const plan = plans.get(phoneId)?.plan;
      const phone = names.get(phoneId);
      if (!plan || !phone || plan.impact === "none") continue;
      items.push({ phone, impact: plan.impact, changes: toChangesDto(plan) });
      if (items.length < limit) continue;
      if (index < page.length - 1 || page.length === limit) after = key;
      break;
    }
  }
  return { items, nextCursor: after, total, isExact };
}

/** How many there are; a difference that does not reach a phone does not count. */
async function countPending(
  transaction: Transaction,
): Promise<{ total: number; differing: number; isExact: boolean }> {
  const candidates = await listCandidates(transaction, mostById + 1);
  if (candidates.length === 0) return { total: 0, differing: 0, isExact: true };
  const among = candidates.length > mostById ? null : candidates;
  const { groups, total } = await groupDiffering(transaction, { limit: mostGroups, among });
  const devices = await findDevices(
    transaction,
    groups.map(({ phoneId }) => phoneId),
  );
  const plans = await plansOf(transaction, devices);
  const idle = groups.filter(({ phoneId }) => (plans.get(phoneId)?.plan.impact ?? "none") === "none");
  const without = idle.reduce((sum, { count }) => sum + count, 0);
  return { total: total - without, differing: total, isExact: groups.length < mostGroups };
}
