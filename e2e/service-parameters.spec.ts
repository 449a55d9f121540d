import { expect, type Page } from "@playwright/test";
import { choose, expectStatus, press } from "./actions/console";
import { changeObject, createObject, field, storedObject, visitObject } from "./actions/objects";
import type { Api } from "./fixtures/api";
import { test } from "./fixtures/test";

const recallTimer = "Callback Recall Timer (T3)";
const requestTimer = "Callback Request Protection Timer (T1)";

const texts = {
  en: {
    menu: "Service Parameters",
    title: "Service Parameter Configuration",
    recallTimer,
    requestTimer,
    save: "Save",
    updateSuccessful: "Update successful",
    stored: "2 parameters are stored",
    changed: "Changed from default",
    range: "Enter a whole number from 10 to 180.",
    unit: "10 to 180 seconds",
    setToDefault: "Set to Default",
    reason: "Reason",
  },
  ko: {
    menu: "서비스 매개변수",
    title: "서비스 매개변수 구성",
    recallTimer: "콜백 회수 타이머(T3)",
    requestTimer: "콜백 요청 보호 타이머(T1)",
    save: "저장",
    updateSuccessful: "업데이트 성공",
    stored: "매개변수 2개가 저장되었습니다",
    changed: "기본값에서 변경됨",
    range: "10에서 180",
    unit: "10~180초",
    setToDefault: "기본값으로 설정",
    reason: "사유",
  },
} as const;

/** The row of a parameter. */
const rowOf = (page: Page, name: string) => page.getByRole("listitem", { name, exact: true });

async function storedValue(api: Api, name: string): Promise<unknown> {
  return (await storedObject(api, "serviceParameter", name))?.value;
}

for (const language of ["en", "ko"] as const) {
  test(`several service parameters are changed, told when out of range, saved together and set to default, in ${language}`, async ({
    page,
    api,
    prefer,
  }) => {
    const say = texts[language];
    await prefer({ language });
    await page.goto("/");
    await page.getByRole("navigation").getByRole("link", { name: say.menu, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: say.title })).toBeVisible();
    const row = rowOf(page, say.recallTimer);
    await expect(row).toContainText(say.unit);
    await field(page, say.recallTimer).fill("200");
    await field(page, say.requestTimer).fill("15");
    await press(page, say.save);
    await expect(page.getByRole("alert").filter({ hasText: say.range })).toBeVisible();
    expect(await storedValue(api, requestTimer)).toBe(10);

    await field(page, say.recallTimer).fill("30");
    await field(page, say.reason).fill("Slow desks");
    await press(page, say.save);
    await expectStatus(page, say.updateSuccessful);
    await expectStatus(page, say.stored);
    expect([await storedValue(api, recallTimer), await storedValue(api, requestTimer)]).toEqual([30, 15]);
    await expect(row).toContainText(say.changed);

    await press(page, say.setToDefault);
    await expect(field(page, say.recallTimer)).toHaveValue("20");
    await press(page, say.save);
    await expectStatus(page, say.stored);
    expect([await storedValue(api, recallTimer), await storedValue(api, requestTimer)]).toEqual([20, 10]);
    await expect(page.getByText(say.changed)).toHaveCount(0);
  });
}

test("each type of parameter has its control; the history of one tells its values in words", async ({
  page,
  api,
  uniqueName,
}) => {
  const space = uniqueName("For call back");
  await createObject(api, "callingSearchSpace", { name: space, partitions: [] });
  await page.goto("/system/service-parameters");
  await choose(page, "Callback Selection Policy", /One at a time/);
  await choose(page, "No Path Reservation", "False");
  await choose(page, "Callback Calling Search Space", space);
  await field(page, "Callback Notification Audio File Name").fill("Chime.raw");
  await press(page, "Save");
  await expectStatus(page, "4 parameters are stored");
  expect(await storedValue(api, "Callback Selection Policy")).toBe("oneAtATime");
  expect(await storedValue(api, "No Path Reservation")).toBe(false);
  expect(await storedValue(api, "Callback Calling Search Space")).toBe(space);
  expect(await storedValue(api, "Callback Notification Audio File Name")).toBe("Chime.raw");

  await page.goto(`/call-routing/class-of-control/calling-search-space/${encodeURIComponent(space)}`);
  await press(page, "Delete");
  await page.getByRole("dialog").getByRole("link", { name: "Callback Calling Search Space" }).click();
  await expect(rowOf(page, "Callback Calling Search Space")).toBeFocused();

  await page.getByRole("link", { name: "History of Callback Selection Policy" }).click();
  const newest = page.getByRole("listitem", { name: "Revision 2" });
  await expect(newest).toContainText("Value changed from Notify all at once to One at a time");
  await page.getByRole("button", { name: "Restore revision 1" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Restore revision 1" }).click();
  await expectStatus(page, "Revision 1 is restored");
  expect(await storedValue(api, "Callback Selection Policy")).toBe("notifyAll");
  await page.goto("/system/service-parameters");
  await press(page, "Set to Default");
  await press(page, "Save");
  await expectStatus(page, "Update successful");
});

test("typing and reverting leaves nothing unsaved; leaving with something unsaved asks", async ({ page }) => {
  await page.goto("/system/service-parameters");
  const guard = field(page, "Callback Guard Time");
  await guard.fill("5");
  await expect(page.getByText("Callback Guard Time: 0 seconds → 5 seconds")).toBeVisible();
  await page.getByRole("navigation").getByRole("link", { name: "Softkey Template", exact: true }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Stay on this page" }).click();
  await expect(guard).toHaveValue("5");
  await guard.fill("0");
  await expect(page.getByText("Not saved", { exact: true })).toHaveCount(0);
});

test("when somebody else saved a parameter first, it is compared and the others are stored", async ({
  page,
  api,
}) => {
  const [busy, noReply] = ["Callback Service Duration Busy", "Callback Service Duration No Reply"];
  await page.goto("/system/service-parameters");
  await field(page, busy).fill("45");
  await field(page, noReply).fill("90");
  await changeObject(api, "serviceParameter", busy, { value: 75 });
  await press(page, "Save");
  const dialog = page.getByRole("alertdialog");
  const compared = dialog.getByRole("region", { name: busy });
  await expect(compared).toContainText("60 minutes");
  await expect(compared).toContainText("75 minutes");
  await expect(compared).toContainText("45 minutes");
  expect(await storedValue(api, noReply)).toBe(90);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expectStatus(page, "Update successful");
  expect(await storedValue(api, busy)).toBe(45);
  await expect(page.getByText("Not saved", { exact: true })).toHaveCount(0);
});

test("who may only read sees the parameters and can change none", async ({ page, signInAsNew }) => {
  await signInAsNew("readOnly");
  await visitObject(page, "serviceParameter", recallTimer);
  await expect(page.getByText("You can look, but not change")).toBeVisible();
  await expect(field(page, recallTimer)).toHaveAttribute("readonly");
  for (const button of ["Save", "Set to Default"]) {
    await expect(page.getByRole("main").getByRole("button", { name: button })).toHaveCount(0);
  }
});
