import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  defaultRegistrationsPerSecond,
  grantRegistrations,
  newLimiter,
  type QueuedPhone,
  withRate,
} from "@/lib/devices/registration-limiter";

const rates = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.constantFrom(300, 500, 999, 1_000, 3_000));
const queues = fc
  .array(fc.nat({ max: 5_000 }), { maxLength: 60 })
  .map((instants) => instants.map((queuedAt, at): QueuedPhone => ({ id: `phone ${at}`, queuedAt })));

/** A queue of phones that all come at once. */
function crowd(size: number, queuedAt = 0): QueuedPhone[] {
  return Array.from({ length: size }, (_, at) => ({ id: String(at).padStart(6, "0"), queuedAt }));
}

test("[PH-02] a mass reset comes back at 500 phones a second, in order", () => {
  const { grants } = grantRegistrations(newLimiter(), crowd(2_000), 10_000);
  expect(grants.map(({ id }) => id)).toEqual(crowd(2_000).map(({ id }) => id));
  expect(grants.at(0)?.at).toBe(0);
  expect(grants.at(defaultRegistrationsPerSecond)?.at).toBe(1_000);
  expect(grants.at(-1)?.at).toBe(3_998);
});

test("without a limit everybody registers at once", () => {
  const { grants } = grantRegistrations(newLimiter(null), crowd(100), 0);
  expect(grants).toHaveLength(100);
});

describe("for any queue and rate", () => {
  test("everybody gets a slot, not before coming, first come first served", () => {
    fc.assert(
      fc.property(rates, queues, (perSecond, queue) => {
        const { grants } = grantRegistrations(newLimiter(perSecond), queue, Number.POSITIVE_INFINITY);
        const came = new Map(queue.map(({ id, queuedAt }) => [id, queuedAt]));
        expect(grants.map(({ id }) => id).sort()).toEqual([...came.keys()].sort());
        for (const [at, grant] of grants.entries()) {
          expect(grant.at).toBeGreaterThanOrEqual(came.get(grant.id) ?? 0);
          const before = grants[at - 1];
          if (!before) continue;
          expect(before.at).toBeLessThanOrEqual(grant.at);
          expect(came.get(before.id)).toBeLessThanOrEqual(came.get(grant.id) ?? 0);
        }
      }),
    );
  });

  test("no second has more slots than allowed", () => {
    fc.assert(
      fc.property(rates, queues, (perSecond, queue) => {
        const { grants } = grantRegistrations(newLimiter(perSecond), queue, Number.POSITIVE_INFINITY);
        for (const { at: start } of grants) {
          const within = grants.filter(({ at }) => at >= start && at < start + 1_000);
          expect(within.length).toBeLessThanOrEqual(perSecond);
        }
      }),
    );
  });

  test("a crowd loses no time: the last one is through as early as the rate lets", () => {
    fc.assert(
      fc.property(rates, fc.integer({ min: 1, max: 400 }), (perSecond, size) => {
        const { grants } = grantRegistrations(newLimiter(perSecond), crowd(size), Number.POSITIVE_INFINITY);
        expect(grants.at(-1)?.at).toBe(Math.ceil(((size - 1) * 1_000) / perSecond));
      }),
    );
  });

  test("asking often gives the same slots as asking once, also from a stored limiter", () => {
    fc.assert(
      fc.property(rates, queues, fc.array(fc.nat({ max: 9_000 })), (perSecond, queue, stops) => {
        const once = grantRegistrations(newLimiter(perSecond), queue, Number.POSITIVE_INFINITY).grants;
        let limiter = newLimiter(perSecond);
        const often = [...[...stops].sort((one, other) => one - other), Number.POSITIVE_INFINITY].flatMap(
          (until, at, all) => {
            const done = new Set(once.filter((grant) => grant.at <= (all[at - 1] ?? -1)).map(({ id }) => id));
            const present = queue.filter(({ id, queuedAt }) => !done.has(id) && queuedAt <= until);
            const granted = grantRegistrations(limiter, present, until);
            limiter = JSON.parse(JSON.stringify(granted.limiter));
            return granted.grants;
          },
        );
        expect(often).toEqual(once);
      }),
    );
  });

  test("another rate counts from the next slot on", () => {
    fc.assert(
      fc.property(rates, rates, (first, second) => {
        const { limiter } = grantRegistrations(newLimiter(first), crowd(50), Number.POSITIVE_INFINITY);
        const changed = withRate(limiter, second);
        const { grants } = grantRegistrations(changed, crowd(second + 1), Number.POSITIVE_INFINITY);
        const start = grants[0]?.at ?? 0;
        expect(start).toBeGreaterThanOrEqual(limiter.nextAt);
        expect((grants.at(-1)?.at ?? 0) - start).toBe(1_000);
      }),
    );
  });
});
