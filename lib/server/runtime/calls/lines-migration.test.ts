import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeSetting } from "@/lib/server/db/setting";
import { inTransaction, type Transaction } from "@/lib/server/db/transaction";
import { type PhonesInUse, phonesInUse } from "@/lib/server/testing/phones-in-use";

// Later ones have given the table of what is due another name, and let the row of each phone say what the view said.
const migration = readFileSync(
  join("prisma", "migrations", "20261129181900_lines-on-buttons", "migration.sql"),
  "utf8",
)
  .replaceAll('"CallLetter"', '"DueEvent"')
  .replaceAll('"EachDeviceState"', '"DeviceState"');

let cluster: PhonesInUse;
beforeAll(async () => {
  cluster = await phonesInUse(["2001", "2002", "2003"], { extensionMobility: true });
});
afterAll(() => cluster.close());

/** Which phones run which numbers on which lines, as the engine's phones say. */
const runningLines = (prisma: Transaction) =>
  prisma.runningLine.findMany({ orderBy: [{ directoryNumberId: "asc" }, { phoneId: "asc" }] });

/** As an earlier version wrote it: every number that a phone has downloaded. */
async function writeAsBefore(transaction: Transaction) {
  await transaction.$executeRaw`DELETE FROM "RunningLine"`;
  await transaction.$executeRaw`INSERT INTO "RunningLine" ("directoryNumberId", "phoneId")
    SELECT DISTINCT n ->> 'id', s."phoneId" FROM "DeviceState" s CROSS JOIN LATERAL jsonb_array_elements(s."directoryNumbers") n`;
}

async function migrate(transaction: Transaction) {
  for (const statement of migration.split(/;\s*$/m).slice(0, -1))
    await transaction.$executeRawUnsafe(statement);
}

/** Adds a phone with as many lines, whose template has as many Line buttons. */
async function addPhone(model: string, lines: number, lineButtons: number, expansionModules: string[] = []) {
  const template = `${model} ${lineButtons}`;
  await cluster.send("POST", "/phone-button-templates", {
    ...{ name: template, model, protocol: "SIP" },
    buttons: Array.from({ length: 60 }, (_, index) => ({
      position: index + 1,
      feature: index < lineButtons ? "Line" : "Speed Dial",
    })),
  });
  const number = 5000 + 100 * (await cluster.context.database.prisma.phone.count());
  await cluster.send("POST", "/phones", {
    ...{
      name: `SEP${String(number).padStart(12, "0")}`,
      model,
      phoneButtonTemplate: template,
      expansionModules,
    },
    lines: Array.from({ length: lines }, (_, index) => ({
      index: index + 1,
      directoryNumber: String(number + index),
    })),
  });
}

test("old data is recomputed: every phone runs the lines that the engine's phone has on buttons, and who waits is judged anew", async () => {
  const { prisma } = cluster.context.database;
  const module = "BEKEM 36-Button Line Expansion Module";
  for (const lineButtons of [1, 3, 8]) {
    await addPhone("Cisco 8841", 6, lineButtons);
    await addPhone("Cisco 7861", 6, lineButtons);
    await addPhone("Cisco 8851", 9, lineButtons, [module]);
  }
  // A user's lines are on the buttons of the phone, of which there is one.
  await cluster.send("POST", "/device-profiles", {
    ...{ name: "Kim's profile", userId: "kim" },
    lines: [2050, 2051].map((number, index) => ({ index: index + 1, directoryNumber: String(number) })),
  });
  await cluster.phone("2003").does({ action: "login", userId: "kim" });
  await cluster.change(`/phones/${cluster.phone("2002").name}`, {
    lines: [2002, 2100].map((number, index) => ({ index: index + 1, directoryNumber: String(number) })),
  });
  await cluster.send("POST", `/phones/${cluster.phone("2002").name}/restart`);
  await cluster.wait(20);
  const right = await runningLines(prisma);
  const configured = await prisma.phoneLine.count();
  expect(right.length).toBeLessThan(configured);

  // A waits for 2100, which was kept busy by a phone that has no button for it.
  await cluster.phone("2001").dials("2100");
  await cluster.phone("2001").presses("CallBack");
  await inTransaction(cluster.context.database, async (transaction) => {
    await writeSetting(transaction, "manualClock", cluster.context.now().toISOString());
    await writeAsBefore(transaction);
    expect((await runningLines(transaction)).length).toBeGreaterThan(right.length);
    await migrate(transaction);
  });
  expect(await runningLines(prisma)).toEqual(right);
  const dueEvents = await prisma.dueEvent.findMany();
  const number = await prisma.directoryNumber.findFirstOrThrow({ where: { key: "2100" } });
  expect(dueEvents.map(({ cluster: of, event }) => [of, event])).toEqual([
    ["", { id: expect.any(String), kind: "watchesChanged", watches: [number.id] }],
  ]);
  await cluster.wait(1);
  expect(await prisma.dueEvent.count()).toBe(0);
});
