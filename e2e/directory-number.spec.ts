import { expect } from "@playwright/test";
import { choose, expectStatus, press } from "./actions/console";
import {
  changeObject,
  createObject,
  field,
  goToList,
  storedObject,
  uniqueNumber,
  visitNew,
  visitObject,
} from "./actions/objects";
import { test } from "./fixtures/test";

test("a directory number is added with its forwarding, found, and changed", async ({
  page,
  api,
  uniqueName,
}) => {
  const [pattern, partition] = [uniqueNumber(), uniqueName("Lines")];
  await createObject(api, "partition", { name: partition });
  await goToList(page, "Directory Number", "Find and List Directory Numbers");
  await press(page, "Add New");
  await field(page, "Directory Number").fill(pattern);
  await choose(page, "Partition", partition);
  await field(page, "Forward Busy: Destination").fill("+8225550100");
  await page.getByRole("checkbox", { name: "Forward No Answer: Voice Mail" }).press("Space");
  await press(page, "Save");
  await expectStatus(page, "Add successful");
  await expect(page).toHaveURL(new RegExp(`/${pattern}\\?partition=`));
  expect(await storedObject(api, "directoryNumber", { pattern, partition })).toMatchObject({
    forward: {
      all: { destination: null, voiceMail: false },
      busy: { destination: "+8225550100", voiceMail: false },
      noAnswer: { destination: null, voiceMail: true },
      unregistered: { destination: null, voiceMail: false },
    },
    noAnswerSeconds: 12,
    maxCalls: 2,
    busyTrigger: 1,
  });

  await goToList(page, "Directory Number", "Find and List Directory Numbers");
  await page.getByRole("textbox").first().fill(pattern);
  await press(page, "Find");
  await page.getByRole("main").getByRole("link", { name: pattern, exact: true }).click();
  await expect(field(page, "Forward Busy: Destination")).toHaveValue("+8225550100");
  await field(page, "No Answer Ring Duration (seconds)").fill("30");
  await press(page, "Save");
  await expectStatus(page, "Update successful");
  await visitObject(page, "directoryNumber", { pattern, partition }, "history");
  await expect(page.getByRole("listitem", { name: "Revision 2" })).toContainText(
    "No Answer Ring Duration (seconds) changed from 12 to 30",
  );
});

test("the same number in two partitions is two numbers", async ({ page, api, uniqueName }) => {
  const [pattern, partition] = [uniqueNumber(), uniqueName("Here")];
  await createObject(api, "partition", { name: partition });
  await createObject(api, "directoryNumber", { pattern, description: "without" });
  await createObject(api, "directoryNumber", { pattern, partition, description: "within" });
  await visitObject(page, "directoryNumber", { pattern, partition: null });
  await expect(field(page, "Description")).toHaveValue("without");
  await visitObject(page, "directoryNumber", { pattern, partition });
  await expect(field(page, "Description")).toHaveValue("within");
  await choose(page, "Partition", "None");
  await press(page, "Save");
  await expect(page.getByRole("alert").filter({ hasText: "is in use" }).first()).toBeVisible();
  await expect(field(page, "Description")).toHaveValue("within");
});

test("bad numbers, timers and triggers are told where they are, and nothing is stored", async ({
  page,
  api,
}) => {
  const pattern = uniqueNumber();
  await visitNew(page, "directoryNumber");
  await field(page, "Directory Number").fill(pattern);
  await field(page, "Forward All: Destination").fill("my desk");
  await field(page, "No Answer Ring Duration (seconds)").fill("301");
  await field(page, "Busy Trigger").fill("3");
  await press(page, "Save");
  const summary = page.getByRole("alert").filter({ hasText: "need attention" });
  await expect(summary.getByRole("link", { name: "Forward All Destination" })).toBeVisible();
  await expect(summary).toContainText("from 1 to 300");
  await summary.getByRole("link", { name: "Forward All Destination" }).click();
  await expect(field(page, "Forward All: Destination")).toBeFocused();
  await field(page, "Forward All: Destination").fill("2009");
  await field(page, "No Answer Ring Duration (seconds)").fill("300");
  await press(page, "Save");
  await expect(page.getByRole("alert").filter({ hasText: "Busy Trigger" })).toBeVisible();
  expect(await storedObject(api, "directoryNumber", { pattern, partition: null })).toBeNull();
  await field(page, "Maximum Number of Calls").fill("3");
  await press(page, "Save");
  await expectStatus(page, "Add successful");
});

test("when somebody else changed other forwarding first, both are kept", async ({ page, api }) => {
  const pattern = uniqueNumber();
  const number = { pattern, partition: null };
  await createObject(api, "directoryNumber", { pattern });
  await visitObject(page, "directoryNumber", number);
  await field(page, "Forward Busy: Destination").fill("2001");
  await changeObject(api, "directoryNumber", number, { forward: { all: { destination: "2002" } } });
  await press(page, "Save");
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByRole("region", { name: "Forward All Destination" })).toContainText(
    "Changed by them",
  );
  await dialog.getByRole("button", { name: "Save" }).click();
  await expectStatus(page, "Update successful");
  expect(await storedObject(api, "directoryNumber", number)).toMatchObject({
    forward: { all: { destination: "2002" }, busy: { destination: "2001" } },
  });
});

test("a number on a device names it and cannot be deleted; the start page leads to it", async ({
  page,
  api,
  uniqueName,
}) => {
  const [pattern, partition, point] = [uniqueNumber(), uniqueName("Desk"), uniqueName("Lobby")];
  await createObject(api, "partition", { name: partition });
  await createObject(api, "ctiRoutePoint", { name: point, directoryNumber: pattern, partition });
  await page.goto("/");
  const main = page.getByRole("main");
  await main.getByRole("link", { name: new RegExp(point) }).click();
  await main.getByRole("link", { name: `${pattern} (${partition})` }).click();
  await expect(page.getByRole("region", { name: "Associated Devices" })).toContainText(point);
  await press(page, "Delete");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("cannot be deleted");
  await dialog.getByRole("link", { name: point }).click();
  await expect(field(page, "Name")).toHaveValue(point);
});

test("디렉터리 번호의 착신 전환을 한국어로 구성한다", async ({ page, api, prefer }) => {
  await prefer({ language: "ko" });
  const pattern = uniqueNumber();
  await goToList(page, "디렉터리 번호", "디렉터리 번호 찾기 및 나열");
  await press(page, "새로 추가");
  await field(page, "디렉터리 번호").fill(pattern);
  await field(page, "모든 통화 착신 전환: 대상").fill("2009");
  await press(page, "저장");
  await expectStatus(page, "추가 성공");
  expect(await storedObject(api, "directoryNumber", { pattern, partition: null })).toMatchObject({
    forward: { all: { destination: "2009" } },
  });
});
