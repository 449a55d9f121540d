import { expect, test } from "vitest";
import { render, sounds } from "@/components/call-back/desk-phone/tones";

const rate = 8_000;

test("busy is heard half a second and silent half a second, fast busy twice as fast", () => {
  const isSilent = (wave: Float32Array, from: number, to: number) =>
    wave.subarray(Math.round(from * rate), Math.round(to * rate)).every((value) => value === 0);
  const busy = render(sounds.busy, rate);
  expect(busy).toHaveLength(rate);
  expect(isSilent(busy, 0.1, 0.4)).toBe(false);
  expect(isSilent(busy, 0.5, 1)).toBe(true);
  const fast = render(sounds.fastBusy, rate);
  expect(fast).toHaveLength(rate / 2);
  expect(isSilent(fast, 0.25, 0.5)).toBe(true);
});

test("every tone is audible, never louder than the others, and dial tone has no gap", () => {
  for (const sound of Object.values(sounds)) {
    const loudest = render(sound, rate).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    expect(loudest).toBeGreaterThan(0.05);
    expect(loudest).toBeLessThanOrEqual(0.08);
  }
  const dial = render(sounds.dial, rate);
  for (let at = 0; at < dial.length; at += 80) {
    expect(dial.subarray(at, at + 80).some((value) => Math.abs(value) > 0.001)).toBe(true);
  }
});
