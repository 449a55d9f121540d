import { expect, test } from "vitest";
import { longestRow } from "@/lib/csv/read-rows";
import { splitRows } from "@/lib/csv/split";
import { eightTimes, expectLinear } from "@/lib/server/testing/expect-linear";

async function read(length: number): Promise<void> {
  async function* bytes() {
    for (let index = 0; index < length; index++) yield "x";
    yield "\n";
  }
  for await (const rows of splitRows(bytes(), longestRow))
    expect(rows).toEqual([{ text: "x".repeat(length), isOpen: false }]);
}

test("a line that arrives byte by byte is read in linear time", async () => {
  const length = 12_000;
  await expectLinear("a line", { short: () => read(length), long: () => read(eightTimes * length) });
});
