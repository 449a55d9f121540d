import { expect } from "@playwright/test";
import { choose } from "./actions/console";
import { uniqueNumber } from "./actions/objects";
import { createPhone, uniqueDevice } from "./actions/phone";
import { test } from "./fixtures/test";

const words = {
  en: {
    page: "Changes",
    field: "Field",
    object: "Object",
    find: "Find",
    all: "All changes of it",
    deleted: "Deleted",
  },
  ko: {
    page: "변경 사항",
    field: "필드",
    object: "개체",
    find: "찾기",
    all: "이 개체의 모든 변경",
    deleted: "삭제됨",
  },
} as const;

for (const language of ["en", "ko"] as const) {
  const say = words[language];
  test(`[CL-01] who changed what, when and why is on one page, and what happened to a deleted phone is found there (${language})`, async ({
    page,
    api,
    uniqueName,
    prefer,
  }) => {
    await prefer({ language });
    const name = uniqueDevice(uniqueName);
    const number = uniqueNumber();
    await createPhone(api, { name, lines: [{ index: 1, directoryNumber: number }], reason: "new desk" });
    await api.request.patch(`/api/v1/phones/${name}`, { data: { version: 1, description: "Lobby" } });
    await api.request.delete(`/api/v1/phones/${name}?reason=moved%20out`);

    await page.goto("/");
    await page.getByRole("link", { name: say.page, exact: true }).first().click();
    await expect(page).toHaveURL(/\/serviceability\/changes$/);
    await page.getByRole("textbox").first().fill(name);
    await page.getByRole("button", { name: say.find, exact: true }).click();
    await expect(page.getByRole("row", { name })).toHaveCount(3);
    await expect(page.getByRole("row", { name }).filter({ hasText: "moved out" })).toBeVisible();

    await page.getByRole("row", { name }).filter({ hasText: "new desk" }).getByRole("link").first().click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
    await expect(page.getByRole("row", { name: number }).first()).toBeVisible();

    // The object is gone; what happened to it is not.
    await page.getByRole("row", { name }).getByRole("link", { name: say.all }).last().click();
    await expect(page.getByRole("row", { name })).toHaveCount(3);
    await page.getByRole("row", { name }).filter({ hasText: "moved out" }).getByRole("link").first().click();
    await expect(page.getByRole("row", { name }).getByText(say.deleted)).toBeVisible();
  });
}

for (const [language, say] of [
  ["en", { all: "All changes of it", asked: (name: string) => `Object: directory number ${name}` }],
  ["ko", { all: "이 개체의 모든 변경", asked: (name: string) => `개체: 디렉터리 번호 ${name}` }],
] as const) {
  test(`[CL-01] all changes of a number are those of that number, not of a partition or a namesake in another one (${language})`, async ({
    page,
    api,
    uniqueName,
    prefer,
  }) => {
    await prefer({ language });
    const pattern = uniqueNumber();
    const here = uniqueName("Here");
    for (const name of [here, pattern]) await api.request.post("/api/v1/partitions", { data: { name } });
    for (const partition of [here, pattern])
      await api.request.post("/api/v1/directory-numbers", { data: { pattern, partition } });
    await api.request.delete(`/api/v1/directory-numbers/${pattern}?partition=${pattern}`);

    await page.goto(`/serviceability/changes?where=objectName:isExactly:${pattern}`);
    await expect(page.getByRole("row", { name: pattern })).toHaveCount(4);
    await page.getByRole("row", { name: pattern }).first().getByRole("link").first().click();
    await page.getByRole("link", { name: say.all }).click();
    await expect(page.getByText(say.asked(`${pattern} (${pattern})`), { exact: true })).toBeVisible();
    await expect(page.getByRole("row", { name: pattern })).toHaveCount(2);
  });
}

test("[CL-01] changes are found by what made them", async ({ page, api, uniqueName }) => {
  const name = uniqueDevice(uniqueName);
  await createPhone(api, { name });
  const data = { names: [{ name }], fields: { description: "by a job" }, dryRun: false, reason: name };
  const { jobId } = await (await api.request.post("/api/v1/bulk/phones/update", { data })).json();
  await expect
    .poll(async () => (await (await api.request.get(`/api/v1/jobs/${jobId}`)).json()).state)
    .toBe("done");
  await page.goto("/serviceability/changes");
  await choose(page, "Field", "Made by");
  await choose(page, "Value for Made by", "Bulk job");
  await page.getByRole("button", { name: "Find", exact: true }).click();
  await expect(page).toHaveURL(/kind:isExactly:bulk/);
  await page.getByRole("row", { name }).getByRole("link").first().click();
  await expect(page.getByText("Description changed from (empty) to by a job")).toBeVisible();
});

const undoWords = {
  en: {
    undo: "Undo",
    now: "Undo Now",
    back: /2 objects get their former values/,
    stays: /Of 1 object something stays/,
    partial: "Partly done",
  },
  ko: {
    undo: "실행 취소",
    now: "지금 실행 취소",
    back: /2개가 이전 값으로/,
    stays: /1개에 그대로 두는/,
    partial: "일부 완료",
  },
} as const;

for (const language of ["en", "ko"] as const) {
  const say = undoWords[language];
  test(`[CL-02] a job over phones is taken back with four clicks, and the phone that somebody changed since stays (${language})`, async ({
    page,
    api,
    uniqueName,
    prefer,
  }) => {
    await prefer({ language });
    const phones = [1, 2, 3].map(() => uniqueDevice(uniqueName));
    for (const name of phones) await createPhone(api, { name, description: "Lobby" });
    const data = { names: phones.map((name) => ({ name })), fields: { description: "Hall" }, dryRun: false };
    const { jobId } = await (await api.request.post("/api/v1/bulk/phones/update", { data })).json();
    const stateOf = async () => (await (await api.request.get(`/api/v1/jobs/${jobId}`)).json()).state;
    await expect.poll(stateOf).toBe("done");
    const [changed = "", ...others] = phones;
    const address = `/api/v1/phones/${changed}`;
    const { version } = await (await api.request.get(address)).json();
    await api.request.patch(address, { data: { version, description: "Roof" } });

    await page.goto("/serviceability/changes?where=kind:isExactly:bulk");
    await page
      .getByRole("row", { name: others.at(-1) ?? "" })
      .getByRole("link")
      .first()
      .click();
    await page.getByRole("button", { name: say.undo, exact: true }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByText(say.back)).toBeVisible();
    await expect(dialog.getByText(say.stays)).toBeVisible();
    await expect(dialog.getByText(changed)).toBeVisible();
    await expect(dialog.getByText(/Lobby.*Roof/)).toBeVisible();
    await dialog.getByRole("button", { name: say.now }).click();

    await expect(page).toHaveURL(/job-scheduler\//);
    await expect(page.getByRole("main").getByText(say.partial, { exact: true }).first()).toBeVisible();
    const descriptions = await Promise.all(
      phones.map(
        async (name) => (await (await api.request.get(`/api/v1/phones/${name}`)).json()).description,
      ),
    );
    expect(descriptions).toEqual(["Roof", "Lobby", "Lobby"]);
  });
}

test("[CL-02] a deleted phone comes back, and the undo of that takes it away again", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueDevice(uniqueName);
  await createPhone(api, { name, description: "Lobby" });
  await api.request.delete(`/api/v1/phones/${name}`);
  const undoNewest = async () => {
    await page.goto(`/serviceability/changes?where=objectName:isExactly:${name}`);
    await page.getByRole("row", { name }).first().getByRole("link").first().click();
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Undo Now" }).click();
    await expect(page).toHaveURL(/job-scheduler\//);
    await expect(page.getByRole("main").getByText("Done", { exact: true }).first()).toBeVisible();
  };
  await undoNewest();
  expect(await (await api.request.get(`/api/v1/phones/${name}`)).json()).toMatchObject({
    description: "Lobby",
  });
  await undoNewest();
  expect((await api.request.get(`/api/v1/phones/${name}`)).status()).toBe(404);
});
