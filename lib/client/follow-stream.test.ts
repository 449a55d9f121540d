import { ORPCError } from "@orpc/client";
import { expect, test } from "vitest";
import {
  delayMilliseconds,
  type Following,
  followStream,
  type LiveState,
  longestDelayMilliseconds,
} from "@/lib/client/follow-stream";

/** How one opening of the stream goes: it is refused, or tells some changes, lasts so long and then ends. */
type Opening = { refused: unknown } | { tells: readonly string[]; lasts: number };

const signedOut = { refused: new ORPCError("notSignedIn", { status: 401 }) };
const gone = { refused: new ORPCError("notFound", { status: 404 }) };
const crowded = { refused: new ORPCError("tooManyAttempts", { status: 429 }) };
const inTrouble = { refused: new ORPCError("databaseUnavailable", { status: 503 }) };
const away = { refused: new TypeError("Failed to fetch") };

/**
 * A page that follows a stream, in a time that passes only while it waits. When all openings have been used the next one
 * never ends.
 */
function watched(openings: readonly Opening[], random = 0.5) {
  const left = [...openings];
  const seen = {
    states: [] as LiveState[],
    asked: [] as (string | undefined)[],
    changes: [] as string[],
    waits: [] as number[],
  };
  let now = 0;
  let wake: (() => void) | null = null;
  const never = new Promise<void>(() => undefined);
  async function* changes(tells: readonly string[], lasts: number) {
    yield* tells;
    now += lasts;
  }
  const following: Following = followStream<string>(
    {
      open: async (lastId) => {
        seen.asked.push(lastId);
        const opening = left.shift();
        if (!opening) await never;
        if (!opening || "refused" in opening) throw opening?.refused;
        return changes(opening.tells, opening.lasts);
      },
      idOf: (change) => change,
      onState: (state) => void seen.states.push(state),
      onOpen: () => undefined,
      onOtherDatabase: () => void seen.changes.push("another database"),
      onChange: (change) => void seen.changes.push(change),
    },
    {
      now: () => now,
      random: () => random,
      pause: (milliseconds, over) => {
        seen.waits.push(milliseconds);
        if (over.aborted) return Promise.resolve();
        return new Promise((resolve) => {
          over.addEventListener("abort", () => resolve(), { once: true });
          wake = () => {
            now += milliseconds;
            resolve();
          };
        });
      },
    },
  );
  /** Lets all happen that waits for nothing else. */
  const settle = async () => {
    for (let task = 0; task < 50; task++) await Promise.resolve();
  };
  /** Lets the time pass that the page waits for. */
  const passTime = async () => {
    await settle();
    wake?.();
    wake = null;
    await settle();
  };
  return { seen, following, settle, passTime };
}

test("who is signed out asks once, and not again until something else of the page is answered", async () => {
  const { seen, following, settle, passTime } = watched([signedOut, signedOut]);
  for (let i = 0; i < 10; i++) await passTime();
  expect(seen.asked).toHaveLength(1);
  expect(seen.states).toEqual(["signedOut"]);
  following.answered();
  await settle();
  expect(seen.asked).toHaveLength(2);
  for (let i = 0; i < 10; i++) await passTime();
  expect(seen.asked).toHaveLength(2);
  expect(seen.waits).toEqual([]);
});

test.each([
  ["away", away],
  ["in trouble", inTrouble],
  ["one that knows none of the phones", gone],
  ["one that has too much to do", crowded],
])("a server that is %s is asked ever more rarely, down to once a minute", async (_, refusal) => {
  const { seen, passTime } = watched(Array<Opening>(12).fill(refusal), 0.999_999);
  for (let i = 0; i < 12; i++) await passTime();
  const seconds = seen.waits.map((wait) => Math.round(wait / 1000));
  expect(seconds).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60, 60, 60, 60]);
});

test.each([
  ["away", away, 2],
  ["in trouble", inTrouble, 2],
  ["one that knows none of the phones", gone, 1],
  ["one that has too much to do", crowded, 1],
])(
  "an answer to something else tells that a server is back that was %s, as far as it can",
  async (_, refusal, asked) => {
    const { seen, following, settle } = watched([refusal]);
    await settle();
    following.answered();
    await settle();
    expect(seen.asked).toHaveLength(asked);
  },
);

test("who comes back asks for what came after the last change that they were told", async () => {
  const lasts = 2 * longestDelayMilliseconds;
  const { seen, passTime } = watched([{ tells: ["7", "8"], lasts }, away, { tells: ["9"], lasts }]);
  for (let i = 0; i < 3; i++) await passTime();
  expect(seen.asked).toEqual([undefined, "8", "8", "9"]);
  expect(seen.changes).toEqual(["7", "8", "9"]);
  expect(seen.states).toEqual(["live", "lost", "lost", "live", "lost"]);
});

test("ids that go back tell of another database, before what it holds; those that stay or grow do not", async () => {
  const lasts = 2 * longestDelayMilliseconds;
  const { seen, passTime } = watched([
    { tells: ["9", "9", "10"], lasts },
    { tells: ["3", "4"], lasts },
    { tells: ["5"], lasts },
  ]);
  for (let i = 0; i < 3; i++) await passTime();
  expect(seen.changes).toEqual(["9", "9", "10", "another database", "3", "4", "5"]);
});

test("a stream that lasted makes waiting short again; one that ends at once, because there are too many, does not", async () => {
  const brief = { tells: [], lasts: 10 };
  const long = { tells: [], lasts: longestDelayMilliseconds };
  const { seen, passTime } = watched([brief, brief, brief, long, brief], 0);
  for (let i = 0; i < 5; i++) await passTime();
  expect(seen.waits).toEqual([500, 1_000, 2_000, 500, 1_000]);
});

test("two pages that lost the same server do not come back at the same moment", () => {
  expect(delayMilliseconds(3, 0)).toBe(4_000);
  expect(delayMilliseconds(3, 0.5)).toBe(6_000);
  expect(delayMilliseconds(1_000, 0.5)).toBe(45_000);
});

test("a page that is left asks no more, whatever it waited for", async () => {
  for (const refusal of [away, signedOut]) {
    const { seen, following, passTime } = watched([refusal, away]);
    await passTime();
    const { length } = seen.asked;
    following.stop();
    following.answered();
    await passTime();
    expect(seen.asked).toHaveLength(refusal === away ? length : 1);
  }
});
