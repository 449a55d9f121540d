import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type RowName, rowNames, rowNumbers } from "@/lib/callback/state/row-names";
import { storiesOfActivation } from "@/lib/server/testing/every-row/activation";
import { type RowCast, rowCast } from "@/lib/server/testing/every-row/cast";
import { storiesOfEnding } from "@/lib/server/testing/every-row/ending";
import { storiesOfNotification } from "@/lib/server/testing/every-row/notification";

const stories = { ...storiesOfActivation, ...storiesOfNotification, ...storiesOfEnding };

let cast: RowCast;
beforeAll(async () => {
  cast = await rowCast();
});
afterAll(() => cast.cluster.close());
beforeEach(() => cast.tidyUp());

describe("every row of the table of requests, taken through the API", () => {
  for (const row of rowNames) {
    const [guarantee, story] = stories[row] ?? ["has a story", () => expect.unreachable(row)];
    test(`row ${rowNumbers[row]}, ${row}: ${guarantee}`, async () => {
      const before = await cast.taken(row);
      await story(cast);
      expect(await cast.taken(row)).toBeGreaterThan(before);
    });
  }

  test("the rows that the traces name are all that there are", async () => {
    const never: RowName[] = [];
    for (const row of rowNames) if ((await cast.taken(row)) === 0) never.push(row);
    expect(never).toEqual([]);
  });
});
