import { expect, test } from "vitest";
import { routeEnd } from "@/lib/callback/calls/route-point-end";
import { checkWorld } from "@/lib/callback/invariants/check-world";
import { isLive } from "@/lib/callback/requests/request-state";
import type { MemoryWorld } from "@/lib/callback/state/memory-world";
import { trunkCatalogue } from "@/lib/catalog/trunk-types";
import { matchesRoutePattern } from "@/lib/configuration/route-patterns/match-pattern";
import type { Transaction } from "@/lib/server/db/transaction";
import { phonesInUse } from "@/lib/server/testing/phones-in-use";
import { presentWorld } from "@/lib/server/testing/present-world";
import { callsThatRestore, firstCalls, randomCalls, tryCall } from "@/lib/server/testing/random-changes";
import { chance } from "@/lib/server/testing/random-presses";
import { checkStored, newestPlace } from "@/lib/server/testing/stored-step";

const isNightly = process.env.RINGBACK_NIGHTLY === "1";
const histories = isNightly ? 12 : 1;
const length = isNightly ? 300 : 60;
/** A history proves little when nobody waits for anybody: one request in so many steps is the least that is seen. */
const stepsOfRequest = 60;
/** After so many steps there is too little left for many people to wait for each other. */
const stepsUntilRestored = 25;

/** What does not hold between the configuration that is saved and what waits (rows 31b and 31c). */
function againstConfiguration({ get, tables }: MemoryWorld): string[] {
  const ways = [...tables.routePatterns.values()].flatMap(({ patterns }) => patterns);
  return [...tables.requests.values()].filter(isLive).flatMap(({ id, target, state }) => {
    if (target.kind === "remote") {
      const { cluster, digits } = target;
      const isReached = ways.some(({ pattern, trunk: key }) => {
        const trunk = get("trunks", key);
        const isQsig = trunk !== undefined && trunk.cluster === cluster && trunkCatalogue[trunk.type].hasQsig;
        return isQsig && matchesRoutePattern(pattern, digits);
      });
      return isReached ? [] : [`${id} has no way to ${digits}`];
    }
    const number = get("numbers", target.number);
    if (!number || state === "calling") return [];
    const end = routeEnd({ get }, target.number);
    const isNobody = target.watched.startsWith("nobody:");
    if (number.pattern !== target.digits) return isNobody ? [] : [`${id} waits for ${number.pattern}`];
    const isRight = "refusal" in end ? isNobody : isNobody || target.watched === end.number.key;
    return isRight ? [] : [`${id} watches ${target.watched}`];
  });
}

/** What is kept of phones that there are not. */
function withoutPhone({ tables }: MemoryWorld, phones: readonly string[]): string[] {
  const live = [...tables.requests.values()].filter(isLive).map(({ originator }) => originator.phone);
  const rung = [...tables.calls.values()].flatMap(({ caller, callee, ringing }) => [
    ...[caller, callee].flatMap((end) => (end?.kind === "phone" ? [end.phone] : [])),
    ...ringing,
  ]);
  return [...live, ...rung, ...phones].filter((name) => !tables.phones.has(name));
}

/** What does not hold of the stored world of any cluster. @param home that of this one */
async function broken(prisma: Transaction, home: MemoryWorld): Promise<unknown[]> {
  const found: unknown[] = [];
  for (const cluster of ["", "Busan", "Daegu"]) {
    const world = cluster === "" ? home : await presentWorld(prisma, cluster);
    const kept = await prisma.callEntity.findMany({ where: { cluster, kind: "phones" } });
    const phones = kept.map(({ key }) => key);
    found.push(...checkWorld(world), ...againstConfiguration(world), ...withoutPhone(world, phones));
  }
  return found;
}

test.each(Array.from({ length: histories }, (_, index) => index + 1))(
  "[OV-01][OV-02] whatever is done to phones and configuration, every property of the engine holds (history %i)",
  { timeout: 30 * 60_000 },
  async (seed) => {
    const cluster = await phonesInUse(["2001", "2002", "2003", "2004"]);
    const { prisma } = cluster.context.database;
    const answered: string[] = [];
    for (const call of firstCalls) expect(await tryCall(cluster, call)).toMatch(/^201/);
    const pick = chance(seed * 7_919);
    let before = await presentWorld(prisma, "");
    let place = await newestPlace(prisma);
    for (let step = 1; step <= length; step++) {
      const calls = step % stepsUntilRestored === 0 ? callsThatRestore() : randomCalls(pick);
      for (const call of calls) {
        const status = await tryCall(cluster, call);
        answered.push(`${call.method} ${call.path} ${JSON.stringify(call.body ?? "")} → ${status}`);
        const after = await presentWorld(prisma, "");
        const found: unknown[] = [
          ...(await broken(prisma, after)),
          ...(await checkStored(prisma, before, after, place)),
        ];
        [before, place] = [after, await newestPlace(prisma)];
        if (status.startsWith("5")) found.push(status);
        expect(found, answered.slice(-40).join("\n")).toEqual([]);
      }
    }
    expect(await prisma.callBackRequest.count()).toBeGreaterThan(length / stepsOfRequest);
    await cluster.close();
  },
);

test("a request that ends without a row of the table, and a press that nothing answers, are found", async () => {
  const cluster = await phonesInUse(["2001", "2002"]);
  const { prisma } = cluster.context.database;
  const [a, b] = [cluster.phone("2001"), cluster.phone("2002")];
  await b.answers();
  await a.dials("2002");
  await a.presses("CallBack");
  const [before, place] = [await presentWorld(prisma, ""), await newestPlace(prisma)];
  await a.presses("Cancel");
  const after = await presentWorld(prisma, "");
  expect(await checkStored(prisma, before, after, place)).toEqual([]);
  await prisma.callDecision.deleteMany({ where: { rule: "25" } });
  expect(await checkStored(prisma, before, after, place)).toMatchObject([{ property: "S4" }]);
  expect(await checkStored(prisma, after, after, place)).toMatchObject([{ property: "L5" }]);
  await cluster.close();
});
