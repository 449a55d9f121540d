import { expect } from "@playwright/test";
import {
  chooseFile,
  download,
  expectEnded,
  itemOf,
  lines,
  startJob,
  words,
} from "./actions/bulk-administration";
import { typeValue } from "./actions/bulk-update";
import { choose } from "./actions/console";
import { uniqueNumber } from "./actions/objects";
import { createPhone, uniqueDevice } from "./actions/phone";
import { test } from "./fixtures/test";

const header = "name,model,description,devicePool,lines.1.directoryNumber";

for (const language of ["en", "ko"] as const) {
  const say = words[language];
  test(`a file of phones is checked, imported and its bad row done again, in ${language}`, async ({
    page,
    api,
    uniqueName,
    prefer,
  }) => {
    await prefer({ language });
    const [good, bad] = [uniqueDevice(uniqueName), uniqueDevice(uniqueName)];
    const pool = uniqueName("Later");
    const number = uniqueNumber();
    await chooseFile(
      page,
      lines(header, `${good},Cisco 8841,'=1+1,Default,'+${number}`, `${bad},Cisco 8841,,${pool},${number}`),
    );
    await startJob(page, say.check);
    await expectEnded(page, say.partial);
    await expect(itemOf(page, bad)).toContainText(language === "en" ? "Device Pool: " : "디바이스 풀: ");
    expect((await api.request.get(`/api/v1/phones/${good}`)).status()).toBe(404);

    await startJob(page, say.importNow);
    await expectEnded(page, say.partial);
    const stored = await (await api.request.get(`/api/v1/phones/${good}`)).json();
    expect(stored).toMatchObject({ description: "=1+1", lines: [{ directoryNumber: `+${number}` }] });
    const failed = await download(page, say.failedRows);
    expect(failed.split("\r\n")).toEqual([
      `${header},error`,
      expect.stringContaining(`${bad},Cisco 8841,,${pool},${number},`),
      "",
    ]);

    await api.request.post("/api/v1/device-pools", { data: { name: pool } });
    await startJob(page, say.retry);
    await expectEnded(page, say.done);
    expect((await api.request.get(`/api/v1/phones/${bad}`)).status()).toBe(200);
  });
}

test("what Find and List shows is exported, and imported again unchanged", async ({
  page,
  api,
  uniqueName,
}) => {
  const description = uniqueName("Exported");
  for (const name of [uniqueDevice(uniqueName), uniqueDevice(uniqueName)]) {
    await createPhone(api, { name, description });
  }
  const where = encodeURIComponent(`description:isExactly:${description}`);
  await page.goto(`/device/phone?where=${where}`);
  const text = await download(page, words.en.export);
  expect(text.trim().split("\r\n")).toHaveLength(3);
  await chooseFile(page, text);
  await startJob(page, words.en.import);
  await expectEnded(page, words.en.done);
  await expect(page.getByText("Unchanged").first()).toBeVisible();
});

test("a file that is none is refused in words, and nothing is stored", async ({ page }) => {
  await chooseFile(page, lines("name,colour,name", "A,B,C"));
  await page.getByRole("button", { name: words.en.check, exact: true }).click();
  const refusal = page.getByRole("alert").filter({ hasText: "The file cannot be imported" });
  await expect(refusal).toContainText("Column 2, “colour”");
  await expect(refusal).toContainText("The column “name” is there twice");
});

test("chosen fields of all phones that match are changed, after a question that says how many", async ({
  page,
  api,
  uniqueName,
}) => {
  const description = uniqueName("Wing");
  const names = [uniqueDevice(uniqueName), uniqueDevice(uniqueName)];
  for (const name of names) await createPhone(api, { name, description });
  const where = encodeURIComponent(`description:isExactly:${description}`);
  await page.goto(`/bulk-administration/update?where=${where}`);
  await expect(page.getByText("2 objects match")).toBeVisible();
  await typeValue(page, "Owner User ID", "kim");
  await page.getByRole("button", { name: "Update", exact: true }).click();
  await expect(page.getByRole("alertdialog", { name: /^Change 2 objects/ })).toBeVisible();
  await page.getByRole("alertdialog").getByRole("button", { name: "Update" }).click();
  await expectEnded(page, words.en.done);
  for (const name of names) {
    expect(await (await api.request.get(`/api/v1/phones/${name}`)).json()).toMatchObject({
      owner: "kim",
      version: 2,
    });
  }
  await page.goto("/bulk-administration/job-scheduler");
  await expect(page.getByRole("row", { name: "Update of Phones" }).first()).toContainText("2 of 2");
});

test("[SK-09] softkey templates go to a file with a column for each call state and come back from it; a call state is given to many", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueName("Exported");
  const { callStates } = await api.createSoftkeyTemplate({ name });
  const where = encodeURIComponent(`name:isExactly:${name}`);
  await page.goto(`/device/device-settings/softkey-template?where=${where}`);
  const [header = "", row = ""] = (await download(page, words.en.export)).split("\r\n");
  expect(header).toContain(",On Hook [callStates.On Hook],");
  expect(row).toContain(",Redial NewCall CFwdAll,");

  const changed = row.replace("Redial NewCall CFwdAll", "Redial NewCall CFwdAll CallBack");
  await chooseFile(page, lines(header, changed));
  await choose(page, "Phones Objects", "Softkey Templates");
  await startJob(page, words.en.import);
  await expectEnded(page, words.en.done);
  const onHook = ["Redial", "NewCall", "CFwdAll", "CallBack"];
  expect((await api.softkeyTemplate(name)).callStates).toEqual({ ...callStates, "On Hook": onHook });

  await page.goto(`/bulk-administration/update?kind=softkeyTemplate&where=${where}`);
  await typeValue(page, "Ring Out", "EndCall CallBack");
  await page.getByRole("button", { name: "Update", exact: true }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Update" }).click();
  await expectEnded(page, words.en.done);
  expect((await api.softkeyTemplate(name)).callStates).toEqual({
    ...callStates,
    "On Hook": onHook,
    "Ring Out": ["EndCall", "CallBack"],
  });
});
