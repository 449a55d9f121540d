import { ORPCError } from "@orpc/client";
import { expect, test } from "vitest";
import { poll } from "@/lib/client/poll";

const asked = (error: unknown, data?: number) => ({ state: { data, error } });

test("what is asked again and again is asked no more once the session has ended, and again when it is answered", () => {
  const interval = poll(5_000);
  expect(interval(asked(null))).toBe(5_000);
  expect(interval(asked(new ORPCError("notSignedIn", { status: 401 })))).toBe(false);
  expect(interval(asked(null))).toBe(5_000);
});

test("a server that is away goes on being asked, for nothing else tells when it is back", () => {
  expect(poll(5_000)(asked(new TypeError("Failed to fetch")))).toBe(5_000);
  expect(poll(5_000)(asked(new ORPCError("databaseUnavailable", { status: 503 })))).toBe(5_000);
});

test("how often something is asked again may follow what was answered", () => {
  const interval = poll<number>((left) => (left === 0 ? false : 1_000));
  expect([interval(asked(null)), interval(asked(null, 3)), interval(asked(null, 0))]).toEqual([
    1_000,
    1_000,
    false,
  ]);
});
