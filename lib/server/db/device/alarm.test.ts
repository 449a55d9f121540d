import { afterAll, beforeAll, expect, test } from "vitest";
import type { DeviceAlarm } from "@/lib/devices/device-alarms";
import type { ServiceContext } from "@/lib/server/context";
import {
  deleteAlarmsBefore,
  listDeviceAlarms,
  recordAlarms,
  recordAlarmsOfMany,
  type StoredAlarm,
} from "@/lib/server/db/device/alarm";
import { testContext } from "@/lib/server/testing/test-context";

let context: ServiceContext;
let all: StoredAlarm[];
const minute = (minutes: number) => new Date(Date.UTC(2026, 0, 1, 0, minutes));
const alarm = (name: DeviceAlarm["name"], device: string | null = null): DeviceAlarm => ({
  ...{
    name,
    severity: name === "EndPointUnregistered" ? "warning" : "informational",
    device,
    parameters: {},
  },
});
const registered = alarm("EndPointRegistered");
const unregistered = alarm("EndPointUnregistered");

/** All pages of the event log, each with the total that it told. */
async function pagesOf(sort: string, where: string[], limit: number) {
  const { prisma } = context.database;
  const items: StoredAlarm[] = [];
  const totals = new Set<number>();
  let cursor: string | undefined;
  do {
    const page = await listDeviceAlarms(prisma, {
      ...{ where, match: "all", sort, limit },
      ...(cursor ? { cursor } : {}),
    });
    items.push(...page.items);
    totals.add(page.total);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return { items, totals: [...totals] };
}

beforeAll(async () => {
  context = await testContext();
  const { prisma } = context.database;
  for (const [at, phones] of [
    [minute(1), ["SEP1", "SEP2", "SEP3", "SEP4", "SEP5"]],
    [minute(2), ["SEP2"]],
    [minute(2), ["SEP3", "SEP6"]],
    [minute(4), ["SEP1", "SEP6", "SEP7"]],
  ] as const) {
    await recordAlarmsOfMany(prisma, phones, [unregistered, registered], at);
    await recordAlarms(prisma, [
      { alarm: alarm("EndPointUnregistered", "SEP3"), at },
      { alarm: alarm("EndPointRegistered", "SEP9"), at: minute(3) },
    ]);
  }
  ({ items: all } = await pagesOf("at", [], 1_000));
});
afterAll(() => context.database.close());

test("alarms of one phone and of many are one log: each phone has its entries, in their order", () => {
  expect(all).toHaveLength(2 * 11 + 4 * 2);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  const ofOne = all.filter(({ phone }) => phone === "SEP1").map(({ at, name }) => [at, name]);
  expect(ofOne).toEqual([
    [minute(1), "EndPointUnregistered"],
    [minute(1), "EndPointRegistered"],
    [minute(4), "EndPointUnregistered"],
    [minute(4), "EndPointRegistered"],
  ]);
});

const filters: [string[], (entry: StoredAlarm) => boolean][] = [
  [[], () => true],
  [["phone:isExactly:sep3"], ({ phone }) => phone === "SEP3"],
  [["phone:beginsWith:SEP", "name:contains:unreg"], ({ name }) => name === "EndPointUnregistered"],
  [
    ["severity:isExactly:warning", "phone:endsWith:6"],
    ({ severity, phone }) => severity === "warning" && phone === "SEP6",
  ],
  [["phone:isExactly:SEP8"], () => false],
];

test.for(["at", "-at", "name", "-name", "severity", "-severity", "phone", "-phone"])(
  "the log sorted by %s is paged without a gap, whatever is asked for",
  async (sort) => {
    const field = sort.replace("-", "") as "at" | "name" | "severity" | "phone";
    const sortedBy = (entry: StoredAlarm) =>
      field === "at" ? entry.at.toISOString() : entry[field].toLowerCase();
    const sorted = all.toSorted((one, other) => {
      const [a, b] = [`${sortedBy(one)} ${one.id}`, `${sortedBy(other)} ${other.id}`];
      return (a < b ? -1 : 1) * (sort.startsWith("-") ? -1 : 1);
    });
    for (const [where, isWanted] of filters) {
      const wanted = sorted.filter(isWanted);
      for (const limit of [1, 2, 3, 7, 100]) {
        const { items, totals } = await pagesOf(sort, where, limit);
        expect(items, `${where} by ${limit}`).toEqual(wanted);
        expect(totals).toEqual([wanted.length]);
      }
    }
  },
);

test("old alarms are deleted, whoever they are of", async () => {
  const { prisma } = context.database;
  await deleteAlarmsBefore(prisma, minute(4));
  const { items } = await pagesOf("at", [], 1_000);
  expect(items).toEqual(all.filter(({ at }) => at >= minute(4)));
});
