import { expect, test } from "vitest";
import type { BatchSizes } from "@/lib/server/runtime/devices/device-services";
import { type PhonesInUse, phonesInUse } from "@/lib/server/testing/phones-in-use";

const oneByOne: BatchSizes = { oneByOne: 500, inGroups: 500, fewestInGroup: Number.MAX_SAFE_INTEGER };
const inGroups: BatchSizes = { oneByOne: 500, inGroups: 500, fewestInGroup: 1 };
const template = "/phone-button-templates/Own%20buttons";
const numbers = ["2001", "2002", "2003", "2004"];

function buttonsWith(lines: readonly number[]) {
  return [1, 2, 3].map((position) => {
    const feature = lines.includes(position) ? "Line" : "Speed Dial";
    return { position, feature, label: "" };
  });
}

/** The numbers that phones run on buttons, by the last digits of the names of the phones. */
async function running({ context }: PhonesInUse) {
  const { prisma } = context.database;
  const rows = await prisma.$queryRaw<{ line: string }[]>`
    SELECT substr(p."name", 12) || ' ' || n."pattern" AS "line" FROM "RunningLine" l JOIN "Phone" p ON p."id" = l."phoneId"
    JOIN "DirectoryNumber" n ON n."id" = l."directoryNumberId" ORDER BY 1`;
  return rows.map(({ line }) => line);
}

/** What phones run while their template gives them more lines and fewer, and how many alarms were raised of several at once. */
async function history(sizes: BatchSizes) {
  const cluster = await phonesInUse([], {}, sizes);
  const { prisma } = cluster.context.database;
  const body = { model: "Cisco 8841", protocol: "SIP", buttons: buttonsWith([1]) };
  await cluster.send("POST", "/phone-button-templates", { name: "Own buttons", ...body });
  for (const number of numbers) {
    const lines = [1, 2, 3].map((index) => ({
      index,
      directoryNumber: `${index === 2 ? 4 : index}${number}`,
    }));
    await cluster.send("POST", "/phones", {
      ...{ name: cluster.phone(number).name, model: "Cisco 8841", softkeyTemplate: "Call Back User" },
      ...{ phoneButtonTemplate: "Own buttons", lines: number === "2004" ? lines.slice(0, 2) : lines },
    });
  }
  await cluster.wait(2);
  const seen = [await running(cluster)];
  for (const places of [[1, 2, 3], [1, 3], [1]]) {
    await cluster.change(template, { buttons: buttonsWith(places) });
    await cluster.send("POST", `${template}/apply-config`);
    await cluster.wait(0.1);
    seen.push(await running(cluster));
    await cluster.wait(10);
    seen.push(await running(cluster));
  }
  const alarms = await prisma.deviceAlarmGroup.findMany();
  await cluster.close();
  return { seen, together: Math.max(0, ...alarms.map(({ phones }) => phones.length)) };
}

test("[BT-05] phones whose template moves lines take them in groups as they would one by one, when they run it", async () => {
  const [alone, together] = [await history(oneByOne), await history(inGroups)];
  expect(together.seen).toEqual(alone.seen);
  const [before, early, late] = alone.seen;
  expect(before).toEqual(["2001 12001", "2002 12002", "2003 12003", "2004 12004"]);
  expect(early).toEqual(before);
  expect(late).toHaveLength(11);
  expect(alone.seen.at(-1)).toEqual(before);
  expect(alone.together).toBe(0);
  expect(together.together).toBe(numbers.length);
});
