import { afterAll, beforeAll, expect, test } from "vitest";
import type { ServiceContext } from "@/lib/server/context";
import { type CallApi, testApi } from "@/lib/server/testing/test-api";
import { testContext } from "@/lib/server/testing/test-context";

let context: ServiceContext;
let call: CallApi;
beforeAll(async () => {
  context = await testContext();
  call = await testApi(context);
});
afterAll(() => context.database.close());

type Fields = Readonly<Record<string, unknown>>;

const phone = "/phones/SEP0000000000ED";
const lines = [{ index: 1, directoryNumber: "2001" }];
/** What each of several people changes, all at once. */
const changes: readonly Fields[] = [
  { description: "Reception" },
  { owner: "kim" },
  { extensionMobility: true },
  { dnd: { status: true } },
  { speedDials: [{ index: 1, number: "2002", label: "Lee" }] },
  { userLocale: "English United States" },
];

test("[PH-02] of people who edit a phone at once nobody loses anything: a stale save tells what is stored and what it was based on", async () => {
  const created = await call("POST", "/phones", { name: "SEP0000000000ED", model: "Cisco 8841", lines });
  expect(created.status, JSON.stringify(created.body)).toBe(201);
  const opened = (await call("GET", phone)).body;
  let staleAnswers = 0;

  async function save(change: Fields, base: Fields): Promise<void> {
    const { status, body } = await call("PATCH", phone, { ...change, version: base.version });
    if (status === 200) return;
    expect({ status, code: body.code }).toEqual({ status: 409, code: "stale" });
    staleAnswers += 1;
    const { data } = body as { data: { current: Fields; base: Fields } };
    // The base is what this person saw, but for what tells of the object rather than being its content.
    expect(base).toMatchObject(data.base);
    expect(Number(data.current.version)).toBeGreaterThan(Number(base.version));
    await save(change, data.current);
  }
  await Promise.all(changes.map((change) => save(change, opened)));

  expect(staleAnswers).toBeGreaterThanOrEqual(changes.length - 1);
  const stored = (await call("GET", phone)).body;
  expect(stored).toMatchObject({ ...Object.assign({}, ...changes), version: changes.length + 1 });
  const { items } = (await call("GET", `${phone}/revisions`)).body as { items: { changes: unknown[] }[] };
  expect(items.slice(0, -1).map((revision) => revision.changes.length)).toEqual(changes.map(() => 1));
});
