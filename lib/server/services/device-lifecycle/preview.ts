import type { PreviewDto } from "@/lib/contract/device";
import { type DeviceCommand, type Forecast, forecastOf } from "@/lib/devices/forecast";
import type { Impact } from "@/lib/devices/impact";
import { nothingToDo, type Plan } from "@/lib/devices/plan";
import { type ChosenPhones, countByModel } from "@/lib/server/db/device/choose";
import { groupByPlan, listWithOwnPlan, type PlanGroup } from "@/lib/server/db/device/pending";
import { findDevices } from "@/lib/server/db/device/state";
import type { Transaction } from "@/lib/server/db/transaction";
import { plansOf } from "@/lib/server/runtime/devices/plans";

const phonesAtOnce = 1_000;
const mostNames = 20;
/** Changes that are told of a group. */
const mostChanges = 50;

interface Group {
  readonly impact: Impact;
  readonly forecast: Forecast;
  readonly plan: Plan;
  readonly phones: string[];
  count: number;
}

/**
 * What an action would do to some phones: the same rules that do it, asked beforehand of one phone of each plan group. Phones with
 * the same impact and forecast are one group; the changes are those of its first phone.
 */
export async function previewOf(
  transaction: Transaction,
  chosen: ChosenPhones,
  command: DeviceCommand,
): Promise<PreviewDto> {
  const groups = new Map<string, Group>();
  let total = 0;
  const asked = await planGroups(transaction, chosen, command);
  for (let start = 0; start < asked.length; start += phonesAtOnce) {
    const some = asked.slice(start, start + phonesAtOnce);
    for (const { impact, forecast, plan, names, count } of await foreseen(transaction, some, command)) {
      const key = `${impact} ${forecast}`;
      const group = groups.get(key) ?? { impact, forecast, plan, phones: [], count: 0 };
      total += count;
      group.count += count;
      group.phones.push(...names.slice(0, mostNames - group.phones.length));
      groups.set(key, group);
    }
  }
  return {
    total,
    models: await countByModel(transaction, chosen),
    groups: [...groups.values()]
      .sort((one, other) => other.count - one.count)
      .map(({ plan, ...group }) => ({ ...group, changes: toChangesDto(plan).slice(0, mostChanges) })),
  };
}

/** A plan group, or a phone with a plan of its own. */
type Foreseen = Pick<PlanGroup, "phoneId" | "count"> & Partial<PlanGroup>;

/** The plan groups of the phones; each phone with a plan of its own is one. */
async function planGroups(
  transaction: Transaction,
  chosen: ChosenPhones,
  command: DeviceCommand,
): Promise<readonly Foreseen[]> {
  const withPlan = command === "applyConfig";
  const groups = await groupByPlan(transaction, chosen, { withPlan, mostNames });
  const own = withPlan ? await listWithOwnPlan(transaction, chosen) : [];
  return [...groups, ...own.map((phoneId) => ({ phoneId, count: 1 }))];
}

/**
 * What the action would do to each of some plan groups. Phase and calls are those by which they are a group: what the first of
 * them does meanwhile says nothing of the others.
 */
async function foreseen(transaction: Transaction, some: readonly Foreseen[], command: DeviceCommand) {
  const found = await findDevices(
    transaction,
    some.map(({ phoneId }) => phoneId),
  );
  const plans = command === "applyConfig" ? await plansOf(transaction, found) : null;
  const devices = new Map(found.map((one) => [one.phoneId, one]));
  return some.flatMap(({ phoneId, count, ...group }) => {
    const { name = "", device } = devices.get(phoneId) ?? {};
    const { phase = device?.phase, calls = device?.calls ?? 0, names = [name] } = group;
    if (phase === undefined) return [];
    const plan = plans?.get(phoneId)?.plan ?? nothingToDo;
    const impact: Impact = command === "applyConfig" ? plan.impact : command;
    return [{ impact, forecast: forecastOf({ phase, calls }, command, plan.impact), plan, count, names }];
  });
}

/** The changes of a plan as the API answers them. */
export function toChangesDto({ changes }: Plan): PreviewDto["groups"][number]["changes"] {
  return structuredClone(changes) as PreviewDto["groups"][number]["changes"];
}
