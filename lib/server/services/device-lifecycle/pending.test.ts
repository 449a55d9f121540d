import { afterAll, beforeAll, expect, test } from "vitest";
import { groupDiffering, listCandidates, listDiffering } from "@/lib/server/db/device/pending";
import type { Database } from "@/lib/server/db/open";
import type { CallApi } from "@/lib/server/testing/test-api";
import { testApi } from "@/lib/server/testing/test-api";
import { testContext } from "@/lib/server/testing/test-context";
import { manualRuntime } from "@/lib/server/testing/test-runtime";

let call: CallApi;
let database: Database;
beforeAll(async () => {
  const { context, runtime } = manualRuntime(await testContext());
  database = context.database;
  call = await testApi(context, runtime);
  await post("/softkey-templates", { name: "Reception", copyOf: "Standard User" });
  await post("/softkey-templates", { name: "Lobby", copyOf: "Standard User" });
  await post("/phone-button-templates", { name: "Buttons", copyOf: "Standard 8841 SIP" });
  await post("/common-device-configurations", { name: "Hotel", softkeyTemplate: "Lobby" });
  for (const [position, choice] of choices.entries()) await post("/phones", phone(position + 1, choice));
  await advance();
});
afterAll(() => database.close());

/** What phones 1, 2, … name: nothing, a softkey template, one by their common device configuration, a button template. */
const choices = [
  {},
  { softkeyTemplate: "Reception" },
  { commonDeviceConfiguration: "Hotel" },
  { phoneButtonTemplate: "Buttons", softkeyTemplate: "Standard User" },
];
const nameOf = (number: number) => `SEP00000000000${number}`;
const phone = (number: number, choice: object) => ({
  ...{ name: nameOf(number), model: "Cisco 8841", ...choice },
  lines: [{ index: 1, directoryNumber: `200${number}` }],
});
const get = async (path: string) => (await call("GET", path)).body;
async function post(path: string, body: object) {
  expect(await call("POST", path, body)).toMatchObject({ status: 201 });
}
async function patch(path: string, change: object) {
  const { version } = await get(path);
  expect(await call("PATCH", path, { version, ...change })).toMatchObject({ status: 200 });
}
const advance = () => call("POST", "/simulation/clock/advance", { seconds: 10 });

/** The numbers of the phones that run something else than what is saved, found in each way; all ways must find the same. */
async function differing(): Promise<number[]> {
  const { prisma } = database;
  const page = { after: "", limit: 50 };
  const picked = await listDiffering(prisma, { ...page, areFew: true });
  expect(await listDiffering(prisma, { ...page, areFew: false })).toEqual(picked);
  const grouped = await groupDiffering(prisma, { limit: 50, among: null });
  expect(grouped.total).toBe(picked.length);
  const among = await listCandidates(prisma, 50);
  expect(await groupDiffering(prisma, { limit: 50, among })).toEqual(grouped);
  return picked.map(({ key }) => Number(key.slice(-1)));
}

test.each<[string, number[], () => Promise<unknown>]>([
  ["nothing has changed", [], async () => undefined],
  [
    "a template was edited",
    [2],
    () => patch("/softkey-templates/Reception", { callStates: { "On Hook": ["NewCall"] } }),
  ],
  [
    "a template got the default mark of Standard User",
    [1, 2, 4],
    () => patch("/softkey-templates/Reception", { isDefault: true }),
  ],
  ["the mark went to another one", [1, 2, 3], () => patch("/softkey-templates/Lobby", { isDefault: true })],
  ["no template has it any more", [1, 3], () => patch("/softkey-templates/Lobby", { isDefault: false })],
  [
    "a template got the mark where none had it, which changes no other",
    [1, 2],
    () => patch("/softkey-templates/Reception", { isDefault: true }),
  ],
  [
    "a common device configuration names another template",
    [3],
    () => patch("/common-device-configurations/Hotel", { softkeyTemplate: "Reception" }),
  ],
  [
    "a button template was edited",
    [4],
    () => patch("/phone-button-templates/Buttons", { description: "Without another button" }),
  ],
  ["a phone was edited", [1], () => patch(`/phones/${nameOf(1)}`, { description: "At the door" })],
  ["a phone names another template", [2], () => patch(`/phones/${nameOf(2)}`, { softkeyTemplate: "Lobby" })],
  [
    "a phone names another common device configuration",
    [1],
    () => patch(`/phones/${nameOf(1)}`, { commonDeviceConfiguration: "Hotel" }),
  ],
  ["a number got other digits", [4], () => patch("/directory-numbers/2004", { pattern: "2014" })],
])("when %s, of the phones that ran what was saved %j may run something else", async (_, phones, change) => {
  await change();
  expect(await differing()).toEqual(phones);
  const { status } = await call("POST", "/phones/actions", { action: "reset", where: [] });
  expect(status).toBe(202);
  await advance();
  expect(await differing()).toEqual([]);
});

test("a page of none tells how many phones wait, and no more", async () => {
  await patch(`/phones/${nameOf(3)}`, { description: "At the door" });
  const page = await get("/phones/pending-apply?limit=0");
  expect(page).toEqual({ items: [], nextCursor: null, total: 1, isExact: true });
});

test.each([
  ["registration:isExactly:REGISTERED", 4],
  ["registration:beginsWith:un", 0],
  ["registration:contains:reg", 4],
  ["registration:isEmpty:", 0],
  ["registration:isNotEmpty:", 4],
  ["model:isExactly:cisco 8841", 4],
])("of the phones, %s finds %i", async (where, count) => {
  await advance();
  expect(await get(`/phones?where=${encodeURIComponent(where)}`)).toMatchObject({ total: count });
});
