import { monitorEventLoopDelay } from "node:perf_hooks";
import { describe, expect, test } from "vitest";
import { apiOfFile } from "@/lib/server/testing/api-of-file";
import { eightTimes, expectLinear } from "@/lib/server/testing/expect-linear";
import { hostileBodies } from "@/lib/server/testing/hostile-bodies";
import { oneOfEach } from "@/lib/server/testing/one-of-each";
import { apiOperations, type Operation } from "@/lib/server/testing/operations";

const length = 15_000;

let pathOf: (path: string) => string;
const { call } = apiOfFile(async (call) => {
  pathOf = await oneOfEach(call);
});

async function send({ method, path }: Operation, body: string): Promise<void> {
  const answer = await call(method, pathOf(path), body);
  expect(answer.status, `${method} ${path} ${body.slice(0, 60)}`).toBeLessThan(500);
}

const operations = (await apiOperations()).filter(({ body }) => body !== null);

describe("a body is read in linear time:", () => {
  test.each(operations)("$method $path", async (operation) => {
    for (const { kind, make } of hostileBodies(operation)) {
      const [short, long] = [make(length), make(eightTimes * length)];
      await expectLinear(kind, { short: () => send(operation, short), long: () => send(operation, long) });
    }
  });
});

/** What the limits admit: just under 1 MB. */
const longestBody = 990_000;
const longestHoldMilliseconds = 250;
/** A machine that does something else makes a run longer, never shorter. */
const mostAttempts = 5;

if (process.env.RINGBACK_NIGHTLY === "1") {
  describe("no body that is read holds the event loop for long:", () => {
    /** The longest time, in milliseconds, in which nobody else was heard. */
    async function longestHold(work: () => Promise<unknown>): Promise<number> {
      const delay = monitorEventLoopDelay({ resolution: 1 });
      delay.enable();
      await work();
      delay.disable();
      return delay.max / 1e6;
    }

    test.each(operations)("$method $path", async (operation) => {
      for (const { kind, make } of hostileBodies(operation)) {
        const body = make(longestBody);
        let longest = Number.POSITIVE_INFINITY;
        for (let attempt = 0; attempt < mostAttempts && longest > longestHoldMilliseconds; attempt++) {
          longest = Math.min(longest, await longestHold(() => send(operation, body)));
        }
        expect(longest, kind).toBeLessThanOrEqual(longestHoldMilliseconds);
      }
    });
  });
}
