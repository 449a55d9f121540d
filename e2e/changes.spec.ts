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
    await expect(page.getByRole("row", { name: "moved out" })).toBeVisible();

    await page.getByRole("row", { name: "new desk" }).getByRole("link").first().click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
    await expect(page.getByRole("row", { name: number }).first()).toBeVisible();

    // The object is gone; what happened to it is not.
    await page.getByRole("row", { name }).getByRole("link", { name: say.all }).last().click();
    await expect(page.getByRole("row", { name })).toHaveCount(3);
    await page.getByRole("row", { name: "moved out" }).getByRole("link").first().click();
    await expect(page.getByRole("row", { name }).getByText(say.deleted)).toBeVisible();
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
  await choose(page, "Text", "Bulk job");
  await page.getByRole("button", { name: "Find", exact: true }).click();
  await expect(page).toHaveURL(/kind%3AisExactly%3Abulk/);
  await page.getByRole("row", { name }).getByRole("link").first().click();
  await expect(page.getByText("Description changed from (empty) to by a job")).toBeVisible();
});
