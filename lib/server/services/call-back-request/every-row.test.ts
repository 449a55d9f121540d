import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type RowId, rowIds } from "@/lib/callback/state/row-id";
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
  for (const row of rowIds) {
    const [guarantee, story] = stories[row] ?? ["has a story", () => expect.unreachable(`row ${row}`)];
    test(`row ${row}: ${guarantee}`, async () => {
      const before = await cast.taken(row);
      await story(cast);
      expect(await cast.taken(row)).toBeGreaterThan(before);
    });
  }

  test("the rows that the traces name are all that there are", async () => {
    const never: RowId[] = [];
    for (const row of rowIds) if ((await cast.taken(row)) === 0) never.push(row);
    expect(never).toEqual([]);
  });
});
