import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ServiceContext } from "@/lib/server/context";
import { startDelete } from "@/lib/server/services/bulk/start-delete";
import { startUpdate } from "@/lib/server/services/bulk/start-update";
import { definitions } from "@/lib/server/services/configuration/definitions";
import { bulkOf } from "@/lib/server/testing/bulk";
import { objectsOf } from "@/lib/server/testing/configuration";
import { refusalFrom, testContext } from "@/lib/server/testing/test-context";

let context: ServiceContext;
beforeAll(async () => {
  context = await testContext();
});
afterAll(() => context.database.close());

const ask = () => context;
const bulk = bulkOf("softkeyTemplate", ask);
const templates = objectsOf("softkeyTemplate", ask);
const definition = definitions.softkeyTemplate;

const file = (...rows: string[]) => rows.join("\r\n");
const marked = () => templates.find("isDefault:isExactly:true");
const markOf = async (name: string) => (await templates.get(name)).isDefault;

describe("importing softkey templates", () => {
  test("a row of a new name copies Standard User, with the softkeys that the row gives in place of its own", async () => {
    const job = await bulk.import(
      file("name,callStates.On Hook,callStates.Ring Out", "Lobby,Redial NewCall CallBack,EndCall CallBack"),
    );
    expect(job).toMatchObject({ state: "done", outcomes: { created: 1 } });
    const standard = await templates.get("Standard User");
    expect(await templates.get("Lobby")).toMatchObject({
      ...{ copyOf: "Standard User", isDefault: false, isStandard: false, version: 1 },
      description: standard.description,
      callStates: {
        ...(standard.callStates as object),
        "On Hook": ["Redial", "NewCall", "CallBack"],
        "Ring Out": ["EndCall", "CallBack"],
      },
    });
    expect((await templates.revisions("Lobby")).items).toMatchObject([
      { action: "created", reason: "in bulk" },
    ]);
  });

  test("a row of a template that there is changes its call states, and the history tells it key by key", async () => {
    await templates.create({ name: "Changed", copyOf: "Standard User" });
    const job = await bulk.import(file("name,callStates.On Hook", "Changed,Redial NewCall CFwdAll CallBack"));
    expect(job).toMatchObject({ state: "done", outcomes: { updated: 1 } });
    expect((await templates.revisions("Changed")).items[0]).toMatchObject({
      number: 2,
      changes: [{ kind: "softkeyAdded", callState: "On Hook", softkey: "CallBack", position: 3 }],
    });
  });

  test("rows against the rules are left out and told by their column; standard templates only take the mark", async () => {
    const job = await bulk.import(
      file(
        "name,description,callStates.On Hook",
        "No such key,,NewCall Recall",
        "No key at all,,",
        "Standard Feature,mine,",
      ),
    );
    expect(job).toMatchObject({ state: "failed", failed: 3 });
    expect(job.items.map(({ problems }) => problems.map(({ path, code }) => `${path} ${code}`))).toEqual([
      ["callStates.On Hook unknownSoftkey"],
      ["callStates.On Hook mandatorySoftkeyMissing"],
      ["callStates.On Hook mandatorySoftkeyMissing"],
    ]);
    const standard = await bulk.import(file("name,description", "Standard Feature,mine"));
    expect(standard.items).toMatchObject([
      { problems: [{ path: ["description"], code: "standardReadOnly" }] },
    ]);
  });

  test("[SK-04] a row with the mark takes it from the template that has it, with a revision of both", async () => {
    await templates.create({ name: "Had it", copyOf: "Standard User", isDefault: true });
    await bulk.import(file("name,isDefault", "Has it now,true"));
    expect(await marked()).toEqual(["Has it now"]);
    expect((await templates.revisions("Had it")).items[0]).toMatchObject({
      ...{ number: 2, action: "updated", reason: "in bulk" },
      changes: [{ kind: "defaultUnmarked" }],
    });
  });

  test("[SK-04] of several rows with the mark the last one has it in the end, whatever rows stand between", async () => {
    await templates.create({ name: "Before", copyOf: "Standard User", isDefault: true });
    const job = await bulk.import(
      file(
        "name,description,isDefault",
        "One,,yes",
        "Before,still there,true",
        "Two,,no",
        "Three,,yes",
        "Four,,",
      ),
    );
    expect(job).toMatchObject({ state: "done", failed: 0, done: 5 });
    expect(await marked()).toEqual(["Three"]);
    expect(await markOf("Before")).toBe(false);
    expect(await templates.get("Before")).toMatchObject({ description: "still there" });
    const { items } = await templates.revisions("Before");
    const versions = items.map(({ number }) => number);
    expect(versions).toEqual([...new Set(versions)]);
    expect((await templates.get("Before")).version).toBe(versions[0]);
  });

  test("[SK-04] one file can take the mark from one template and give it to another", async () => {
    await templates.create({ name: "Giver", copyOf: "Standard User", isDefault: true });
    await templates.create({ name: "Taker", copyOf: "Standard User" });
    for (const rows of [
      ["Giver,false", "Taker,true"],
      ["Taker,false", "Giver,true"],
    ]) {
      const job = await bulk.import(file("name,isDefault", ...rows));
      expect(job).toMatchObject({ state: "done", outcomes: { updated: 2 } });
    }
    expect(await marked()).toEqual(["Giver"]);
    expect((await templates.get("Giver")).version).toBe(3);
    expect((await templates.get("Taker")).version).toBe(3);
  });
});

describe("changing and deleting many softkey templates", () => {
  test("[SK-09] a call state is given to all that match, the others keep theirs; standard ones are told", async () => {
    for (const name of ["Many 1", "Many 2"]) await templates.create({ name, copyOf: "Standard User" });
    const before = await templates.get("Many 1");
    const fields = { callStates: { "Ring Out": ["EndCall", "CallBack"] } };
    const names = ["Many 1", "Many 2", "Standard Feature"].map((name) => ({ name }));
    const { jobId } = await startUpdate(context, definition, { names, fields, dryRun: false });
    const job = await bulk.finished(jobId);
    expect(job).toMatchObject({ state: "partial", done: 2, failed: 1, outcomes: { updated: 2 } });
    expect(job.items.find(({ state }) => state === "failed")).toMatchObject({
      name: "Standard Feature",
      problems: [{ path: ["callStates"], code: "standardReadOnly" }],
    });
    expect(await templates.get("Many 1")).toMatchObject({
      version: 2,
      callStates: { ...(before.callStates as object), "Ring Out": ["EndCall", "CallBack"] },
    });
  });

  test.each([
    ["the default mark", { isDefault: true }, "fields.isDefault readOnlyField"],
    ["the name", { name: "All" }, "fields.name readOnlyField"],
    ["a call state that is none", { callStates: { Busy: [] } }, "fields.callStates.Busy unknownCallState"],
    [
      "softkeys that are not allowed there",
      { callStates: { Connected: ["EndCall", "CallBack"] } },
      "fields.callStates.Connected.1 softkeyNotAllowed",
    ],
  ])("%s cannot be given to many", async (_, fields, problem) => {
    const refusal = await refusalFrom(startUpdate(context, definition, { where: [], fields, dryRun: false }));
    const { problems } = refusal.data as { problems: { path: unknown[]; code: string }[] };
    expect(problems.map(({ path, code }) => `${path.join(".")} ${code}`)).toEqual([problem]);
  });

  test("[SK-05] standard, default and used templates stay and say why, the others go", async () => {
    for (const name of ["Gone 1", "Gone 2", "In use"])
      await templates.create({ name, copyOf: "Standard User" });
    await templates.create({ name: "Default", copyOf: "Standard User", isDefault: true });
    await objectsOf("commonDeviceConfiguration", ask).create({ name: "Site", softkeyTemplate: "In use" });
    const names = ["Gone 1", "Standard User", "In use", "Default", "Gone 2"].map((name) => ({ name }));
    const { jobId } = await startDelete(context, definition, { names });
    const job = await bulk.finished(jobId);
    expect(job).toMatchObject({ state: "partial", outcomes: { deleted: 2 }, failed: 3 });
    expect(
      job.items.map(({ name, problems }) => [name, ...problems.map(({ code }) => code)].join(" ")).sort(),
    ).toEqual([
      "Default isDefaultTemplate",
      "Gone 1",
      "Gone 2",
      "In use inUse",
      "Standard User standardReadOnly",
    ]);
    expect(await templates.find("name:beginsWith:gone")).toEqual([]);
  });
});
