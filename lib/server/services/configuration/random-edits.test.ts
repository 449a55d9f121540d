import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ServiceContext } from "@/lib/server/context";
import { brokenObjects } from "@/lib/server/testing/broken-objects";
import { anyEdit, firstEdits, tryEdit } from "@/lib/server/testing/random-edits";
import { testContext } from "@/lib/server/testing/test-context";

const runs = process.env.RINGBACK_NIGHTLY === "1" ? 400 : 16;
const editsPerRun = 40;

let context: ServiceContext;
beforeAll(async () => {
  context = await testContext();
  for (const edit of firstEdits) expect(await tryEdit(context, edit), JSON.stringify(edit)).toBeNull();
});
afterAll(() => context.database.close());

test(
  "[PH-01][PH-04][BT-02][CD-02][SK-04] after any edits, alone or at once, every object is valid and every reference leads somewhere",
  async () => {
    const outcomes = new Map<string, number>();
    const count = (outcome: string) => outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyEdit, { minLength: editsPerRun / 2, maxLength: editsPerRun }),
        fc.boolean(),
        async (edits, areAtOnce) => {
          const work = areAtOnce
            ? await Promise.all(edits.map((edit) => tryEdit(context, edit)))
            : await oneAfterTheOther(edits.map((edit) => () => tryEdit(context, edit)));
          for (const [at, code] of work.entries()) count(`${edits[at]?.verb} ${code ?? "done"}`);
          expect(await brokenObjects(context)).toEqual([]);
        },
      ),
      // The database goes on from run to run, so a smaller case would not meet the same objects.
      { numRuns: runs, endOnFailure: true },
    );
    for (const verb of ["create", "update", "remove"])
      expect(outcomes.get(`${verb} done`) ?? 0, verb).toBeGreaterThan(0);
  },
  20 * 60_000,
);

async function oneAfterTheOther<Result>(works: readonly (() => Promise<Result>)[]): Promise<Result[]> {
  const results: Result[] = [];
  for (const work of works) results.push(await work());
  return results;
}
