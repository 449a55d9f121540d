import { afterAll, beforeAll, expect, test } from "vitest";
import type { ServiceContext } from "@/lib/server/context";
import { definitions } from "@/lib/server/services/configuration/definitions";
import { getObjectRevision } from "@/lib/server/services/configuration/get-revision";
import { objectsOf } from "@/lib/server/testing/configuration";
import { refusalFrom, testContext } from "@/lib/server/testing/test-context";

let context: ServiceContext;
const objects = (kind: Parameters<typeof objectsOf>[0]) => objectsOf(kind, () => context);

beforeAll(async () => {
  context = await testContext();
});
afterAll(() => context.database.close());

const actions = ({ items }: { items: readonly { action: string }[] }) => items.map(({ action }) => action);

test("the history of a deleted object is read by the name that it had, with what it was", async () => {
  const pools = objects("devicePool");
  await pools.create({ name: "Gone", description: "Third floor" });
  await pools.remove("Gone");
  expect(actions(await pools.revisions("Gone"))).toEqual(["deleted", "created"]);
  const identity = { name: "Gone", partition: null };
  const last = await getObjectRevision(context, definitions.devicePool, identity, 2);
  expect(last).toMatchObject({ action: "deleted", content: { name: "Gone", description: "Third floor" } });
});

test("who has the name now comes first; of several that had it, the one that was deleted last", async () => {
  const pools = objects("devicePool");
  for (const description of ["first", "second"]) {
    await pools.create({ name: "Again", description });
    await pools.remove("Again");
  }
  const identity = { name: "Again", partition: null };
  const last = await getObjectRevision(context, definitions.devicePool, identity, 2);
  expect(last.content).toMatchObject({ description: "second" });
  await pools.create({ name: "Again" });
  expect(actions(await pools.revisions("Again"))).toEqual(["created"]);
});

test("a number is told apart by the partition that it was in", async () => {
  await objects("partition").create({ name: "Staff" });
  const numbers = objects("directoryNumber");
  await numbers.create({ pattern: "5550", partition: "Staff" });
  await numbers.remove("5550", "Staff");
  expect(actions(await numbers.revisions("5550", "Staff"))).toEqual(["deleted", "created"]);
  expect((await refusalFrom(numbers.revisions("5550"))).code).toBe("notFound");
});

test.each(["Never there", "Gon_", "%", "Gone\u0000"])("nothing had the name %j", async (name) => {
  expect((await refusalFrom(objects("devicePool").revisions(name))).code).toBe("notFound");
});
