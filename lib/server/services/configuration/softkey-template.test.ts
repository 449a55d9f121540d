import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SoftkeyTemplateDto } from "@/lib/contract/softkey-template";
import type { ServiceContext } from "@/lib/server/context";
import { definitions } from "@/lib/server/services/configuration/definitions";
import { getObjectRevision } from "@/lib/server/services/configuration/get-revision";
import { restoreObject } from "@/lib/server/services/configuration/restore";
import { objectsOf } from "@/lib/server/testing/configuration";
import { inRole, refusalFrom, testContext } from "@/lib/server/testing/test-context";

let context: ServiceContext;
beforeAll(async () => {
  context = await testContext();
});
afterAll(() => context.database.close());

const templates = objectsOf("softkeyTemplate", () => context);
const typed = async (answer: Promise<unknown>) => (await answer) as SoftkeyTemplateDto;
const copy = (name: string, more: object = {}) =>
  typed(templates.create({ name, copyOf: "Standard User", ...more }));
const list = templates.list;

describe("making", () => {
  test("[SK-02] a new template is a copy with a new name, and version 1 is in the history", async () => {
    const template = await templates.create({
      name: "Copy of user",
      copyOf: "standard user",
      callStates: { "On Hook": ["NewCall", "CallBack"] },
      reason: "rehearsal",
    });
    const standard = await typed(templates.get("Standard User"));
    expect(template).toMatchObject({
      copyOf: "Standard User",
      isDefault: false,
      isStandard: false,
      version: 1,
    });
    expect(template.callStates).toEqual({ ...standard.callStates, "On Hook": ["NewCall", "CallBack"] });
    const { items } = await templates.revisions("Copy of user");
    expect(items).toMatchObject([{ number: 1, action: "created", by: "admin", reason: "rehearsal" }]);
  });

  test("a name that differs only in letter case is refused and nothing is stored", async () => {
    await copy("Sales");
    const before = await list({});
    expect(await refusalFrom(copy("SALES"))).toMatchObject({
      code: "nameTaken",
      data: { problems: [{ path: ["name"], code: "nameTaken" }] },
    });
    expect((await list({})).total).toBe(before.total);
  });

  test("a template to copy that does not exist is refused", async () => {
    const refusal = await refusalFrom(templates.create({ name: "x", copyOf: "nobody" }));
    expect(refusal).toMatchObject({
      code: "validationFailed",
      data: { problems: [{ code: "unknownTemplate" }] },
    });
  });
});

describe("changing", () => {
  test("[SK-09] several call states are saved at once, absent ones keep their softkeys", async () => {
    const before = await copy("Layouts");
    const after = await templates.update("Layouts", {
      version: before.version,
      callStates: { "On Hook": ["NewCall", "CallBack"], "Ring Out": ["EndCall", "CallBack"] },
    });
    expect(after.version).toBe(2);
    expect(after.callStates).toEqual({
      ...before.callStates,
      "On Hook": ["NewCall", "CallBack"],
      "Ring Out": ["EndCall", "CallBack"],
    });
    const { items } = await templates.revisions("Layouts");
    expect(items[0]?.changes).toContainEqual({
      kind: "softkeyAdded",
      callState: "Ring Out",
      softkey: "CallBack",
      position: 1,
    });
  });

  test("a change that changes nothing makes no revision", async () => {
    const before = await copy("Unchanged");
    const { version, ...rest } = before;
    const after = await templates.update("Unchanged", { ...rest, version });
    expect(after).toEqual(before);
  });

  test("a save based on an old version is refused with both versions and stores nothing", async () => {
    const base = await copy("Contested");
    const theirs = await templates.update("Contested", { version: 1, description: "theirs" });
    const refusal = await refusalFrom(templates.update("Contested", { version: 1, description: "mine" }));
    expect(refusal).toMatchObject({
      code: "stale",
      data: { current: theirs, base: { version: 1, description: base.description } },
    });
    expect(await templates.get("Contested")).toEqual(theirs);
  });

  test("of many saves at once on one version exactly one is stored", async () => {
    await copy("Raced");
    const saves = Array.from({ length: 8 }, (_, index) =>
      templates.update("Raced", { version: 1, description: `save ${index}` }),
    );
    const outcomes = await Promise.allSettled(saves);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await templates.get("Raced")).version).toBe(2);
  });

  test("a rename keeps the history and a rename to a taken name is refused", async () => {
    await copy("Old name");
    await templates.update("Old name", { version: 1, name: "New name" });
    expect(await refusalFrom(templates.get("Old name"))).toMatchObject({ code: "notFound" });
    const { items } = await templates.revisions("New name");
    expect(items.map(({ changes }) => changes[0])).toMatchObject([{ kind: "renamed", to: "New name" }, {}]);
    const refusal = await refusalFrom(templates.update("New name", { version: 2, name: "standard USER" }));
    expect(refusal.code).toBe("nameTaken");
  });

  test("a standard template can only be marked default", async () => {
    const standard = await templates.get("Standard Feature");
    const change = { version: standard.version, description: "mine" };
    const refusal = await refusalFrom(templates.update("Standard Feature", change));
    expect(refusal).toMatchObject({
      code: "standardReadOnly",
      data: { problems: [{ path: ["description"] }] },
    });
    const marked = await templates.update("Standard Feature", {
      version: standard.version,
      isDefault: true,
    });
    expect(marked.isDefault).toBe(true);
  });

  test("a read-only field may be sent back but not changed", async () => {
    const before = await copy("Echo");
    const refusal = await refusalFrom(
      templates.update("Echo", { version: 1, isStandard: true, copyOf: before.copyOf }),
    );
    expect(refusal).toMatchObject({ data: { problems: [{ path: ["isStandard"], code: "readOnlyField" }] } });
  });
});

describe("the default template", () => {
  test("[SK-04] marking one moves the mark, and both histories say so", async () => {
    const one = await templates.create({
      name: "One",
      copyOf: "Standard User",
      isDefault: true,
    });
    await copy("Two");
    await templates.update("Two", { version: 1, isDefault: true });
    expect((await list({ where: ["isDefault:isExactly:true"] })).items.map(({ name }) => name)).toEqual([
      "Two",
    ]);
    expect((await templates.get("One")).version).toBe(Number(one.version) + 1);
    const { items } = await templates.revisions("One");
    expect(items[0]?.changes).toEqual([{ kind: "defaultUnmarked" }]);
  });

  test("[SK-04] however many mark at once, one template is default", async () => {
    const names = ["A", "B", "C", "D"].map((letter) => `Default ${letter}`);
    for (const name of names) await copy(name);
    await Promise.all(names.map((name) => templates.update(name, { version: 1, isDefault: true })));
    expect((await list({ where: ["isDefault:isExactly:true"] })).total).toBe(1);
  });

  test("[SK-05] the default template cannot be deleted until the mark is removed", async () => {
    const marked = await templates.create({
      name: "Marked",
      copyOf: "Standard User",
      isDefault: true,
    });
    expect((await refusalFrom(templates.remove("Marked"))).code).toBe("isDefaultTemplate");
    await templates.update("Marked", { version: marked.version, isDefault: false });
    await templates.remove("Marked");
    expect((await refusalFrom(templates.get("Marked"))).code).toBe("notFound");
  });
});

describe("deleting", () => {
  test("a standard template cannot be deleted", async () => {
    expect((await refusalFrom(templates.remove("Standard User"))).code).toBe("standardReadOnly");
  });

  test("a template in use is refused with its dependency records", async () => {
    await copy("Used");
    const { id } = await context.database.prisma.softkeyTemplate.findUniqueOrThrow({
      where: { key: "used" },
    });
    await context.database.prisma.commonDeviceConfiguration.create({
      data: {
        id: context.newId(),
        name: "Site A",
        key: "site a",
        softkeyTemplateId: id,
        updatedAt: context.now(),
        updatedBy: "admin",
        createdAt: context.now(),
      },
    });
    expect(await refusalFrom(templates.remove("Used"))).toMatchObject({
      code: "inUse",
      data: { dependencies: [{ kind: "commonDeviceConfiguration", name: "Site A" }] },
    });
    expect((await templates.get("Used")).usedByCount).toBe(1);
  });
});

describe("restoring", () => {
  test("an old revision comes back as a new one; name and default mark stay", async () => {
    const first = await copy("Restored");
    await templates.update("Restored", {
      version: 1,
      name: "Restored later",
      description: "changed",
      callStates: { "On Hook": ["NewCall"] },
    });
    const after = await templates.restore("Restored later", 1);
    const later = { name: "Restored later", partition: null };
    const { description, callStates } = first;
    expect(after).toMatchObject({ name: "Restored later", description, version: 3, callStates });
    expect((await refusalFrom(templates.restore("Restored later", 99))).code).toBe("notFound");
    expect((await refusalFrom(restoreObject(context, definitions.softkeyTemplate, later, 2, 2))).code).toBe(
      "stale",
    );
    const [last] = (await templates.revisions("Restored later")).items;
    expect(last).toMatchObject({ number: 3, action: "restored", restored: 1, reason: "" });
    const { content } = await getObjectRevision(context, definitions.softkeyTemplate, later, 1);
    expect(content).toMatchObject({ name: "Restored", description, callStates });
  });
});

describe("finding", () => {
  test("[SK-03] every operator finds on every text field, ignoring case and taking % and _ literally", async () => {
    await templates.create({
      name: "Find_me (1)",
      copyOf: "Standard User",
      description: "Left wing",
    });
    const names = async (...where: string[]) => (await list({ where })).items.map(({ name }) => name);
    expect(await names("name:beginsWith:FIND_")).toEqual(["Find_me (1)"]);
    expect(await names("name:contains:d_m")).toEqual(["Find_me (1)"]);
    expect(await names("name:contains:d%m")).toEqual([]);
    expect(await names("name:endsWith:(1)")).toEqual(["Find_me (1)"]);
    expect(await names("name:isExactly:find_ME (1)")).toEqual(["Find_me (1)"]);
    expect(await names("description:contains:WING")).toEqual(["Find_me (1)"]);
    expect(await names("description:isEmpty:", "name:beginsWith:find")).toEqual([]);
    expect(await names("description:isNotEmpty:", "name:beginsWith:find")).toEqual(["Find_me (1)"]);
    expect(await names("isStandard:isExactly:TRUE")).toHaveLength(10);
    expect(
      (await list({ where: ["name:isExactly:Standard User", "name:beginsWith:Find_"], match: "any" })).total,
    ).toBe(2);
  });

  test.each(["name", "-name", "description", "isDefault", "-isStandard", "version", "-updatedAt"])(
    "pages sorted by %s show every template once, in order",
    async (sort) => {
      const whole = (await list({ sort })).items.map(({ name }) => name);
      const paged: string[] = [];
      let cursor: string | null = null;
      do {
        const page = await list({ sort, limit: 3, ...(cursor ? { cursor } : {}) });
        paged.push(...page.items.map(({ name }) => String(name)));
        cursor = page.nextCursor;
      } while (cursor);
      expect(paged).toEqual(whole);
    },
  );

  test.each([
    [{ where: ["nothing:isExactly:x"] }, "unknownField"],
    [{ where: ["name:like:x"] }, "badCondition"],
    [{ where: ["isDefault:contains:t"] }, "badCondition"],
    [{ where: ["__proto__:isExactly:x"] }, "unknownField"],
    [{ sort: "constructor" }, "unknownField"],
    [{ cursor: "garbage" }, "badCursor"],
  ])("%j is refused", async (query, code) => {
    expect(await refusalFrom(list(query))).toMatchObject({
      code: "validationFailed",
      data: { problems: [{ code }] },
    });
  });
});

describe("permission", () => {
  test("a Read Only user reads everything and changes nothing", async () => {
    const reading = objectsOf("softkeyTemplate", () => inRole(context, "readOnly"));
    expect((await reading.list({})).total).toBeGreaterThan(9);
    const attempts = [
      reading.create({ name: "x", copyOf: "Standard User" }),
      reading.update("Standard User", { version: 1 }),
      reading.remove("Standard User"),
      reading.restore("Standard User", 1),
    ];
    for (const attempt of attempts) expect((await refusalFrom(attempt)).code).toBe("forbidden");
  });
});
