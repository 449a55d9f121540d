import { expect, test } from "vitest";
import { isFinal, isGoingOn, jobStates, minutesLate } from "@/lib/catalog/jobs";

test("a job waits for its time, goes on or has ended", () => {
  expect(jobStates.filter(isGoingOn)).toEqual(["queued", "running"]);
  expect(jobStates.filter(isFinal)).toEqual(["done", "partial", "failed", "cancelled"]);
});

test("a job is late by whole minutes, and only when it had a time and has started", () => {
  const at = "2026-12-01T02:30:00.000Z";
  expect(minutesLate(at, at)).toBe(0);
  expect(minutesLate(at, "2026-12-01T02:30:59.999Z")).toBe(0);
  expect(minutesLate(at, "2026-12-01T05:30:00.000Z")).toBe(180);
  expect(minutesLate(at, "2026-12-01T02:29:00.000Z")).toBe(0);
  expect([minutesLate(at, null), minutesLate(null, at)]).toEqual([0, 0]);
});
