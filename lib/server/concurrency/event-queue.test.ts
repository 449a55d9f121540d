import { expect, test } from "vitest";
import { EventQueue } from "@/lib/server/concurrency/event-queue";

const taken = async (queue: EventQueue<number>, count: number) => {
  const items: (number | undefined)[] = [];
  while (items.length < count) items.push((await queue.next()).value ?? undefined);
  return items;
};

test("what is pushed is taken in order, also by a reader who waits already", async () => {
  const queue = new EventQueue<number>(3);
  const early = queue.next();
  for (const item of [1, 2, 3]) queue.push(item);
  expect(await early).toEqual({ done: false, value: 1 });
  expect(await taken(queue, 2)).toEqual([2, 3]);
});

test("a reader who lets more wait than may is cut, and nothing is kept for them", async () => {
  const queue = new EventQueue<number>(2);
  let ends = 0;
  queue.onEnd(() => ends++);
  for (const item of [1, 2, 3, 4]) queue.push(item);
  expect(queue.isEnded).toBe(true);
  expect(await queue.next()).toEqual({ done: true, value: undefined });
  expect(ends).toBe(1);
});

test("what was missed is filled in however much it is, while whoever fills it in waits for the reader", async () => {
  const queue = new EventQueue<number>(1);
  const filled: string[] = [];
  const filling = queue.fill([1, 2, 3]).then(() => filled.push("filled"));
  expect(await taken(queue, 2)).toEqual([1, 2]);
  expect(filled).toEqual([]);
  expect(await taken(queue, 1)).toEqual([3]);
  await filling;
  queue.push(4);
  expect(await taken(queue, 1)).toEqual([4]);
});

test("whoever fills in does not wait for a reader who is gone", async () => {
  const queue = new EventQueue<number>(1);
  const filling = queue.fill([1, 2]);
  await queue.return();
  await filling;
  await queue.fill([3]);
  expect(await queue.next()).toEqual({ done: true, value: undefined });
});
