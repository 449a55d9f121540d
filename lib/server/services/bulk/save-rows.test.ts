import { afterAll, beforeAll, expect, test } from "vitest";
import type { ServiceContext } from "@/lib/server/context";
import { runDueJobs } from "@/lib/server/runtime/jobs/run-due-jobs";
import { type SeenRow, saveRows } from "@/lib/server/services/bulk/save-rows";
import { getChange } from "@/lib/server/services/change/get";
import { listChanges } from "@/lib/server/services/change/list";
import { undoChange } from "@/lib/server/services/change/undo";
import { definitions } from "@/lib/server/services/configuration/definitions";
import { jobWorld } from "@/lib/server/testing/bulk";
import { objectsOf, phoneInput } from "@/lib/server/testing/configuration";
import { inRole, refusalFrom, testContext } from "@/lib/server/testing/test-context";

let context: ServiceContext;
beforeAll(async () => {
  context = await testContext();
});
afterAll(() => context.database.close());

const phone = objectsOf("phone", () => context);
const number = objectsOf("directoryNumber", () => context);
const partition = objectsOf("partition", () => context);
const name = (place: number) => `SEP0000000000${place}`;

async function makePhones(...places: readonly number[]) {
  for (const place of places)
    await phone.create(
      phoneInput(name(place), { description: "Lobby", lines: [{ index: 1, directoryNumber: `30${place}` }] }),
    );
}

/** A phone as a list shows it now, and the fields that it is to get. */
async function seen(place: number, fields: SeenRow["fields"]): Promise<SeenRow> {
  const { version, updatedAt } = await phone.get(name(place));
  return { name: name(place), version: Number(version), updatedAt: String(updatedAt), fields };
}
const save = (rows: readonly SeenRow[], reason?: string) =>
  saveRows(context, definitions.phone, { rows, reason });
const problemsFrom = async (rows: readonly SeenRow[]) => (await refusalFrom(save(rows))).data.problems;
const changes = async () =>
  (await listChanges(context, { where: [], match: "all", sort: "-at", limit: 1 })).total;
const descriptions = (...places: readonly number[]) =>
  Promise.all(places.map(async (place) => (await phone.get(name(place))).description));

test("[CL-01][CL-02] rows of a grid, each with values of its own, are one change that can be undone", async () => {
  await makePhones(10, 11, 12);
  const rows = [
    await seen(10, { description: "North" }),
    await seen(11, { description: "South", softkeyTemplate: "Standard Feature" }),
    await seen(12, { description: "Lobby" }),
  ];
  const saved = await save(rows, "labels of the floor plan");
  expect(saved).toMatchObject({ updated: 2, unchanged: 1 });
  const change = await getChange(context, String(saved.change), { limit: 10 });
  expect(change).toMatchObject({ kind: "save", reason: "labels of the floor plan", total: 2 });
  expect(await descriptions(10, 11, 12)).toEqual(["North", "South", "Lobby"]);
  expect(await phone.get(name(12))).toMatchObject({ version: 1 });

  await undoChange(context, String(saved.change), { isDryRun: false, reason: "" });
  await runDueJobs(jobWorld(context), context.now());
  expect(await phone.get(name(11))).toMatchObject({ description: "Lobby", softkeyTemplate: null });
  expect(await descriptions(10, 12)).toEqual(["Lobby", "Lobby"]);
});

test("rows that have the values already are no change", async () => {
  await makePhones(20);
  const before = await changes();
  expect(await save([await seen(20, { description: "Lobby" })])).toEqual({
    change: null,
    updated: 0,
    unchanged: 1,
  });
  expect(await changes()).toBe(before);
});

test("whatever is wrong with one row keeps all from being stored, and everything that is wrong is told with its place", async () => {
  await makePhones(30, 31, 32, 33);
  const before = await changes();
  const rows = [
    await seen(30, { description: "North" }),
    await seen(31, { softkeyTemplate: "Nowhere" }),
    await seen(32, { dnd: { option: "Call Reject" } }),
    await seen(33, { description: "South" }),
  ];
  const others = [await seen(30, { description: "North" }), await seen(31, { description: "x".repeat(129) })];
  await phone.update(name(33), { version: 1, description: "Somebody else's" });
  expect(await problemsFrom(rows)).toMatchObject([
    { path: ["rows", 1, "softkeyTemplate"], code: "unknownReference" },
    { path: ["rows", 3], code: "changedSinceShown" },
  ]);
  expect(await problemsFrom(others)).toMatchObject([
    { path: ["rows", 1, "description"], code: "descriptionTooLong" },
  ]);
  expect(await descriptions(30, 31, 33)).toEqual(["Lobby", "Lobby", "Somebody else's"]);
  expect(await changes()).toBe(before + 1);
});

test("an object that is gone, or was made anew under the name, is not what was seen", async () => {
  await makePhones(40, 41);
  const rows = [await seen(40, { description: "North" }), await seen(41, { description: "South" })];
  await phone.remove(name(40));
  await phone.remove(name(41));
  const { now } = context;
  context = { ...context, now: () => new Date(now().getTime() + 1_000) };
  await makePhones(41);
  expect(await problemsFrom(rows)).toMatchObject([
    { path: ["rows", 0, "name"], code: "notThere" },
    { path: ["rows", 1], code: "changedSinceShown" },
  ]);
});

test("what names an object cannot be given, no object is named twice, and who only reads saves nothing", async () => {
  await makePhones(50);
  const row = await seen(50, { description: "North" });
  expect(await problemsFrom([{ ...row, fields: { name: name(51) } }])).toMatchObject([
    { path: ["rows", 0, "name"], code: "readOnlyField" },
  ]);
  expect(await problemsFrom([row, { ...row, name: name(50).toLowerCase() }])).toMatchObject([
    { path: ["rows", 1], code: "duplicate" },
  ]);
  const reader = inRole(context, "readOnly");
  expect((await refusalFrom(saveRows(reader, definitions.phone, { rows: [row] }))).code).toBe("forbidden");
});

test("numbers that are alike in two partitions are told apart", async () => {
  for (const one of ["Seoul", "Busan"]) {
    await partition.create({ name: one });
    await number.create({ pattern: "2000", partition: one });
  }
  const { version, updatedAt } = await number.get("2000", "Busan");
  const row = { name: "2000", partition: "Busan", version: Number(version), updatedAt: String(updatedAt) };
  await saveRows(context, definitions.directoryNumber, {
    rows: [{ ...row, fields: { description: "Harbour" } }],
  });
  expect(await number.get("2000", "Busan")).toMatchObject({ description: "Harbour" });
  expect(await number.get("2000", "Seoul")).toMatchObject({ description: "", version: 1 });
});

test("of two people who save the same row at once, one does", async () => {
  await makePhones(60);
  const rows = [await seen(60, { description: "One" })];
  const others = [{ ...rows[0], fields: { description: "Other" } } as SeenRow];
  const outcomes = await Promise.allSettled([save(rows), save(others)]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(await phone.get(name(60))).toMatchObject({ version: 2 });
});
