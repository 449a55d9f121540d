import { expect, test } from "vitest";
import { AnswerCache } from "@/lib/server/concurrency/answer-cache";

/** A cache of squares, and which numbers were worked out in which call. */
function watched(most: number) {
  const cache = new AnswerCache<number, number>(most);
  const workedOut: number[][] = [];
  const squares = async (numbers: readonly number[]) => {
    const questions = new Map(numbers.map((number) => [`square of ${number}`, number]));
    const answers = await cache.of(questions, async (unknown) => {
      workedOut.push([...unknown.values()]);
      return new Map([...unknown].map(([key, number]) => [key, number * number]));
    });
    return numbers.map((number) => answers.get(`square of ${number}`));
  };
  return { cache, squares, workedOut };
}

test("what is not known is worked out together and once, and nothing is when all is known", async () => {
  const { squares, workedOut } = watched(10);
  expect(await squares([1, 2])).toEqual([1, 4]);
  expect(await squares([2, 3, 2])).toEqual([4, 9, 4]);
  expect(await squares([3, 1])).toEqual([9, 1]);
  expect(workedOut).toEqual([[1, 2], [3]]);
});

test("more questions than answers are kept are all answered, those too that were known before", async () => {
  const { squares } = watched(4);
  const numbers = Array.from({ length: 50 }, (_, index) => index);
  await squares(numbers.slice(0, 3));
  expect(await squares(numbers)).toEqual(numbers.map((number) => number * number));
});

test("what has no answer is asked again, and a failure is not kept", async () => {
  const { cache, squares, workedOut } = watched(10);
  const one = new Map([["square of 1", 1]]);
  expect(await cache.of(one, async () => new Map())).toEqual(new Map());
  await expect(cache.of(one, () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(await squares([1])).toEqual([1]);
  expect(workedOut).toEqual([[1]]);
});
