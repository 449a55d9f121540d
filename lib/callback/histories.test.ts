import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { serializeWorld } from "@/lib/callback/state/memory-world";
import { type Happening, histories, places, play } from "@/lib/callback/testing/history";

const isNightly = process.env.RINGBACK_NIGHTLY === "1";
const wantedSteps = isNightly ? 1_000_000 : 100_000;
const longest = 300;

describe("random histories", () => {
  test(`every property holds after each of ${wantedSteps} steps`, { timeout: 1_200_000 }, () => {
    let steps = 0;
    const property = fc.property(places, histories(longest), (place, history) => {
      steps += play(place, history).simulation.log.length;
    });
    // Batches, each with a seed of its own, until enough steps have been taken.
    while (steps < wantedSteps) fc.assert(property, { numRuns: 50 });
    expect(steps).toBeGreaterThanOrEqual(wantedSteps);
  });

  test("[S14] the same events give the same log and the same world, byte for byte", () => {
    fc.assert(
      fc.property(places, histories(80), (place, history) => {
        const [one, other] = [play(place, history), play(place, history)];
        expect(JSON.stringify(other.simulation.log)).toBe(JSON.stringify(one.simulation.log));
        for (const [cluster, world] of one.simulation.worlds) {
          expect(serializeWorld(other.simulation.world(cluster))).toBe(serializeWorld(world));
        }
      }),
      { numRuns: 30 },
    );
  });

  test("a world that is stored and read back in the middle goes on identically", () => {
    const ask = (what: Happening["what"], who: number, whom: number) => ({ what, who, whom });
    // Two requests of which the older one, `e8`, has the greater name.
    const twoRequests = [
      ...[ask("dial", 0, 13), ask("dial", 31, 0), ask("callBack", 45, 0), ask("dialBack", 0, 0)],
      ...[ask("callBack", 0, 0), ask("cancelByAdministrator", 0, 0)],
    ];
    const parameters = { "Callback Selection Policy": "notifyAll", "Callback Guard Time": 0 };
    fc.assert(
      fc.property(places, histories(80), fc.nat(80), (place, history, middle) => {
        const store = { what: "store", who: 0, whom: 0 } as const;
        const stored = play(place, [...history.slice(0, middle), store, ...history.slice(middle)]);
        expect(JSON.stringify(stored.simulation.log)).toBe(
          JSON.stringify(play(place, history).simulation.log),
        );
      }),
      { numRuns: 30, examples: [[{ lines: 2, opening: { parameters } }, twoRequests, 5]] },
    );
  });
});
