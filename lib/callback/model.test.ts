import fc from "fast-check";
import { expect, test } from "vitest";
import { doings, playBoth, scenes } from "@/lib/callback/testing/model/model-history";

const isNightly = process.env.RINGBACK_NIGHTLY === "1";
const wantedSteps = isNightly ? 1_000_000 : 50_000;

test(`engine and reference model agree after each of ${wantedSteps} steps`, { timeout: 3_600_000 }, () => {
  let steps = 0;
  const property = fc.property(scenes, doings(150), (scene, history) => {
    steps += playBoth(scene, history);
  });
  while (steps < wantedSteps) fc.assert(property, { numRuns: 50 });
  expect(steps).toBeGreaterThanOrEqual(wantedSteps);
});
