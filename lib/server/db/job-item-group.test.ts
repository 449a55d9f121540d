import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ServiceContext } from "@/lib/server/context";
import { countItems } from "@/lib/server/db/device/job-endings";
import { nameItems } from "@/lib/server/db/job-item";
import {
  findWaitingTogether,
  type GroupEnding,
  moveMembers,
  splitFirst,
  splitItems,
} from "@/lib/server/db/job-item-group";
import { inTransaction, type Transaction } from "@/lib/server/db/transaction";
import { testContext } from "@/lib/server/testing/test-context";

const jobId = "job";
const itemCount = 12;
const positionsOfJob = Array.from({ length: itemCount }, (_, index) => index + 1);
const underway: GroupEnding = { state: "underway", outcome: "", problems: null, result: { phone: "asked" } };
const done: GroupEnding = { state: "done", outcome: "restarted", problems: null, result: null };

let context: ServiceContext;
beforeAll(async () => {
  context = await testContext();
});
afterAll(() => context.database.close());

const some = fc.subarray(positionsOfJob, { minLength: 1 });
const step = fc.oneof(
  fc.record({ kind: fc.constant("goOnTogether" as const), some, ending: fc.constantFrom(underway, done) }),
  fc.record({ kind: fc.constant("goOnAlone" as const), some }),
  fc.record({ kind: fc.constant("firstsGoOnAlone" as const), count: fc.integer({ min: 1, max: 5 }) }),
);

function groupsOf(transaction: Transaction) {
  return transaction.jobItemGroup.findMany({
    select: { id: true, positions: true },
    orderBy: { firstPosition: "asc" },
  });
}

/** The items with what each of them is, as somebody reads them. */
async function itemsOf(transaction: Transaction) {
  return transaction.$queryRaw<{ position: number }[]>`
    SELECT "position", "name", "partition", "state", "outcome", "result" FROM "EachJobItem" ORDER BY "position"`;
}

test("however items go on, together or alone, each stays what it is, is there once and is counted", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), (steps) =>
      inTransaction(context.database, async (transaction) => {
        await transaction.jobItem.deleteMany();
        await transaction.jobItemGroup.deleteMany();
        const named = positionsOfJob.map((position) => ({
          name: `SEP${position}`,
          partition: `P${position}`,
        }));
        await nameItems(transaction, jobId, named);
        const expected = new Map<number, GroupEnding>(
          positionsOfJob.map((position) => [
            position,
            { state: "waiting", outcome: "", problems: null, result: null },
          ]),
        );
        for (const given of steps) {
          const groups = await groupsOf(transaction);
          if (given.kind === "goOnTogether") {
            for (const { id, positions } of groups) {
              const going = positions.filter((position) => given.some.includes(position));
              if (going.length === 0) continue;
              await moveMembers(transaction, context.newId, id, going, given.ending);
              for (const position of going) {
                const result = given.ending.result ?? expected.get(position)?.result ?? null;
                expected.set(position, { ...given.ending, result });
              }
            }
          }
          if (given.kind === "goOnAlone") {
            await splitItems(
              transaction,
              given.some.map((position) => ({ jobId, position })),
            );
            const members = new Set((await groupsOf(transaction)).flatMap(({ positions }) => positions));
            const together = given.some.filter((position) => members.has(position));
            // Those that have ended stay where they are.
            expect(together.every((position) => expected.get(position)?.state === "done")).toBe(true);
          }
          if (given.kind === "firstsGoOnAlone") {
            const first = await findWaitingTogether(transaction, jobId, given.count);
            if (!first) continue;
            const were = groups.find(({ id }) => id === first.groupId)?.positions ?? [];
            expect(first.count).toBe(Math.min(given.count, were.length));
            await splitFirst(transaction, first);
            const left = (await groupsOf(transaction)).find(({ id }) => id === first.groupId);
            expect(left?.positions ?? []).toEqual(were.slice(given.count));
          }
        }
        expect(await itemsOf(transaction)).toEqual(
          [...expected].map(([position, { state, outcome, result }]) => ({
            ...{ position, name: `SEP${position}`, partition: `P${position}` },
            ...{ state, outcome, result },
          })),
        );
        const count = (state: string) => [...expected.values()].filter((item) => item.state === state).length;
        expect(await countItems(transaction, jobId)).toMatchObject({
          waiting: count("waiting"),
          underway: count("underway"),
          done: count("done"),
        });
      }),
    ),
    { numRuns: 30 },
  );
});
