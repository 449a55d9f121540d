import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { callStates } from "@/lib/catalog/call-states";
import { softkeyIds } from "@/lib/catalog/softkeys";
import { layouts } from "@/lib/configuration/testing/arbitraries";
import type { SoftkeyTemplateDto } from "@/lib/contract/softkey-template";
import type { ServiceContext } from "@/lib/server/context";
import { replay, type ToldChange } from "@/lib/server/testing/replay-history";
import {
  type Change,
  isGoodState,
  SoftkeyTemplateModel,
  type Step,
} from "@/lib/server/testing/softkey-template-model";
import { type CallApi, testApi } from "@/lib/server/testing/test-api";
import { testContext } from "@/lib/server/testing/test-context";

const steps = process.env.RINGBACK_NIGHTLY === "1" ? 1_500 : 150;
/** The seed that a failure prints brings the same requests again. */
const seed = process.env.RINGBACK_TEST_SEED;

let context: ServiceContext;
let call: CallApi;
beforeAll(async () => {
  context = await testContext();
  call = await testApi(context);
});
afterAll(() => context.database.close());

// Few names, so that requests often meet the same template, and now and then one that cannot be a name.
const names = fc.constantFrom(
  "Lobby",
  "LOBBY",
  " lobby ",
  "콜백",
  "Front desk",
  "front DESK",
  "Sales/2",
  "Standard User",
  "a%b",
  " ",
);
const texts = fc.constantFrom("", "Call back", "콜백 사용", "no <markup>", "x".repeat(128), "x".repeat(129));
const someStates = fc.subarray([...callStates], { minLength: 1, maxLength: 4 });
const goodPatch = fc
  .tuple(layouts, someStates)
  .map(([layout, states]) => Object.fromEntries(states.map((state) => [state, layout[state]])));
const anyKeys = fc.array(fc.constantFrom(...softkeyIds, "Nonsense"), { maxLength: 18 });
const anyPatch = fc.tuple(anyKeys, someStates).map(([keys, [state = "On Hook"]]) => ({ [state]: keys }));
const patches = fc.oneof(
  { weight: 3, arbitrary: goodPatch },
  { weight: 1, arbitrary: anyPatch },
  { weight: 1, arbitrary: fc.constant({}) },
);

const changes: fc.Arbitrary<Change> = fc.record(
  { name: names, description: texts, isDefault: fc.boolean(), callStates: patches },
  { requiredKeys: [] },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("create" as const),
      name: names,
      copyOf: fc.oneof(names, fc.constant("Standard Feature")),
      isDefault: fc.boolean(),
      callStates: patches,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("change" as const),
      target: names,
      offset: fc.constantFrom(0, 0, 0, 0, -1, 1),
      change: changes,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("restore" as const),
      target: names,
      number: fc.integer({ min: 0, max: 5 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("remove" as const), target: names }) },
);

/** Sends the request of a step. */
function send(model: SoftkeyTemplateModel, step: Step) {
  const at = (name: string) => `/softkey-templates/${encodeURIComponent(name)}`;
  switch (step.kind) {
    case "create": {
      const { kind: _, ...body } = step;
      return call("POST", "/softkey-templates", body);
    }
    case "change": {
      const version = (model.find(step.target)?.version ?? 1) + step.offset;
      return call("PATCH", at(step.target), { ...step.change, version });
    }
    case "restore":
      return call("POST", `${at(step.target)}/revisions/${step.number}/restore`);
    case "remove":
      return call("DELETE", at(step.target));
  }
}

async function stored(): Promise<SoftkeyTemplateDto[]> {
  return (await call("GET", "/softkey-templates?limit=250")).body.items as unknown as SoftkeyTemplateDto[];
}

/** What the model knows of a template. */
function comparable({
  name,
  description,
  isDefault,
  isStandard,
  copyOf,
  version,
  callStates,
}: SoftkeyTemplateDto) {
  return { name, description, isDefault, isStandard, copyOf, version, callStates };
}

test(
  `[SK-01] [SK-04] [SK-05] [SK-08] ${steps} random requests: answers and content are those of the model, every layout is valid, and each history replays to the present`,
  async () => {
    const model = new SoftkeyTemplateModel();
    const property = fc.asyncProperty(fc.array(step, { minLength: steps, maxLength: steps }), async (all) => {
      let done = 0;
      for (const [index, step] of all.entries()) {
        const answer = await send(model, step);
        const expected = model.apply(step);
        const told = `step ${index + 1}: ${JSON.stringify(step)} → ${answer.status} ${JSON.stringify(answer.body)}`;
        expect(
          { status: answer.status, ...(answer.body.code ? { code: answer.body.code } : {}) },
          told,
        ).toEqual(expected);
        const items = await stored();
        expect(items.map(comparable), told).toEqual(
          model.templates().map((template) => comparable(template as never)),
        );
        expectInvariants(items);
        if (expected.code === undefined) done++;
      }
      for (const template of await stored()) await expectHistory(template);
      // Random requests that are all refused, or none, would prove nothing. How many are done is chance: of 150, seldom
      // fewer than 15.
      expect(done, "requests that were done").toBeGreaterThan(steps / 50);
      expect(steps - done, "requests that were refused").toBeGreaterThan(steps / 50);
    });
    // One long run instead of many short ones; it cannot be shrunk, because the database remembers.
    await fc.assert(property, { numRuns: 1, endOnFailure: true, ...(seed ? { seed: Number(seed) } : {}) });
  },
  30 * 60_000,
);

function expectInvariants(items: readonly SoftkeyTemplateDto[]): void {
  expect(items.filter(({ isDefault }) => isDefault).length).toBeLessThanOrEqual(1);
  expect(new Set(items.map(({ name }) => name.toLowerCase())).size).toBe(items.length);
  for (const { callStates: layout } of items) {
    for (const state of callStates)
      expect(isGoodState(state, layout[state]), `${state}: ${layout[state]}`).toBe(true);
  }
}

async function expectHistory(template: SoftkeyTemplateDto): Promise<void> {
  const { body } = await call("GET", `/softkey-templates/${encodeURIComponent(template.name)}/revisions`);
  const revisions = (body.items as { number: number; changes: ToldChange[] }[]).toReversed();
  expect(revisions.map(({ number }) => number)).toEqual(
    Array.from({ length: template.version }, (_, index) => index + 1),
  );
  const { name, ...content } = replay(revisions);
  const { description, isDefault } = template;
  const layout = Object.fromEntries(
    Object.entries(template.callStates).filter(([, keys]) => keys.length > 0),
  );
  const replayed = Object.fromEntries(
    Object.entries(content.callStates).filter(([, keys]) => keys.length > 0),
  );
  expect({ ...content, callStates: replayed }).toEqual({ description, isDefault, callStates: layout });
  if (name !== "") expect(name).toBe(template.name);
}
