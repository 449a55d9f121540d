import { sql } from "kysely";
import { afterAll, beforeEach, expect, test } from "vitest";
import { readRows, sqlIn, writeRows } from "@/lib/server/db/kysely";
import { inSavepoint, inTransaction, isUniqueViolation } from "@/lib/server/db/transaction";
import { openTestDatabase } from "@/lib/server/testing/test-database";

const database = await openTestDatabase();
const outside = sqlIn(database.prisma);
beforeEach(async () => {
  await outside.deleteFrom("Setting").execute();
});
afterAll(() => database.close());

const names = async () =>
  (await outside.selectFrom("Setting").select("name").orderBy("name").execute()).map(({ name }) => name);

test("what is composed is undone with its transaction", async () => {
  const work = inTransaction(database, async (transaction) => {
    await sqlIn(transaction).insertInto("Setting").values({ name: "a", value: "1" }).execute();
    const inside = await sqlIn(transaction).selectFrom("Setting").select("name").execute();
    expect(inside).toEqual([{ name: "a" }]);
    throw new Error("undo");
  });
  await expect(work).rejects.toThrow("undo");
  expect(await names()).toEqual([]);
});

test("a savepoint undoes what was composed within it, and the transaction goes on after a unique value was taken", async () => {
  await inTransaction(database, async (transaction) => {
    const within = sqlIn(transaction);
    const insert = (name: string) => within.insertInto("Setting").values({ name, value: "" }).execute();
    await insert("a");
    const error = await inSavepoint(transaction, async () => {
      await insert("b");
      await insert("a");
    }).catch((thrown: unknown) => thrown);
    expect(isUniqueViolation(error)).toBe(true);
    await insert("c");
  });
  expect(await names()).toEqual(["a", "c"]);
});

test("Kysely's own transactions and streams are refused and change nothing", async () => {
  const work = outside
    .transaction()
    .execute((own) => own.insertInto("Setting").values({ name: "a", value: "" }).execute());
  await expect(work).rejects.toThrow("Kysely cannot begin a transaction");
  await expect(outside.startTransaction().execute()).rejects.toThrow("Kysely cannot begin a transaction");
  const rows = outside.selectFrom("Setting").selectAll().stream();
  await expect(rows.next()).rejects.toThrow("Kysely cannot stream rows");
  expect(await names()).toEqual([]);
});

test("writes tell how many rows they wrote, or answer the rows that are asked for", async () => {
  const rows = ["a", "b", "c"].map((name) => ({ name, value: "1" }));
  const [inserted] = await outside.insertInto("Setting").values(rows).execute();
  expect(inserted?.numInsertedOrUpdatedRows).toBe(3n);
  const skipped = await outside
    .insertInto("Setting")
    .values([...rows, { name: "d", value: "1" }])
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  expect(skipped.numInsertedOrUpdatedRows).toBe(1n);
  const updated = await outside
    .updateTable("Setting")
    .set({ value: "2" })
    .where("name", "<", "c")
    .executeTakeFirst();
  expect(updated.numUpdatedRows).toBe(2n);
  const answered = await outside.deleteFrom("Setting").where("name", ">", "c").returning("value").execute();
  expect(answered).toEqual([{ value: "1" }]);
  const merged = await outside
    .mergeInto("Setting")
    .using("Setting as s", "s.name", "Setting.name")
    .whenMatchedAnd("s.value", "=", "2")
    .thenDelete()
    .executeTakeFirst();
  expect(merged.numChangedRows).toBe(2n);
  expect((await outside.deleteFrom("Setting").executeTakeFirst()).numDeletedRows).toBe(1n);
});

test("a write that is text tells how many rows it wrote, and a query that is text answers its rows", async () => {
  const names = ["a", 'b "quoted"'];
  const insert = sql`INSERT INTO ${sql.table("Setting")} SELECT n, '1' FROM unnest(${names}::text[]) n`;
  expect(await writeRows(database.prisma, insert)).toBe(2);
  const read = sql<{ name: string }>`SELECT ${sql.ref("s.name")} FROM "Setting" s ORDER BY 1`;
  expect(await readRows(database.prisma, read)).toEqual(names.map((name) => ({ name })));
  expect(await writeRows(database.prisma, sql`DELETE FROM "Setting" WHERE "name" = ${names[0]}`)).toBe(1);
});

test("dates, large numbers, JSON, arrays and nothing come back as they were given", async () => {
  const at = new Date("2026-03-29T01:30:00.123Z");
  const event = { text: 'a "quoted" \\ line\n', list: [1, null, { deep: true }], empty: [] };
  const place = 9_007_199_254_740_993n;
  await outside.insertInto("CallEvent").values({ place, cluster: "", id: "e", at, event }).execute();
  const found = outside.selectFrom("CallEvent").selectAll().where("place", "=", place).where("at", "=", at);
  expect(await found.execute()).toEqual([{ place, cluster: "", id: "e", at, event }]);
  expect(await found.where("at", "<", new Date(at.getTime() + 1)).execute()).toHaveLength(1);
  expect(await found.where("at", "<", at).execute()).toEqual([]);
  expect(await found.where("id", "=", sql<string>`any(${["d", "e"]}::text[])`).execute()).toHaveLength(1);

  const group = {
    id: "g",
    jobId: "j",
    firstPosition: 1,
    positions: [1, 2],
    names: ['"a", {b}', "\\"],
    partitions: [],
    objectIds: ["x", "y"],
    state: "waiting",
    result: [1, "two"],
  };
  await outside
    .insertInto("JobItemGroup")
    .values({ ...group, result: JSON.stringify(group.result) })
    .execute();
  expect(await outside.selectFrom("JobItemGroup").selectAll().execute()).toEqual([
    { ...group, outcome: "", problems: null },
  ]);
});

test("rows that another transaction holds are skipped", async () => {
  const rows = ["a", "b"].map((name) => ({ name, value: "" }));
  await outside.insertInto("Setting").values(rows).execute();
  const first = (transaction: Parameters<typeof sqlIn>[0]) =>
    sqlIn(transaction)
      .selectFrom("Setting")
      .select("name")
      .orderBy("name")
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
  await inTransaction(database, async (one) => {
    expect(await first(one)).toEqual({ name: "a" });
    if (database.kind === "embedded") return;
    expect(await inTransaction(database, first)).toEqual({ name: "b" });
  });
  expect(await inTransaction(database, first)).toEqual({ name: "a" });
});
