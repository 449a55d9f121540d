import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ServiceContext } from "@/lib/server/context";
import { createSoftkeyTemplate } from "@/lib/server/services/softkey-template/create";
import { getSoftkeyTemplate } from "@/lib/server/services/softkey-template/get";
import { getSoftkeyTemplateRevision } from "@/lib/server/services/softkey-template/get-revision";
import { listTemplates } from "@/lib/server/services/softkey-template/list";
import { listSoftkeyTemplateRevisions } from "@/lib/server/services/softkey-template/list-revisions";
import { removeSoftkeyTemplate } from "@/lib/server/services/softkey-template/remove";
import { restoreSoftkeyTemplate } from "@/lib/server/services/softkey-template/restore";
import { updateSoftkeyTemplate } from "@/lib/server/services/softkey-template/update";
import { inRole, refusalFrom, testContext } from "@/lib/server/testing/test-context";

let context: ServiceContext;
beforeAll(async () => {
  context = await testContext();
});
afterAll(() => context.database.close());

const copy = (name: string) => createSoftkeyTemplate(context, { name, copyOf: "Standard User" });
const allTemplates = { where: [], match: "all", sort: "name", limit: 250 } as const;
const list = async (
  query: Partial<{ where: string[]; match: "all" | "any"; sort: string; limit: number; cursor: string }>,
) => listTemplates(context, { ...allTemplates, where: [], ...query });

describe("making", () => {
  test("[SK-02] a new template is a copy with a new name, and version 1 is in the history", async () => {
    const template = await createSoftkeyTemplate(context, {
      name: "Copy of user",
      copyOf: "standard user",
      callStates: { "On Hook": ["NewCall", "CallBack"] },
      reason: "rehearsal",
    });
    const standard = await getSoftkeyTemplate(context, "Standard User");
    expect(template).toMatchObject({
      copyOf: "Standard User",
      isDefault: false,
      isStandard: false,
      version: 1,
    });
    expect(template.callStates).toEqual({ ...standard.callStates, "On Hook": ["NewCall", "CallBack"] });
    const { items } = await listSoftkeyTemplateRevisions(context, "Copy of user");
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
    const refusal = await refusalFrom(createSoftkeyTemplate(context, { name: "x", copyOf: "nobody" }));
    expect(refusal).toMatchObject({
      code: "validationFailed",
      data: { problems: [{ code: "unknownTemplate" }] },
    });
  });
});

describe("changing", () => {
  test("[SK-09] several call states are saved at once, absent ones keep their softkeys", async () => {
    const before = await copy("Layouts");
    const after = await updateSoftkeyTemplate(context, "Layouts", {
      version: before.version,
      callStates: { "On Hook": ["NewCall", "CallBack"], "Ring Out": ["EndCall", "CallBack"] },
    });
    expect(after.version).toBe(2);
    expect(after.callStates).toEqual({
      ...before.callStates,
      "On Hook": ["NewCall", "CallBack"],
      "Ring Out": ["EndCall", "CallBack"],
    });
    const { items } = await listSoftkeyTemplateRevisions(context, "Layouts");
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
    const after = await updateSoftkeyTemplate(context, "Unchanged", { ...rest, version });
    expect(after).toEqual(before);
  });

  test("a save based on an old version is refused with both versions and stores nothing", async () => {
    const base = await copy("Contested");
    const theirs = await updateSoftkeyTemplate(context, "Contested", { version: 1, description: "theirs" });
    const refusal = await refusalFrom(
      updateSoftkeyTemplate(context, "Contested", { version: 1, description: "mine" }),
    );
    expect(refusal).toMatchObject({
      code: "stale",
      data: { current: theirs, base: { version: 1, description: base.description } },
    });
    expect(await getSoftkeyTemplate(context, "Contested")).toEqual(theirs);
  });

  test("of many saves at once on one version exactly one is stored", async () => {
    await copy("Raced");
    const saves = Array.from({ length: 8 }, (_, index) =>
      updateSoftkeyTemplate(context, "Raced", { version: 1, description: `save ${index}` }),
    );
    const outcomes = await Promise.allSettled(saves);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await getSoftkeyTemplate(context, "Raced")).version).toBe(2);
  });

  test("a rename keeps the history and a rename to a taken name is refused", async () => {
    await copy("Old name");
    await updateSoftkeyTemplate(context, "Old name", { version: 1, name: "New name" });
    expect(await refusalFrom(getSoftkeyTemplate(context, "Old name"))).toMatchObject({ code: "notFound" });
    const { items } = await listSoftkeyTemplateRevisions(context, "New name");
    expect(items.map(({ changes }) => changes[0])).toMatchObject([{ kind: "renamed", to: "New name" }, {}]);
    const refusal = await refusalFrom(
      updateSoftkeyTemplate(context, "New name", { version: 2, name: "standard USER" }),
    );
    expect(refusal.code).toBe("nameTaken");
  });

  test("a standard template can only be marked default", async () => {
    const standard = await getSoftkeyTemplate(context, "Standard Feature");
    const change = { version: standard.version, description: "mine" };
    const refusal = await refusalFrom(updateSoftkeyTemplate(context, "Standard Feature", change));
    expect(refusal).toMatchObject({
      code: "standardReadOnly",
      data: { problems: [{ path: ["description"] }] },
    });
    const marked = await updateSoftkeyTemplate(context, "Standard Feature", {
      version: standard.version,
      isDefault: true,
    });
    expect(marked.isDefault).toBe(true);
  });

  test("a read-only field may be sent back but not changed", async () => {
    const before = await copy("Echo");
    const refusal = await refusalFrom(
      updateSoftkeyTemplate(context, "Echo", { version: 1, isStandard: true, copyOf: before.copyOf }),
    );
    expect(refusal).toMatchObject({ data: { problems: [{ path: ["isStandard"], code: "readOnlyField" }] } });
  });
});

describe("the default template", () => {
  test("[SK-04] marking one moves the mark, and both histories say so", async () => {
    const one = await createSoftkeyTemplate(context, {
      name: "One",
      copyOf: "Standard User",
      isDefault: true,
    });
    await copy("Two");
    await updateSoftkeyTemplate(context, "Two", { version: 1, isDefault: true });
    expect((await list({ where: ["isDefault:isExactly:true"] })).items.map(({ name }) => name)).toEqual([
      "Two",
    ]);
    expect((await getSoftkeyTemplate(context, "One")).version).toBe(one.version + 1);
    const { items } = await listSoftkeyTemplateRevisions(context, "One");
    expect(items[0]?.changes).toEqual([{ kind: "defaultUnmarked" }]);
  });

  test("[SK-04] however many mark at once, one template is default", async () => {
    const names = ["A", "B", "C", "D"].map((letter) => `Default ${letter}`);
    for (const name of names) await copy(name);
    await Promise.all(
      names.map((name) => updateSoftkeyTemplate(context, name, { version: 1, isDefault: true })),
    );
    expect((await list({ where: ["isDefault:isExactly:true"] })).total).toBe(1);
  });

  test("[SK-05] the default template cannot be deleted until the mark is removed", async () => {
    const marked = await createSoftkeyTemplate(context, {
      name: "Marked",
      copyOf: "Standard User",
      isDefault: true,
    });
    expect((await refusalFrom(removeSoftkeyTemplate(context, "Marked"))).code).toBe("isDefaultTemplate");
    await updateSoftkeyTemplate(context, "Marked", { version: marked.version, isDefault: false });
    await removeSoftkeyTemplate(context, "Marked");
    expect((await refusalFrom(getSoftkeyTemplate(context, "Marked"))).code).toBe("notFound");
  });
});

describe("deleting", () => {
  test("a standard template cannot be deleted", async () => {
    expect((await refusalFrom(removeSoftkeyTemplate(context, "Standard User"))).code).toBe(
      "standardReadOnly",
    );
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
    expect(await refusalFrom(removeSoftkeyTemplate(context, "Used"))).toMatchObject({
      code: "inUse",
      data: { dependencies: [{ kind: "commonDeviceConfiguration", name: "Site A" }] },
    });
    expect((await getSoftkeyTemplate(context, "Used")).usedByCount).toBe(1);
  });
});

describe("restoring", () => {
  test("an old revision comes back as a new one; name and default mark stay", async () => {
    const first = await copy("Restored");
    await updateSoftkeyTemplate(context, "Restored", {
      version: 1,
      name: "Restored later",
      description: "changed",
      callStates: { "On Hook": ["NewCall"] },
    });
    const after = await restoreSoftkeyTemplate(context, "Restored later", 1);
    const { description, callStates } = first;
    expect(after).toMatchObject({ name: "Restored later", description, version: 3, callStates });
    expect((await refusalFrom(restoreSoftkeyTemplate(context, "Restored later", 99))).code).toBe("notFound");
    expect((await refusalFrom(restoreSoftkeyTemplate(context, "Restored later", 2, 2))).code).toBe("stale");
    const [last] = (await listSoftkeyTemplateRevisions(context, "Restored later", { limit: 1 })).items;
    expect(last).toMatchObject({ number: 3, action: "restored", restored: 1, reason: "" });
    const { content } = await getSoftkeyTemplateRevision(context, "Restored later", 1);
    expect(content).toMatchObject({ name: "Restored", description, callStates });
  });
});

describe("finding", () => {
  test("[SK-03] every operator finds on every text field, ignoring case and taking % and _ literally", async () => {
    await createSoftkeyTemplate(context, {
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
        paged.push(...page.items.map(({ name }) => name));
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
    const reader = inRole(context, "readOnly");
    expect((await listTemplates(reader, { ...allTemplates, where: [] })).total).toBeGreaterThan(9);
    const attempts = [
      createSoftkeyTemplate(reader, { name: "x", copyOf: "Standard User" }),
      updateSoftkeyTemplate(reader, "Standard User", { version: 1 }),
      removeSoftkeyTemplate(reader, "Standard User"),
      restoreSoftkeyTemplate(reader, "Standard User", 1),
    ];
    for (const attempt of attempts) expect((await refusalFrom(attempt)).code).toBe("forbidden");
  });
});
