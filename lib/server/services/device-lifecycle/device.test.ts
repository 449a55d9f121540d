import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CallApi } from "@/lib/server/testing/test-api";
import { testApi } from "@/lib/server/testing/test-api";
import { testContext } from "@/lib/server/testing/test-context";
import { manualRuntime } from "@/lib/server/testing/test-runtime";
import { readSoftkeyFile } from "@/lib/unified-cm/softkey-file";

let call: CallApi;
let close: () => Promise<void>;
beforeAll(async () => {
  const first = await testContext();
  const { context, runtime } = manualRuntime(first);
  call = await testApi(context, runtime);
  close = () => context.database.close();
  expect((await post("/phones", phone("SEP000000000001"))).status).toBe(201);
  expect((await post("/phones", phone("SEP000000000002"))).status).toBe(201);
  await post("/softkey-templates", { name: "Reception", copyOf: "Standard User" });
  await patch("/phones/SEP000000000001", { softkeyTemplate: "Reception" });
});
afterAll(() => close());

const phone = (name: string) => ({
  name,
  model: "Cisco 8841",
  lines: [{ index: 1, directoryNumber: `2${name.slice(-3)}` }],
});
const get = async (path: string) => (await call("GET", path)).body;
const post = (path: string, body: object = {}) => call("POST", path, body);
const advance = async (seconds: number) => {
  const { status, body } = await post("/simulation/clock/advance", { seconds });
  expect(status).toBe(200);
  return body;
};
async function patch(path: string, change: object) {
  const { version } = await get(path);
  const answer = await call("PATCH", path, { version, ...change });
  expect(answer.status).toBe(200);
  return answer.body;
}
/** Starts an action and lets everything happen that follows from it. */
async function act(path: string, body: object = {}) {
  const { status, body: answer } = await post(path, body);
  expect([status, answer]).toEqual([202, { jobId: expect.any(String) }]);
  return String(answer.jobId);
}
async function finished(path: string, seconds = 6, body: object = {}) {
  const id = await act(path, body);
  await advance(seconds);
  return { ...(await get(`/jobs/${id}`)), id, items: (await get(`/jobs/${id}/items`)).items as object[] };
}
const one = "/phones/SEP000000000001";
const keysOf = async (path: string) => (await get(`${path}/display`)).softkeys as string[];
const pending = async () => (await get("/phones/pending-apply")) as { items: object[]; total: number };

describe("a phone on the clock", () => {
  test("registers by itself, is unplugged at once, and comes back a second after it is plugged in", async () => {
    expect(await get(one)).toMatchObject({ registration: "neverRegistered" });
    expect(await get(`${one}/display`)).toMatchObject({ softkeys: [], registration: "neverRegistered" });
    await advance(1);
    expect(await get(one)).toMatchObject({ registration: "registered" });
    expect(await get(`${one}/display`)).toMatchObject({
      ...{ phone: "SEP000000000001", hook: "on", callState: "On Hook", tone: "none", prompt: "" },
      ...{ screen: null, calls: [] },
      softkeys: expect.arrayContaining(["Redial", "NewCall"]),
      buttons: expect.arrayContaining([{ position: 1, feature: "Line", label: "2001", lamp: "off" }]),
    });
    const unplugged = await post(`${one}/actions`, { action: "unplug" });
    expect([unplugged.status, unplugged.body.registration]).toEqual([200, "unregistered"]);
    expect((await post(`${one}/actions`, { action: "unplug" })).body.registration).toBe("unregistered");
    expect((await post(`${one}/actions`, { action: "plugIn" })).status).toBe(200);
    await advance(0.5);
    expect((await get(one)).registration).toBe("registering");
    await advance(0.5);
    expect((await get(one)).registration).toBe("registered");
  });
});

describe("Apply Config of a softkey template [SK-10]", () => {
  test("lets the phones that use it run what is saved, and touches no other", async () => {
    const before = await keysOf(one);
    const onHook = [...before.filter((key) => key !== "CallBack"), "CallBack"];
    await patch("/softkey-templates/Reception", { callStates: { "On Hook": onHook } });
    expect(await keysOf(one)).toEqual(before);
    expect(await pending()).toMatchObject({
      ...{ total: 1, isExact: true, nextCursor: null },
      items: [{ phone: "SEP000000000001", impact: "restart", changes: [{ part: "softkeyTemplate" }] }],
    });
    expect(await get(`${one}/effective-configuration`)).toMatchObject({ differs: true });
    expect(await get("/softkey-templates/Reception/apply-config/preview")).toMatchObject({
      total: 1,
      models: [{ model: "Cisco 8841", devicePool: "Default", count: 1 }],
      groups: [{ impact: "restart", forecast: "now", count: 1, phones: ["SEP000000000001"] }],
    });
    const job = await finished("/softkey-templates/Reception/apply-config");
    expect(job).toMatchObject({
      ...{ state: "done", total: 1, done: 1, waiting: 0, failed: 0, outcomes: { restarted: 1 } },
      of: { kind: "softkeyTemplate", name: "Reception" },
      items: [{ phone: "SEP000000000001", state: "done", cucmResult: 3, phoneResult: 3, reason: 1 }],
    });
    expect(await keysOf(one)).toEqual(onHook);
    expect(await pending()).toMatchObject({ total: 0, items: [] });
    expect(await get(`${one}/effective-configuration`)).toMatchObject({ differs: false });
  });

  test("a rename or a description reaches no phone", async () => {
    await patch("/softkey-templates/Reception", { name: "Front desk", description: "At the door" });
    expect(await pending()).toMatchObject({ total: 0, items: [] });
    const job = await finished("/softkey-templates/Front%20desk/apply-config");
    expect(job).toMatchObject({ state: "done", outcomes: { unchanged: 1 }, items: [{ cucmResult: 1 }] });
  });

  test("a renamed device pool or partition is the same to the phone", async () => {
    await post("/device-pools", { name: "Seoul" });
    await post("/partitions", { name: "Inside" });
    const lines = [{ index: 1, directoryNumber: "2001", partition: "Inside" }];
    await patch(one, { devicePool: "Seoul", lines });
    await finished(`${one}/apply-config`);
    await patch("/device-pools/Seoul", { name: "Busan" });
    await patch("/partitions/Inside", { name: "Within" });
    await patch(one, { description: "At the door" });
    expect(await pending()).toMatchObject({
      total: 1,
      items: [{ impact: "dynamic", changes: [{ change: { field: "description" } }] }],
    });
    const job = await finished(`${one}/apply-config`, 0);
    expect(job).toMatchObject({
      state: "done",
      outcomes: { applied: 1 },
      items: [{ cucmResult: 2, phoneResult: 1 }],
    });
    expect(await pending()).toMatchObject({ total: 0 });
  });
});

describe("Reset and Restart [PH-02, PH-03]", () => {
  test("take 5 s and 1 s, and the phone runs what is saved afterwards", async () => {
    const reset = await act(`${one}/reset`);
    await advance(4.9);
    expect((await get(one)).registration).not.toBe("registered");
    expect(await get(`/jobs/${reset}`)).toMatchObject({ state: "running", waiting: 1 });
    await advance(0.1);
    expect((await get(one)).registration).toBe("registered");
    expect(await get(`/jobs/${reset}`)).toMatchObject({ state: "done", outcomes: { reset: 1 } });
    expect(await finished(`${one}/restart`, 1)).toMatchObject({
      ...{ state: "done", outcomes: { restarted: 1 } },
      of: { kind: "phone", name: "SEP000000000001" },
      items: [{ cucmResult: 0, phoneResult: 3 }],
    });
  });

  test("are refused to a phone that is not registered; in a selection its item fails and can be retried", async () => {
    await post(`${one}/actions`, { action: "unplug" });
    expect(await post(`${one}/reset`)).toMatchObject({ status: 409, body: { code: "phoneNotRegistered" } });
    expect(await get(`${one}/restart/preview`)).toMatchObject({ groups: [{ forecast: "refused" }] });
    const job = await finished("/phones/actions", 6, { action: "restart", where: ["name:beginsWith:SEP"] });
    expect(job).toMatchObject({
      ...{ state: "partial", total: 2, done: 1, failed: 1, canRetry: true },
      items: [
        { phone: "SEP000000000001", state: "failed", problems: [{ code: "phoneNotRegistered" }] },
        { phone: "SEP000000000002", state: "done" },
      ],
    });
    await post(`${one}/actions`, { action: "plugIn" });
    await advance(1);
    expect(await finished(`/jobs/${job.id}/retry`)).toMatchObject({ state: "done", total: 1 });
  });

  test("each object has its own verbs", async () => {
    const none = ["/softkey-templates/Front%20desk/reset", "/phone-button-templates/x/reset"];
    for (const path of none) expect((await post(path)).status).toBe(404);
    expect((await post("/common-device-configurations/none/restart")).status).toBe(404);
    expect((await post("/phones/SEP0000000000FF/restart")).status).toBe(404);
    await post("/common-device-configurations", { name: "Seoul" });
    expect(await finished("/common-device-configurations/Seoul/reset")).toMatchObject({
      ...{ state: "done", total: 0 },
    });
    expect(await finished("/phone-button-templates/Standard%208841%20SIP/restart")).toMatchObject({
      ...{ state: "done", total: 2, done: 2 },
    });
  });
});

describe("what phones download and tell", () => {
  test("the configuration file has the same bytes until something changes, and its stamp as ETag", async () => {
    const read = async (query = "") => {
      const { status, headers, body } = await call("GET", `${one}/configuration-file${query}`);
      return {
        status,
        etag: headers.get("etag"),
        type: headers.get("content-type"),
        text: String(body.text),
      };
    };
    const before = await read();
    expect(before).toMatchObject({ status: 200, type: "application/xml; charset=utf-8" });
    expect(before.text).toContain("<name>2001</name>");
    const seconds = Number(/<versionStamp>(\d+)-[-0-9a-f]{36}</.exec(before.text)?.[1]);
    const { updatedAt } = (await get(one)) as { updatedAt: string };
    expect(seconds).toBeGreaterThanOrEqual(Math.floor(Date.parse(updatedAt) / 1_000));
    expect(before.etag).toBe(`"${/<versionStamp>(.*?)</.exec(before.text)?.[1]}"`);
    expect(await read()).toEqual(before);
    const known = { "If-None-Match": `"other", W/${before.etag}` };
    const same = await call("GET", `${one}/configuration-file`, undefined, known);
    expect([same.status, same.body, same.headers.get("etag")]).toEqual([304, {}, before.etag]);
    await patch(one, { lines: [{ index: 1, directoryNumber: "2002" }] });
    expect((await read()).etag).not.toBe(before.etag);
    expect((await call("GET", `${one}/configuration-file`, undefined, known)).status).toBe(200);
    expect((await read("?file=softkeys")).text).toContain('<softKeySet id="On Hook">');
    const lines = [{ index: 1, directoryNumber: "2077" }];
    await patch(one, { lines });
    const alone = await read();
    expect(alone.text).toContain("<sharedLine>false</sharedLine>");
    await post("/phones", { name: "SEP0000000000F1", model: "Cisco 8841", lines });
    const shared = await read();
    expect(shared.text).toContain("<sharedLine>true</sharedLine>");
    expect(shared.etag).not.toBe(alone.etag);
    await call("DELETE", "/phones/SEP0000000000F1");
    expect(await read()).toEqual(alone);
  });

  test("the softkey file of a template is the one that its phones download, and is read again as the template is", async () => {
    const made = {
      name: "Files",
      copyOf: "Standard User",
      callStates: { "On Hook": ["NewCall", "CallBack"] },
    };
    await post("/softkey-templates", made);
    const phone = "/phones/SEP000000000002";
    await patch(phone, { softkeyTemplate: "Files" });
    const file = await call("GET", "/softkey-templates/files/softkey-file");
    const ofPhone = await call("GET", `${phone}/configuration-file?file=softkeys`);
    expect([file.status, file.headers.get("content-type")]).toEqual([200, "application/xml; charset=utf-8"]);
    expect(file.body).toEqual(ofPhone.body);
    expect(file.headers.get("etag")).toBe(ofPhone.headers.get("etag"));
    const { callStates } = await get("/softkey-templates/Files");
    expect(readSoftkeyFile(String(file.body.text))).toEqual({ layout: callStates, problems: [] });
    expect((await call("GET", "/softkey-templates/Nobody/softkey-file")).status).toBe(404);
  });

  test("the event log names what happened, newest first", async () => {
    await finished(`${one}/apply-config`);
    const { items } = (await get("/alarms?where=phone:isExactly:SEP000000000001&limit=4")) as {
      items: { name: string }[];
    };
    expect(items.map(({ name }) => name)).toEqual([
      "EndPointRegistered",
      "EndPointUnregistered",
      "DeviceApplyConfigResult",
      "DeviceApplyConfigInitiated",
    ]);
  });

  test("the event log tells how many files Apply Config built", async () => {
    await finished(`${one}/apply-config`);
    expect(await get("/alarms?where=name:isExactly:BuildStat&limit=1")).toMatchObject({
      items: [{ phone: null, facility: "UC_TFTP", parameters: { DeviceCount: 1, SoftkeyCount: 1 } }],
    });
  });

  test("a deleted phone ends its actions and leaves its alarm", async () => {
    const two = "/phones/SEP000000000002";
    const job = await act(`${two}/reset`);
    await advance(1);
    expect((await call("DELETE", two)).status).toBe(204);
    await advance(6);
    expect(await get(`/jobs/${job}`)).toMatchObject({ state: "failed", failed: 1 });
    expect(await get("/alarms?where=phone:isExactly:SEP000000000002")).toMatchObject({
      total: expect.any(Number),
    });
  });
});
