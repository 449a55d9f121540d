import type { PreviewDto } from "@/lib/contract/device";
import { type DeviceCommand, type Forecast, forecastOf } from "@/lib/devices/forecast";
import type { Impact } from "@/lib/devices/impact";
import { nothingToDo, type Plan } from "@/lib/devices/plan";
import { countByModel } from "@/lib/server/db/device/choose";
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
 * What an action would do to some phones: the same rules that do it, asked beforehand. Phones with the same impact and
 * forecast are one group; the changes are those of its first phone.
 */
export async function previewOf(
  transaction: Transaction,
  phoneIds: readonly string[],
  command: DeviceCommand,
): Promise<PreviewDto> {
  const groups = new Map<string, Group>();
  for (let start = 0; start < phoneIds.length; start += phonesAtOnce) {
    const devices = await findDevices(transaction, phoneIds.slice(start, start + phonesAtOnce));
    const plans = command === "applyConfig" ? await plansOf(transaction, devices) : null;
    for (const { phoneId, name, device } of devices) {
      const plan = plans?.get(phoneId)?.plan ?? nothingToDo;
      const impact = command === "applyConfig" ? plan.impact : command;
      const forecast = forecastOf(device, command, plan.impact);
      const key = `${impact} ${forecast}`;
      const group = groups.get(key) ?? { impact, forecast, plan, phones: [], count: 0 };
      group.count += 1;
      if (group.phones.length < mostNames) group.phones.push(name);
      groups.set(key, group);
    }
  }
  return {
    total: phoneIds.length,
    models: await countByModel(transaction, phoneIds),
    groups: [...groups.values()]
      .sort((one, other) => other.count - one.count)
      .map(({ plan, ...group }) => ({ ...group, changes: toChangesDto(plan).slice(0, mostChanges) })),
  };
}

/** The changes of a plan as the API answers them. */
export function toChangesDto({ changes }: Plan): PreviewDto["groups"][number]["changes"] {
  return structuredClone(changes) as PreviewDto["groups"][number]["changes"];
}
