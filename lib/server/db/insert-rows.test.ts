import { afterAll, beforeAll, expect, test } from "vitest";
import type { ServiceContext } from "@/lib/server/context";
import { insertRows } from "@/lib/server/db/insert-rows";
import { testContext } from "@/lib/server/testing/test-context";

let context: ServiceContext;
beforeAll(async () => {
  context = await testContext();
});
afterAll(() => context.database.close());

const at = new Date("2026-01-02T03:04:05.678Z");
const row = (id: string, own: object = {}) => ({
  ...{ id, at, name: "DeviceReset", severity: "INFO", phone: "", parameters: { reason: [1, null] } },
  ...own,
});

async function stored(ids: readonly string[]) {
  const { prisma } = context.database;
  return prisma.deviceAlarm.findMany({ where: { id: { in: [...ids] } }, orderBy: { id: "asc" } });
}

test("rows are stored as given, whatever they have in common", async () => {
  const { prisma } = context.database;
  const cases = [
    [row("a1")],
    [row("b1"), row("b2")],
    [row("c1"), row("c2", { phone: "SEP1" }), row("c3")],
    [row("d1"), row("d2", { parameters: {} }), row("d3", { parameters: { reason: [1, null] } })],
    [row("e1", { at: new Date(0) }), row("e2")],
  ];
  for (const rows of cases) {
    expect(await insertRows(prisma, "DeviceAlarm", rows)).toBe(rows.length);
    expect(await stored(rows.map(({ id }) => id))).toEqual(rows);
  }
});

test("rows that are there already are left out when that is asked for", async () => {
  const { prisma } = context.database;
  await insertRows(prisma, "DeviceAlarm", [row("f1", { phone: "SEP1" })]);
  const again = [row("f1"), row("f2")];
  expect(await insertRows(prisma, "DeviceAlarm", again, { onConflict: "skip" })).toBe(1);
  expect((await stored(["f1", "f2"])).map(({ phone }) => phone)).toEqual(["SEP1", ""]);
  await expect(insertRows(prisma, "DeviceAlarm", again)).rejects.toThrow();
});

test("no rows are no statement", async () => {
  expect(await insertRows(context.database.prisma, "DeviceAlarm", [])).toBe(0);
});
