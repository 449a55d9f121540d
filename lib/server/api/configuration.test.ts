import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ServiceContext } from "@/lib/server/context";
import { expectRefusal } from "@/lib/server/testing/expect-refusal";
import { type CallApi, testApi } from "@/lib/server/testing/test-api";
import { testContext } from "@/lib/server/testing/test-context";

let context: ServiceContext;
let call: CallApi;
beforeAll(async () => {
  context = await testContext();
  call = await testApi(context);
  await call("POST", "/trunks", { name: "For patterns", type: "sip" });
});
afterAll(() => context.database.close());

const line = { index: 1, directoryNumber: "2001" };

/** Every resource with an object to make, a change of it, and where it is then. */
const resources = [
  {
    path: "/phone-button-templates",
    body: { name: "Buttons", copyOf: "Standard 8841 SIP" },
    change: { description: "changed" },
    item: "/Buttons",
    fields:
      "buttons copyOf description inheritedByCount isStandard model name protocol updatedAt updatedBy usedByCount version warnings",
  },
  {
    path: "/common-device-configurations",
    body: { name: "Common" },
    change: { softkeyTemplate: "Standard User" },
    item: "/Common",
    fields: null,
  },
  {
    path: "/phones",
    body: { name: "SEP001122334455", model: "Cisco 8841", lines: [line] },
    change: { dnd: { status: true } },
    item: "/sep001122334455",
    fields:
      "callingSearchSpace commonDeviceConfiguration description devicePool dnd expansionModules extensionMobility inheritedByCount " +
      "lines model name networkLocale owner phoneButtonTemplate protocol registration softkeyTemplate speedDials updatedAt " +
      "updatedBy usedByCount userLocale version warnings",
  },
  {
    path: "/directory-numbers",
    body: { pattern: "*205#" },
    change: { forward: { noAnswer: { voiceMail: true } } },
    item: "/*205%23",
    fields:
      "alertingName busyTrigger callingSearchSpace description forward inheritedByCount maxCalls noAnswerSeconds partition pattern " +
      "updatedAt updatedBy usedByCount version warnings",
  },
  {
    path: "/cti-route-points",
    body: { name: "Point", directoryNumber: "2900" },
    change: { forwardTo: "2001" },
    item: "/Point",
    fields: null,
  },
  {
    path: "/trunks",
    body: { name: "T", type: "priQsig" },
    change: { throughCube: true },
    item: "/T",
    fields: null,
  },
  {
    path: "/route-patterns",
    body: { pattern: "+82XX!", trunk: "For patterns" },
    change: { description: "changed" },
    item: "/%2B82XX!?partition=",
    fields: null,
  },
  {
    path: "/remote-clusters",
    body: { name: "Remote" },
    change: { directoryNumbers: [{ pattern: "5001", name: "Lab" }] },
    item: "/Remote",
    fields: null,
  },
  {
    path: "/device-profiles",
    body: { name: "Profile", userId: "kim" },
    change: { lines: [line] },
    item: "/Profile",
    fields: null,
  },
  {
    path: "/partitions",
    body: { name: "P / 1" },
    change: { description: "x" },
    item: "/P%20%2F%201",
    fields: null,
  },
  {
    path: "/calling-search-spaces",
    body: { name: "Space" },
    change: { description: "x" },
    item: "/Space",
    fields: null,
  },
  {
    path: "/device-pools",
    body: { name: "Pool" },
    change: { description: "x" },
    item: "/Pool",
    fields: null,
  },
  {
    path: "/locales",
    body: { name: "German Germany", kind: "user" },
    change: { isInstalled: true },
    item: "/German%20Germany",
    fields: "inheritedByCount isInstalled kind name updatedAt updatedBy usedByCount version warnings",
  },
] as const;

/** The address of something below an object, whose address may have a query. */
function below(path: string, item: string, more: string): string {
  const [segment = "", query] = item.split("?");
  return `${path}${segment}${more}${query === undefined ? "" : `?${query}`}`;
}

const asking = (address: string, query: string) => `${address}${address.includes("?") ? "&" : "?"}${query}`;

describe.each(resources)("$path", ({ path, body, change, item, fields }) => {
  test("has the ten routes of every resource", async () => {
    const created = await call("POST", path, body);
    expect(created.status, JSON.stringify(created.body)).toBe(201);
    expect(created.body).toMatchObject({ ...body, version: 1 });
    if (fields) expect(Object.keys(created.body).sort().join(" ")).toBe(fields);
    expect((await call("GET", `${path}${item}`)).body).toEqual(created.body);

    const changed = await call("PATCH", `${path}${item}`, { version: 1, ...change });
    expect(changed.status, JSON.stringify(changed.body)).toBe(200);
    expect(changed.body).toMatchObject({ ...change, version: 2 });
    const again = await call("PATCH", `${path}${item}`, changed.body);
    expect({ status: again.status, body: again.body }).toEqual({ status: 200, body: changed.body });

    const { body: revisions } = await call("GET", below(path, item, "/revisions"));
    expect(revisions.items).toMatchObject([
      { number: 2, action: "updated", by: "admin", changes: [{}] },
      { number: 1, action: "created" },
    ]);
    const newest = await call("GET", asking(below(path, item, "/revisions"), "limit=1"));
    expect(newest.body).toEqual({ items: [(revisions.items as unknown[])[0]], nextCursor: "2" });
    const older = await call("GET", asking(below(path, item, "/revisions"), "cursor=2"));
    expect(older.body).toEqual({ items: [(revisions.items as unknown[])[1]], nextCursor: null });
    const first = await call("GET", below(path, item, "/revisions/1"));
    expect(first.body).toMatchObject({ number: 1, action: "created", restored: null, content: body });

    const restore = below(path, item, "/revisions/1/restore");
    const stale = await call("POST", asking(restore, "version=1"));
    expect(stale.body).toMatchObject({ status: 409, code: "stale", data: { current: changed.body } });
    const restored = await call("POST", asking(restore, "version=2"));
    expect(restored.body).toMatchObject({ version: 3 });
    const [last] = (await call("GET", below(path, item, "/revisions"))).body.items as unknown[];
    expect(last).toMatchObject({ number: 3, action: "restored", restored: 1, reason: "" });

    expect((await call("GET", below(path, item, "/dependencies"))).body).toEqual({
      items: [],
      total: 0,
      counts: [],
      inheritedBy: { items: [], total: 0 },
    });
    const nowhere = await call("POST", below(path, item, "/reassign"), { to: "Nobody" });
    expect(nowhere.body).toMatchObject({ status: 422, data: { problems: [{ path: ["to"] }] } });
    const list = await call("GET", `${path}?sort=-updatedAt&limit=1`);
    const { warnings: _, ...listed } = restored.body;
    expect(list.body).toMatchObject({ items: [listed], nextCursor: list.body.nextCursor });
    expect((await call("DELETE", `${path}${item}`)).status).toBe(204);
    expect((await call("GET", `${path}${item}`)).status).toBe(404);
  });

  test("refuses what it does not know with 422, 404 or 409 and stores nothing", async () => {
    const { database } = context;
    const refuse = (attack: object) => expectRefusal(call, database, attack as never);
    const bad = { status: 422, code: "validationFailed" };
    await refuse({
      method: "POST",
      path,
      body: { ...body, nonsense: 1 },
      ...bad,
      problems: ["unknownField"],
    });
    await refuse({ method: "POST", path, body: { ...body, description: 7, isInstalled: 7 }, ...bad });
    await refuse({ method: "POST", path, body: {}, ...bad });
    await refuse({ method: "GET", path: `${path}?where=nonsense:isExactly:1`, ...bad });
    await refuse({ method: "GET", path: `${path}?sort=nonsense`, ...bad });
    await refuse({ method: "GET", path: `${path}/no%20such`, status: 404, code: "notFound" });
    await refuse({
      method: "PATCH",
      path: `${path}/no%20such`,
      body: { version: 1 },
      status: 404,
      code: "notFound",
    });
    await call("POST", path, body);
    await refuse({ method: "POST", path, body, status: 409, code: "nameTaken", problems: ["nameTaken"] });
    await refuse({
      method: "PATCH",
      path: `${path}${item}`,
      body: { ...change, version: 7 },
      status: 409,
      code: "stale",
    });
    await refuse({
      method: "PATCH",
      path: `${path}${item}`,
      body: { version: 1, reason: "x".repeat(201) },
      ...bad,
      problems: ["tooLong"],
    });
  });
});

test("service parameters are read and changed, never added or deleted", async () => {
  const path = "/service-parameters/Callback%20Guard%20Time";
  expect((await call("GET", path)).body).toMatchObject({
    name: "Callback Guard Time",
    value: 0,
    default: 0,
    unit: "seconds",
    minimum: 0,
    maximum: 15,
  });
  expect((await call("PATCH", path, { version: 1, value: 5 })).body).toMatchObject({ value: 5, version: 2 });
  const { database } = context;
  await expectRefusal(call, database, {
    method: "DELETE",
    path,
    status: 409,
    code: "standardReadOnly",
    problems: ["builtIn"],
  });
});

test("[PH-04] the effective configuration of a phone tells each value with its source", async () => {
  await call("POST", "/phones", { name: "SEP0000000000AA", model: "Cisco 8841", lines: [line] });
  const { status, body } = await call("GET", "/phones/SEP0000000000AA/effective-configuration");
  expect(status, JSON.stringify(body)).toBe(200);
  expect(body).toMatchObject({
    phone: "SEP0000000000AA",
    running: null,
    differs: false,
    saved: {
      softkeyTemplate: { value: "Standard User", source: "default" },
      userLocale: { value: "English United States", source: "default" },
      lines: { source: "phone", value: [{ directoryNumber: "2001" }] },
    },
  });
});

test("[CL-01] changes are found by the kind of what they changed", async () => {
  for (const kind of ["phone", "directoryNumber", "trunk", "locale"]) {
    const { body } = await call("GET", `/changes?limit=250&where=objectKind:isExactly:${kind}`);
    expect(body.total, kind).toBeGreaterThan(0);
  }
});
