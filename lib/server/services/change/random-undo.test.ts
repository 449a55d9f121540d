import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ConfigurationKind, configurationKinds } from "@/lib/configuration/dependencies";
import type { ServiceContext } from "@/lib/server/context";
import { tables } from "@/lib/server/db/configuration/tables";
import { runDueJobs } from "@/lib/server/runtime/jobs/run-due-jobs";
import { startDelete } from "@/lib/server/services/bulk/start-delete";
import { startUpdate } from "@/lib/server/services/bulk/start-update";
import { undoChange } from "@/lib/server/services/change/undo";
import { definitions } from "@/lib/server/services/configuration/definitions";
import { getJob } from "@/lib/server/services/job/get";
import { listJobItems } from "@/lib/server/services/job/list-items";
import { brokenObjects } from "@/lib/server/testing/broken-objects";
import { jobWorld } from "@/lib/server/testing/bulk";
import { anyEdit, firstEdits, tryEdit } from "@/lib/server/testing/random-edits";
import { testContext } from "@/lib/server/testing/test-context";

const runs = process.env.RINGBACK_NIGHTLY === "1" ? 300 : 25;

let context: ServiceContext;
beforeAll(async () => {
  context = await testContext();
  for (const edit of firstEdits) await tryEdit(context, edit);
});
afterAll(() => context.database.close());

/** Kinds whose objects a job may change together. */
const bulkKinds = [
  "phone",
  "partition",
  "devicePool",
  "softkeyTemplate",
  "commonDeviceConfiguration",
] as const;

/** A job over all objects of a kind. */
const changeAll =
  (kind: (typeof bulkKinds)[number], verb: "update" | "delete", description: string) => async () => {
    if (verb === "delete") await startDelete(context, definitions[kind], { where: [] });
    else await startUpdate(context, definitions[kind], { where: [], fields: { description }, dryRun: false });
    await runDueJobs(jobWorld(context), context.now());
  };

/** What a change is: an edit, or a job. */
const anyChange = fc.oneof(
  { weight: 3, arbitrary: anyEdit.map((edit) => async () => void (await tryEdit(context, edit))) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...bulkKinds),
        fc.constantFrom("update", "delete"),
        fc.constantFrom("x", "y", "z"),
      )
      .map((all) => changeAll(...all)),
  },
);

/** What no undo brings back: when and how often something was stored. */
const volatileColumns = ["version", "downloadVersion", "createdAt", "updatedAt", "updatedBy"];

/** Every object by its kind and id, as its rows have it: what it refers to by id, so that another name is no difference. */
async function allRows(): Promise<Map<string, string>> {
  const rows = new Map<string, string>();
  const { prisma } = context.database;
  for (const kind of configurationKinds) {
    const { table, children } = tables[kind];
    const lists = children
      .map(
        ({ table: list, owner, order }) =>
          `(SELECT coalesce(jsonb_agg(to_jsonb(c) ORDER BY c."${order}"), '[]') FROM "${list}" c WHERE c."${owner}" = t."id")`,
      )
      .join(", ");
    const found = await prisma.$queryRawUnsafe<{ id: string; row: unknown }[]>(
      `SELECT t."id", jsonb_build_array(to_jsonb(t) - $1::text[]${lists ? `, ${lists}` : ""}) AS "row" FROM "${table}" t`,
      volatileColumns,
    );
    for (const { id, row } of found) rows.set(`${kind} ${id}`, JSON.stringify(row));
  }
  return rows;
}

/** Somebody changes or deletes an object, if they may. */
function touch({ entity, name, partition }: ChangeObject, verb: "update" | "remove") {
  const object = { kind: entity as ConfigurationKind, identity: { name, partition } };
  const fields = { description: "touched" };
  return tryEdit(context, verb === "remove" ? { ...object, verb } : { ...object, verb, fields, name: null });
}

type ChangeObject = Awaited<ReturnType<typeof objectsOf>>[number];

const latestChange = () => context.database.prisma.change.findFirst({ orderBy: { place: "desc" } });
const objectsOf = (changeId: string) =>
  context.database.prisma.changeObject.findMany({ where: { changeId } });
const keyOf = ({ entity, entityId }: { entity: string; entityId: string }) => `${entity} ${entityId}`;

async function undo(id: string, isDryRun: boolean) {
  const { jobId } = await undoChange(context, id, { isDryRun });
  await runDueJobs(jobWorld(context), context.now());
  const { items } = await listJobItems(context, jobId, { limit: 250 });
  return { job: await getJob(context, jobId), items };
}

test(
  "[CL-02] whatever was changed, and whatever was done since, an undo restores what was not touched, lists the rest and changes nothing else; the undo of the undo gives the state before it",
  async () => {
    let [restored, left] = [0, 0];
    const anyCase = fc.tuple(
      fc.array(anyEdit, { maxLength: 4 }),
      anyChange,
      fc.array(anyEdit, { maxLength: 6 }),
      // Few edits would meet what the change has touched, so one is aimed at it.
      fc.option(fc.tuple(fc.nat(), fc.constantFrom("update" as const, "remove" as const))),
    );
    await fc.assert(
      fc.asyncProperty(anyCase, async ([first, change, since, aimed]) => {
        for (const edit of first) await tryEdit(context, edit);
        const before = await allRows();
        const earlier = await latestChange();
        await change();
        const made = await latestChange();
        if (!made || made.id === earlier?.id) return;
        const objects = await objectsOf(made.id);
        const after = await allRows();
        for (const edit of since) await tryEdit(context, edit);
        const target = aimed && objects[aimed[0] % objects.length];
        if (aimed && target) await touch(target, aimed[1]);
        const now = await allRows();

        const foreseen = await undo(made.id, true);
        expect(await allRows()).toEqual(now);
        const { job, items } = await undo(made.id, false);
        expect(foreseen.items).toEqual(items);
        expect(job.state).toBe(job.failed > 0 ? "partial" : "done");
        expect(await brokenObjects(context)).toEqual([]);
        const undone = await allRows();

        const touchedByUndo = new Set((await objectsOf(job.id)).map(keyOf));
        for (const key of new Set([...now.keys(), ...undone.keys()]))
          if (!touchedByUndo.has(key)) expect(undone.get(key), key).toBe(now.get(key));
        for (const [index, object] of objects.toReversed().entries()) {
          const key = keyOf(object);
          const item = items[index];
          const wasTouched = now.get(key) !== after.get(key);
          if (item?.state === "failed") {
            left += 1;
            expect(item.problems, key).not.toEqual([]);
          } else if (!wasTouched) {
            restored += 1;
            expect(undone.get(key), key).toBe(before.get(key));
          }
        }
        if (touchedByUndo.size === 0) return;
        const again = await undo(job.id, false);
        expect(again.job, JSON.stringify(again.items)).toMatchObject({ state: "done", failed: 0 });
        expect(await allRows()).toEqual(now);
      }),
      {
        numRuns: runs,
        // By chance alone no run may restore anything, or meet what somebody has touched since.
        examples: [
          [[[], changeAll("devicePool", "update", "x"), [], null]],
          [[[], changeAll("devicePool", "update", "y"), [], [0, "update"]]],
        ],
        // The database goes on from run to run, so a smaller case would not meet the same objects.
        endOnFailure: true,
      },
    );
    expect(restored).toBeGreaterThan(0);
    expect(left).toBeGreaterThan(0);
  },
  20 * 60_000,
);
