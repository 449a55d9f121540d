import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ServiceContext } from "@/lib/server/context";
import { DialPlans } from "@/lib/server/runtime/calls/dial-plans";
import { type CallApi, testApi } from "@/lib/server/testing/test-api";
import { testContext } from "@/lib/server/testing/test-context";
import { manualRuntime } from "@/lib/server/testing/test-runtime";

let context: ServiceContext;
let call: CallApi;
beforeAll(async () => {
  const inside = manualRuntime(await testContext());
  context = inside.context;
  call = await testApi(context, inside.runtime);
  for (const pattern of ["3001", "3002", "3003"]) await add(pattern);
});
afterAll(() => context.database.close());

async function add(pattern: string) {
  expect((await call("POST", "/directory-numbers", { pattern })).status).toBe(201);
}

describe("reading the dial plan for several events", () => {
  test("those that ask during a look share the next one, and each has the numbers that it asked for", async () => {
    const plans = new DialPlans(context.database);
    const asked = [["3001"], ["3002"], ["3003", "3999"]];
    const [first, second, third] = await Promise.all(
      asked.map((digits) => plans.of({ ids: [], digits, phones: [] })),
    );
    expect(first?.numbers.map(({ digits }) => digits)).toEqual(["3001"]);
    expect(second?.numbers.map(({ digits }) => digits).sort()).toEqual(["3002", "3003"]);
    expect(third).toBe(second);
    const [id = ""] = first?.numbers.map(({ number }) => number.key) ?? [];
    expect((await plans.of({ ids: [id], digits: [], phones: [] })).numbers).toEqual(first?.numbers);
  });

  test("who asks during a look is told what was saved after that look began", async () => {
    const plans = new DialPlans(context.database);
    const early = plans.of({ ids: [], digits: ["3001"], phones: [] });
    await add("3004");
    const late = await plans.of({ ids: [], digits: ["3004"], phones: [] });
    expect((await early).numbers).toHaveLength(1);
    expect(late.numbers.map(({ digits }) => digits)).toEqual(["3004"]);
  });
});
