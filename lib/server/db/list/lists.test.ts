import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decisionListFields, requestListFields } from "@/lib/contract/call-back";
import { jobListFields } from "@/lib/contract/job";
import type { ListQuery } from "@/lib/contract/list";
import { userListFields } from "@/lib/contract/user";
import { listStoredDecisions } from "@/lib/server/db/call/decision";
import { listStoredRequests } from "@/lib/server/db/call/request";
import { listJobs } from "@/lib/server/db/job";
import { sqlIn } from "@/lib/server/db/kysely";
import type { Page } from "@/lib/server/db/list/read-page";
import { listUsers } from "@/lib/server/db/user";
import { openTestDatabase } from "@/lib/server/testing/test-database";

const database = await openTestDatabase();
const { prisma } = database;
afterAll(() => database.close());

const numbers = Array.from({ length: 11 }, (_, index) => index);
const at = (number: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, number % 4));
/** Ids in another order than that in which the rows are made. */
const id = (number: number) => `id-${(number * 7) % 11}`;
const some = (number: number) => (number % 3 === 0 ? null : `Some ${number % 2}`);

beforeAll(async () => {
  const within = sqlIn(prisma);
  const rows = <Row>(make: (number: number) => Row) => numbers.map(make);
  await within
    .insertInto("User")
    .values(
      rows((number) => ({
        ...{ id: id(number), name: `Full ${number % 2}`, email: `${number}`, username: `user ${number}` },
        ...{ role: number % 2 === 0 ? "superUser" : "readOnly", version: number % 3, updatedAt: at(number) },
      })),
    )
    .execute();
  await within
    .insertInto("ApiKey")
    .values(["a", "b"].map((key) => ({ id: key, name: key, start: "", hash: key, userId: id(3) })))
    .execute();
  await within
    .insertInto("Job")
    .values(
      rows((number) => ({
        ...{
          id: id(number),
          kind: number % 2 === 0 ? "import" : "export",
          resource: "phone",
          createdAt: at(number),
        },
        ...{ userId: "u", by: "Ädmin", reason: number % 2 === 0 ? "" : "100%_Sure", requestId: "r" },
        ...{ total: number % 3, failed: number % 2, place: BigInt(number + 9) },
      })),
    )
    .execute();
  await within
    .insertInto("CallBackRequest")
    .values(
      rows((number) => ({
        ...{
          id: id(number),
          cluster: "",
          phone: `SEP${number % 2}`,
          directoryNumber: "2001",
          target: "2002",
        },
        ...{ mode: "busy", state: "ended", createdAt: at(number), version: 1n, place: BigInt(number + 9) },
        value: { id: id(number), target: { kind: "remote" }, state: "ended" },
      })),
    )
    .execute();
  const places = rows((number) => ({
    place: BigInt(number + 1),
    cluster: "",
    id: "e",
    at: at(number),
    event: {},
  }));
  await within.insertInto("CallEvent").values(places).execute();
  await within
    .insertInto("CallDecision")
    .values(
      rows((number) => ({
        ...{ id: id(number), place: BigInt(number + 1), position: 0, at: at(number), inputs: { number } },
        ...{ requestId: some(number), phone: some(number + 1), rule: `${number % 5}` },
      })),
    )
    .execute();
});

/** A list with what tells its items apart. */
interface List {
  readonly fields: readonly string[];
  readonly read: (query: ListQuery) => Promise<Page<unknown>>;
}

const listOf = <Item>(
  fields: readonly string[],
  list: (query: ListQuery) => Promise<Page<Item>>,
  mark: (item: Item) => unknown,
): List => ({
  fields,
  read: async (query) => {
    const { items, ...page } = await list(query);
    return { ...page, items: items.map(mark) };
  },
});

const users = listOf(
  userListFields,
  (query) => listUsers(prisma, query),
  (user) => user.id,
);
const jobs = listOf(
  jobListFields,
  (query) => listJobs(prisma, ["phone", "trunk"], query),
  (job) => job.id,
);
const requests = listOf(
  requestListFields,
  (query) => listStoredRequests(prisma, query),
  ({ request }) => request.id,
);
const decisions = listOf(
  decisionListFields,
  (query) => listStoredDecisions(prisma, query),
  ({ inputs }) => inputs,
);

const question = { where: [], match: "all", sort: "", limit: 250 } as const;
const asked = (sort: string, limit: number, where: string[] = []): ListQuery => ({
  ...question,
  sort,
  limit,
  where,
});

describe.each(Object.entries({ users, jobs, requests, decisions }))(
  "the list of %s",
  (_, { fields, read }) => {
    test.each(fields.flatMap((field) => [field, `-${field}`]))(
      "sorted by %s, pages of three are the whole list in its order, whatever is equal or absent",
      async (sort) => {
        const whole = await read(asked(sort, 250));
        expect(new Set(whole.items.map((item) => JSON.stringify(item))).size).toBe(numbers.length);
        expect(whole).toMatchObject({ nextCursor: null, total: numbers.length });
        const turned = await read(asked(sort.startsWith("-") ? sort.slice(1) : `-${sort}`, 250));
        expect(turned.items).toEqual(whole.items.toReversed());

        const found: unknown[] = [];
        let cursor: string | null | undefined;
        for (let page = 0; cursor !== null && page <= numbers.length; page++) {
          const { items, nextCursor, total } = await read({
            ...asked(sort, 3),
            ...(cursor === undefined ? {} : { cursor }),
          });
          expect(total).toBe(numbers.length);
          expect(items.length).toBe(nextCursor === null ? numbers.length % 3 : 3);
          found.push(...items);
          cursor = nextCursor;
        }
        expect(found).toEqual(whole.items);
      },
    );
  },
);

test.each<[keyof typeof lists, string, number]>([
  ["users", "name:beginsWith:USER 1", 2],
  ["users", "fullName:isExactly:fULL 1", 5],
  ["users", "fullName:isExactly:Full _", 0],
  ["users", "role:isNotEmpty:", 11],
  ["users", "version:isExactly:2", 3],
  ["jobs", "reason:contains:0%_s", 5],
  ["jobs", "reason:contains:0_", 0],
  ["jobs", "reason:endsWith:SURE", 5],
  ["jobs", "reason:isEmpty:", 6],
  ["jobs", "total:isEmpty:", 0],
  ["jobs", "by:isExactly:ÄDMIN", 11],
  ["jobs", "by:isExactly:ädmin", 0],
  ["requests", "createdAt:isExactly:2026-01-01T00:00:01Z", 3],
  ["requests", "phone:isExactly:sep1", 5],
  ["decisions", "request:isNotEmpty:", 7],
  ["decisions", "phone:isExactly:some 1", 4],
])("of %s, %s finds %i: letters in any case as far as PostgreSQL knows them", async (name, where, count) => {
  const { read, fields } = lists[name];
  const { items, total } = await read(asked(fields[0] ?? "", 250, [where]));
  expect([items.length, total]).toEqual([count, count]);
});
const lists = { users, jobs, requests, decisions };

test("a user in the list tells how many API keys they have, also when there are none", async () => {
  const { items } = await listUsers(prisma, asked("name", 250));
  expect(items.filter(({ apiKeyCount }) => apiKeyCount === 2).map((user) => user.id)).toEqual([id(3)]);
  expect(items.filter(({ apiKeyCount }) => apiKeyCount === 0)).toHaveLength(10);
});

test("jobs with objects of no kind are none", async () => {
  expect(await listJobs(prisma, [], asked("createdAt", 5))).toEqual({
    items: [],
    nextCursor: null,
    total: 0,
  });
});

test("a cursor that names no row of a list, or no value where there always is one, is refused", async () => {
  const cursorOf = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString("base64url");
  const refused = async ({ read }: List, sort: string, value: unknown, last: string) =>
    expect(read({ ...asked(sort, 3), cursor: cursorOf(sort, value, last) })).rejects.toThrow();
  await refused(jobs, "kind", "import", "1; DROP");
  await refused(jobs, "kind", null, "1");
  await refused(users, "name", null, "id-1");
  expect(
    (await decisions.read({ ...asked("phone", 250), cursor: cursorOf("phone", null, "") })).items.length,
  ).toBe(3);
});
