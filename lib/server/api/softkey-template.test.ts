import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SoftkeyTemplateDto } from "@/lib/contract/softkey-template";
import type { ServiceContext } from "@/lib/server/context";
import { databaseContents } from "@/lib/server/testing/database-contents";
import { type CallApi, testApi } from "@/lib/server/testing/test-api";
import { testContext } from "@/lib/server/testing/test-context";

const templates = "/softkey-templates";
const at = (name: string) => `${templates}/${encodeURIComponent(name)}`;

let context: ServiceContext;
let call: CallApi;
beforeAll(async () => {
  context = await testContext();
  call = await testApi(context);
});
afterAll(() => context.database.close());

async function copy(name: string, more: object = {}): Promise<SoftkeyTemplateDto> {
  const answer = await call("POST", templates, { name, copyOf: "Standard User", ...more });
  expect(answer.status).toBe(201);
  return answer.body as unknown as SoftkeyTemplateDto;
}
async function read(name: string): Promise<SoftkeyTemplateDto> {
  return (await call("GET", at(name))).body as unknown as SoftkeyTemplateDto;
}

describe("answers", () => {
  test("[SK-02] POST answers 201 and the whole new template, as GET does", async () => {
    const created = await copy("Whole", {
      description: "d",
      callStates: { "On Hook": ["NewCall", "CallBack"] },
    });
    expect(created).toEqual(await read("Whole"));
    const fields = [
      "callStates",
      "copyOf",
      "description",
      "inheritedByCount",
      "isDefault",
      "isStandard",
      "name",
      "updatedAt",
      "updatedBy",
      "usedByCount",
      "version",
      "warnings",
    ];
    expect(Object.keys(created).sort()).toEqual(fields);
    expect(Object.keys(created.callStates)).toHaveLength(12);
  });

  test("[SK-09] PATCH answers 200 and the whole template with its new version; states not named stay", async () => {
    const before = await copy("Merged");
    const { status, body } = await call("PATCH", at("Merged"), {
      version: 1,
      callStates: { "Ring Out": ["EndCall", "CallBack"], "On Hook": ["NewCall", "CallBack"] },
    });
    expect(status).toBe(200);
    expect(body).toEqual(await read("Merged"));
    expect(body).toMatchObject({
      version: 2,
      callStates: {
        ...before.callStates,
        "Ring Out": ["EndCall", "CallBack"],
        "On Hook": ["NewCall", "CallBack"],
      },
    });
  });

  test.each(["Unchanged", "Standard User"])(
    "%s sent back as it was read is 200, the same version, and writes nothing",
    async (name) => {
      if (name === "Unchanged") await copy(name);
      const before = await read(name);
      const stored = await databaseContents(context.database);
      const { status, body } = await call("PATCH", at(name), before);
      expect({ status, body }).toEqual({ status: 200, body: before });
      expect(await databaseContents(context.database)).toEqual(stored);
    },
  );

  test("white space around a name and a decomposed letter are no change", async () => {
    await copy("카페 é");
    const { body } = await call("PATCH", at("카페 é"), {
      version: 1,
      name: `  ${"카페 é".normalize("NFD")} `,
    });
    expect(body).toMatchObject({ name: "카페 é", version: 1 });
  });

  test("DELETE answers 204 without a body; what was deleted is 404", async () => {
    await copy("Gone");
    const { status, body, headers } = await call("DELETE", `${at("Gone")}?reason=not%20needed`);
    expect({ status, body }).toEqual({ status: 204, body: {} });
    expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    expect((await call("GET", at("Gone"))).status).toBe(404);
    expect((await call("DELETE", at("Gone"))).status).toBe(404);
  });

  test("every answer names its request and must not be kept by caches", async () => {
    const { headers } = await call("GET", templates);
    expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get("cache-control")).toBe("no-store");
  });
});

describe("names in addresses", () => {
  test.each([
    "a/b",
    "what?",
    "no #1",
    "콜백 안내 데스크",
    "🙂🙃",
    "semi;colon",
    "plus+plus",
    "a:b@c",
    "it's (1)",
    "…",
    "%",
  ])("%s is found by its encoded name, in any letter case", async (name) => {
    if (name === "%") return expect((await call("GET", at(name))).status).toBe(404);
    await copy(name);
    expect((await read(name)).name).toBe(name);
    expect((await read(name.toUpperCase())).name).toBe(name);
    const { body } = await call("PATCH", at(name), { version: 1, description: "found" });
    expect(body).toMatchObject({ name, description: "found", version: 2 });
    expect((await call("GET", `${at(name)}/revisions`)).body.items).toHaveLength(2);
    expect((await call("GET", `${at(name)}/dependencies`)).body).toEqual({
      ...{ items: [], total: 0, counts: [] },
      inheritedBy: { items: [], total: 0 },
    });
    expect((await call("POST", `${at(name)}/revisions/1/restore`)).body).toMatchObject({
      description: expect.not.stringMatching("found"),
      version: 3,
    });
    expect((await call("DELETE", at(name))).status).toBe(204);
  });

  test("a rename moves the object to its new address and frees the old name", async () => {
    await copy("Before");
    expect((await call("PATCH", at("Before"), { version: 1, name: "After" })).body).toMatchObject({
      name: "After",
      version: 2,
    });
    expect((await call("GET", at("Before"))).status).toBe(404);
    expect((await read("after")).version).toBe(2);
    await copy("Before");
    expect((await call("GET", `${at("After")}/revisions`)).body.items).toHaveLength(2);
    expect((await call("GET", `${at("Before")}/revisions`)).body.items).toHaveLength(1);
  });

  test("a rename to the same name in other letter case is allowed", async () => {
    await copy("letter case");
    const { body } = await call("PATCH", at("letter case"), { version: 1, name: "Letter Case" });
    expect(body).toMatchObject({ name: "Letter Case", version: 2 });
  });

  test("a name of 50 characters beyond the basic plane is accepted", async () => {
    const name = "🙂".repeat(50);
    await copy(name);
    expect((await read(name)).name).toBe(name);
  });
});

describe("the default mark", () => {
  test("[SK-04] moves with the request that sets it, and the one that loses it gets a revision", async () => {
    await copy("First", { isDefault: true });
    await copy("Second", { isDefault: true });
    expect(await read("First")).toMatchObject({ isDefault: false, version: 2 });
    await call("PATCH", at("First"), { version: 2, isDefault: true });
    const { body } = await call("GET", `${templates}?where=isDefault:isExactly:true`);
    expect(body).toMatchObject({ total: 1, items: [{ name: "First", version: 3 }] });
  });

  test("[SK-05] a template loses its mark by PATCH and can then be deleted", async () => {
    const { version } = await copy("Deleted default", { isDefault: true });
    expect((await call("DELETE", at("Deleted default"))).status).toBe(409);
    await call("PATCH", at("Deleted default"), { version, isDefault: false });
    expect((await call("DELETE", at("Deleted default"))).status).toBe(204);
  });

  test("[SK-04] marking and restoring at once never names another template's version as stale", async () => {
    const names = ["Race 1", "Race 2", "Race 3"];
    for (const name of names) {
      await copy(name, { isDefault: true });
      const { version } = await read(name);
      await call("PATCH", at(name), { version, description: "changed" });
    }
    const last = await read("Race 3");
    const answers = await Promise.all([
      call("PATCH", at("Race 1"), { version: (await read("Race 1")).version, isDefault: true }),
      call("POST", `${at("Race 3")}/revisions/1/restore`),
      call("PATCH", at("Race 2"), { version: (await read("Race 2")).version, isDefault: true }),
    ]);
    expect(last.isDefault).toBe(true);
    // Marking one takes the mark of the other, which makes a change that was based on its old version stale.
    const statuses = answers.map(
      ({ status, body }) => `${status} ${(body.data as { current?: { name: string } })?.current?.name ?? ""}`,
    );
    expect(
      statuses.every((status) => ["200 ", "409 Race 1", "409 Race 2"].includes(status)),
      String(statuses),
    ).toBe(true);
    expect(answers[1]?.status).toBe(200);
    expect((await call("GET", `${templates}?where=isDefault:isExactly:true`)).body.total).toBe(1);
  });
});

describe("stale saves", () => {
  test("[SK-09] of two saves based on one version the second is 409 with what is stored and what it was based on", async () => {
    await copy("Contested");
    await call("PATCH", at("Contested"), { version: 1, description: "theirs" });
    const { status, body } = await call("PATCH", at("Contested"), { version: 1, description: "yours" });
    expect(status).toBe(409);
    expect(body).toMatchObject({
      code: "stale",
      data: { current: { description: "theirs", version: 2 }, base: { name: "Contested", version: 1 } },
    });
    expect((await read("Contested")).description).toBe("theirs");
  });

  test("of eight saves of one version at once exactly one is stored", async () => {
    await copy("Rush");
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        call("PATCH", at("Rush"), { version: 1, description: `no ${index}` }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...new Array(7).fill(409)]);
    expect((await read("Rush")).version).toBe(2);
  });

  test("of eight templates of one name made at once exactly one is stored", async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        call("POST", templates, { name: index % 2 ? "Twin" : "TWIN", copyOf: "Standard User" }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...new Array(7).fill(409)]);
    expect(new Set(answers.map(({ body }) => body.code))).toEqual(new Set([undefined, "nameTaken"]));
  });
});

describe("finding", () => {
  const find = async (query: string) => {
    const { status, body } = await call("GET", `${templates}?${query}`);
    expect(status).toBe(200);
    return (body.items as { name: string }[]).map(({ name }) => name);
  };

  test("[SK-03] an answer has at most `limit` items, the count of all that match, and the next page's cursor", async () => {
    const first = (await call("GET", `${templates}?limit=4&where=isStandard:isExactly:true`)).body;
    expect(first).toMatchObject({ total: 10, nextCursor: expect.any(String) });
    const last = (
      await call("GET", `${templates}?limit=250&where=isStandard:isExactly:true&cursor=${first.nextCursor}`)
    ).body;
    expect(last).toMatchObject({ total: 10, nextCursor: null });
    const names = [first, last].flatMap(({ items }) => (items as { name: string }[]).map(({ name }) => name));
    expect(names).toEqual([...new Set(names)]);
    expect(names).toHaveLength(10);
  });

  test("[SK-03] all operators work on the address line; a value may hold colons and any letters", async () => {
    await copy("Bay 7: west", { description: "콜백: 안내" });
    expect(await find("where=name:beginsWith:bay%207:")).toEqual(["Bay 7: west"]);
    expect(await find("where=description:contains:%EC%BD%9C%EB%B0%B1:")).toEqual(["Bay 7: west"]);
    expect(await find("where=name:endsWith::%20WEST")).toEqual(["Bay 7: west"]);
    expect(await find("where=name:isExactly:BAY%207:%20west")).toEqual(["Bay 7: west"]);
    expect(await find("where=name:isEmpty:")).toEqual([]);
    expect(await find("where=copyOf:isExactly:standard%20user&where=name:contains:bay%207")).toEqual([
      "Bay 7: west",
    ]);
    expect(
      await find("where=name:isExactly:Standard%20User&where=name:beginsWith:bay%207&match=any"),
    ).toHaveLength(2);
    expect(
      await find("where=name:isExactly:Standard%20User&where=name:beginsWith:bay%207&match=all"),
    ).toEqual([]);
    expect(await find("where=callStates:contains:CFWDALL&where=isStandard:isExactly:true")).not.toEqual([]);
    expect(await find("where=version:isExactly:1&where=name:beginsWith:bay%207")).toHaveLength(1);
    expect(await find("where=name:beginsWith:&where=isStandard:isExactly:true")).toHaveLength(10);
  });
});
