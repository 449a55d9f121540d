import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { presentNames } from "@/lib/server/db/configuration/present-names";
import { type PhonesInUse, phonesInUse } from "@/lib/server/testing/phones-in-use";

const callers = ["2001", "2002", "2003", "2004", "2005", "2006"];

/** The clock stands still, so that everything happens at one instant; ids are random. */
let cluster: PhonesInUse;
beforeAll(async () => {
  cluster = await phonesInUse([...callers, "2101", "2102"]);
});
afterAll(() => cluster.close());

const prisma = () => cluster.context.database.prisma;

/** All items of a list, two a page. */
async function paged(path: string): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  let cursor: unknown = null;
  do {
    const page = await cluster.get(`${path}&limit=2${cursor ? `&cursor=${cursor}` : ""}`);
    items.push(...(page.items as Record<string, unknown>[]));
    cursor = page.nextCursor;
  } while (cursor);
  return items;
}

describe("what happens at one instant keeps its order", () => {
  test("requests are listed newest first", async () => {
    await cluster.phone("2101").dials("2102");
    for (const number of callers) {
      await cluster.phone(number).dials("2101");
      await cluster.phone(number).presses("CallBack");
    }
    const items = await paged("/call-back/requests?sort=-createdAt");
    const originators = items.map(({ originator }) => (originator as { phone: string }).phone);
    expect(originators).toEqual(callers.toReversed().map((number) => cluster.phone(number).name));
  });

  test("timers expire in the order in which they were set", async () => {
    const set = await prisma().callTimer.findMany({ where: { kind: "T2" } });
    expect(set).toHaveLength(callers.length);
    const [first] = set;
    expect(set.every(({ dueAt }) => dueAt.getTime() === first?.dueAt.getTime())).toBe(true);
    const inOrder = set.toSorted((one, other) => Number(one.version - other.version)).map(({ id }) => id);
    await cluster.wait(Number(first?.dueAt) / 1000 - cluster.runtime.clock.now().getTime() / 1000);
    const events = await prisma().callEvent.findMany({ orderBy: { place: "asc" } });
    const expired = events
      .map(({ event }) => event as { kind: string; timer?: string })
      .flatMap(({ kind, timer }) => (kind === "timerExpired" && timer?.startsWith("T2:") ? [timer] : []));
    expect(expired).toEqual(inOrder);
  });

  test("changes are told newest first", async () => {
    const names = ["one", "two", "three", "four", "five", "six"];
    for (const name of names) await cluster.send("POST", "/partitions", { name });
    const items = await paged("/changes?where=objectKind:isExactly:partition&sort=-at");
    const changes = await Promise.all(items.map(({ id }) => cluster.get(`/changes/${id}`)));
    const created = changes.map(({ objects }) => (objects as { items: { name: string }[] }).items[0]?.name);
    expect(created).toEqual(names.toReversed());
  });

  test("an object is found under the name that another one had before at that instant", async () => {
    await cluster.send("POST", "/partitions", { name: "Gone" });
    await cluster.change("/partitions/Gone", { description: "changed before it is deleted" });
    await cluster.send("DELETE", "/partitions/Gone");
    await cluster.send("POST", "/partitions", { name: "Gone" });
    const named = { kind: "partition", name: "Gone", at: cluster.runtime.clock.now() } as const;
    await cluster.wait(1);
    await cluster.change("/partitions/Gone", { name: "Found" });
    expect((await presentNames(prisma(), [named]))(named)).toBe("Found");
  });

  test("jobs are listed newest first", async () => {
    const reasons = ["one", "two", "three", "four", "five"];
    for (const [index, reason] of reasons.entries()) {
      const name = cluster.phone(callers[index] ?? "").name;
      await cluster.send("POST", "/phones/actions", {
        ...{ action: "restart", where: [`name:isExactly:${name}`], reason },
      });
    }
    const items = await paged("/jobs?sort=-createdAt");
    expect(items.map(({ reason }) => reason)).toEqual(reasons.toReversed());
  });

  test("alarms are logged in the order in which they were raised", async () => {
    const phone = cluster.phone("2102");
    await phone.hangsUp();
    await phone.does({ action: "unplug" });
    for (let time = 0; time < 6; time++) {
      await phone.does({ action: "plugIn" });
      await cluster.wait(1);
      await phone.does({ action: "unplug" });
    }
    const { items } = await cluster.get(`/alarms?where=phone:isExactly:${phone.name}&sort=at&limit=250`);
    const alarms = (items as { name: string; at: string }[]).slice(-12);
    expect(new Set(alarms.map(({ at }) => at)).size).toBe(6);
    const pair = ["EndPointRegistered", "EndPointUnregistered"];
    expect(alarms.map(({ name }) => name)).toEqual(Array.from({ length: 6 }, () => pair).flat());
  });
});
