import { expect, test } from "vitest";
import { scenario } from "@/lib/callback/scenario/scenario";
import type { PhoneAction } from "@/lib/callback/state/events";
import { apply } from "@/lib/callback/state/memory-world";
import { step } from "@/lib/callback/step";
import { countingWorld } from "@/lib/callback/testing/counting-world";

const doings: readonly (readonly [string, PhoneAction])[] = [
  ["SEP-p1", { kind: "dial", digits: "2003" }],
  ["SEP-p3", { kind: "offHook" }],
  ["SEP-p2", { kind: "dial", digits: "2001" }],
  ["SEP-p2", { kind: "pressSoftkey", softkey: "CallBack" }],
  ["SEP-p2", { kind: "pressSoftkey", softkey: "Exit" }],
  ["SEP-p1", { kind: "onHook" }],
  ["SEP-p2", { kind: "pressSoftkey", softkey: "CallBack" }],
  ["SEP-p2", { kind: "pressSoftkey", softkey: "Dial" }],
  ["SEP-p1", { kind: "offHook" }],
  ["SEP-p2", { kind: "onHook" }],
];

/** How many entities each step of a call back reads and writes in a cluster of that size. */
function sizesOf(phones: number): (readonly [read: number, written: number])[] {
  const cast = Object.fromEntries(
    Array.from({ length: phones }, (_, index) => [`p${index}`, `${2000 + index}`]),
  );
  const world = scenario(cast).simulation.world("");
  return doings.map(([phone, action], index) => {
    const counted = countingWorld(world);
    const { changes } = step(counted.world, { id: `s${index}`, kind: "phoneAction", phone, action }, 0);
    apply(world, changes);
    return [counted.read.size, changes.length];
  });
}

test("what a step reads and writes does not depend on the size of the world", () => {
  const small = sizesOf(10);
  expect(sizesOf(1000)).toEqual(small);
  expect(Math.max(...small.flat())).toBeLessThan(40);
});
