import { expect, type Page } from "@playwright/test";
import { createCallBackTemplate, createPhones } from "./actions/cluster";
import { press } from "./actions/console";
import { clearDesk, DeskPhone } from "./actions/desk-phone";
import { changeObject, createObject } from "./actions/objects";
import type { Api } from "./fixtures/api";
import { test } from "./fixtures/desk";

/** A step of the task flow on the start page. */
const step = (page: Page, title: string) => page.getByRole("listitem").filter({ hasText: title });
const sentence = (page: Page) => page.locator("[aria-current=step]");

/** The two phones with which the console offers to try call back, and how the pages call them. */
async function offeredPair(page: Page, api: Api): Promise<{ a: DeskPhone; b: DeskPhone }> {
  const { pair } = await (await api.request.get("/api/v1/call-back/pair")).json();
  const phone = ({ phone: name, directoryNumber: number }: Record<"phone" | "directoryNumber", string>) =>
    new DeskPhone(page, { name, number });
  return { a: phone(pair.originator), b: phone(pair.target) };
}

test("[OV-01] the first call back is seen within five clicks after sign-in, and six sentences tick themselves on the way", async ({
  page,
  api,
  phones,
}) => {
  await phones({ port: { name: "AN000000AB00001", number: "1001", model: "Analog Phone" }, a: {}, b: {} });
  const { a, b } = await offeredPair(page, api);
  await page.goto("/");
  await page.getByRole("link", { name: "Try a Call Back" }).click();
  await expect(sentence(page)).toHaveText(`At ${b.number}, press Lift handset, so that the phone is busy.`);
  await b.lifts();
  await expect(sentence(page)).toContainText(`At ${a.number}, press Dial ${b.number}`);
  await a.frame.getByRole("button", { name: `Dial ${b.number}` }).click();
  await a.hears("busy");
  await expect(sentence(page)).toContainText(`At ${a.number}, press CallBack`);
  await a.pressesCallBack();
  await expect(sentence(page)).toContainText(`At ${b.number}, press Hang up`);
  await b.hangsUp();
  await a.isToldOf(b);

  await expect(sentence(page)).toContainText("press the softkey Dial");
  await a.presses("Dial");
  await expect(sentence(page)).toContainText(`At ${b.number}, press Answer`);
  await b.answers();
  await expect(page.getByText("6 of 6 done")).toBeVisible();
  await expect(page.getByRole("img", { name: "Done" })).toHaveCount(6);

  await page.getByRole("button", { name: "Once more" }).click();
  await expect(sentence(page)).toContainText("press Lift handset");
  await a.hears("none");
  await page.getByRole("button", { name: "Close the guide" }).click();
  await expect(page.getByRole("heading", { name: "Try a Call Back" })).toHaveCount(0);
  await expect(a.frame).toBeVisible();
});

test("whoever strays is led on from where the phones are, and a reload finds the place again", async ({
  page,
  api,
  phones,
}) => {
  await phones({ a: {}, b: {} });
  const { a, b } = await offeredPair(page, api);
  await clearDesk(api);
  await page.goto("/call-back/phones");
  await page.getByRole("button", { name: "Try a Call Back" }).click();
  await b.lifts();
  await a.dials(b);
  await a.hears("busy");
  await a.hangsUp();
  await expect(sentence(page)).toContainText(`press Dial ${b.number}`);
  await a.frame.getByRole("button", { name: `Dial ${b.number}` }).click();
  await a.pressesCallBack();
  await page.reload();
  await expect(sentence(page)).toContainText(`At ${b.number}, press Hang up`);
  await b.hangsUp();
  await a.isToldOf(b);
  await a.presses("Cancel");
  await expect(sentence(page)).toContainText(`At ${b.number}, press Lift handset`);
});

test("an empty desk offers two phones that have CallBack, no analog ports", async ({ page, api, phones }) => {
  await phones({ port: { name: "AN000000AB00002", number: "1002", model: "Analog Phone" }, a: {}, b: {} });
  const { a, b } = await offeredPair(page, api);
  await clearDesk(api);
  await page.goto("/call-back/phones");
  await press(page, "Put two phones with CallBack here");
  await expect(a.frame).toBeVisible();
  await expect(b.frame).toBeVisible();
  await expect(page.getByRole("region", { name: /^Phone / })).toHaveCount(2);
});

test("the start page counts phones, what waits, requests and jobs, each a link, and follows the cluster", async ({
  page,
  api,
  uniqueName,
}) => {
  await createPhones(api, uniqueName, { a: {} });
  const { total } = await (await api.request.get("/api/v1/phones?limit=1")).json();
  await page.goto("/");
  const now = page.getByRole("navigation", { name: "The cluster now" });
  await expect(now.getByRole("link", { name: /Registered phones/ })).toContainText(`of ${total}`);
  await expect(now.getByRole("link", { name: /Live requests/ })).toContainText(/\d/);
  for (const [name, heading] of [
    ["Registered phones", "Find and List Phones"],
    ["Pending apply", "Pending Apply"],
    ["Live requests", "Find and List Call Back Requests"],
    ["Running jobs", "Find and List Jobs"],
  ] as const) {
    await page.goto("/");
    await now.getByRole("link", { name: new RegExp(name) }).click();
    await expect(page.getByRole("heading", { level: 1, name: new RegExp(heading) })).toBeVisible();
  }
});

test("[CD-02] [PH-02] [SK-10] [BT-04] the task flow ticks each step when the cluster shows it done, and says what is next", async ({
  page,
  api,
  uniqueName,
}) => {
  const template = await createCallBackTemplate(api, uniqueName);
  const common = uniqueName("Flow");
  await createObject(api, "commonDeviceConfiguration", { name: common, softkeyTemplate: template });
  await createPhones(api, uniqueName, { a: { softkeyTemplate: null, commonDeviceConfiguration: common } });
  await page.goto("/");
  for (const title of [
    "Copy a standard softkey template",
    "Put CallBack into the softkey layout",
    "Associate it by a Common Device Configuration",
    "Apply Config, or reset the phones",
  ])
    await expect(step(page, title).getByRole("img", { name: "Done" })).toBeVisible();

  const isDefault = step(page, "Or make it the default").getByRole("img", { name: "Done" });
  await expect(isDefault).toHaveCount(0);
  await changeObject(api, "softkeyTemplate", template, { isDefault: true });
  await page.reload();
  await expect(isDefault).toBeVisible();
  await changeObject(api, "softkeyTemplate", "Standard User", { isDefault: true });

  // Another story may have put it there before.
  const isOnButton = step(page, "Put CallBack on a button").getByRole("img", { name: "Done" });
  await createObject(api, "phoneButtonTemplate", {
    name: uniqueName("Button"),
    copyOf: "Standard 8841 SIP",
    buttons: ["Line", "Speed Dial", "Speed Dial", "Speed Dial", "CallBack"].map((feature, index) => ({
      position: index + 1,
      feature,
    })),
  });
  await page.reload();
  await expect(isOnButton).toBeVisible();
});

test("whoever may only read sees the figures and the flow, and is offered nothing that would be refused", async ({
  page,
  signInAsNew,
}) => {
  await signInAsNew("readOnly");
  await page.goto("/");
  await expect(page.getByRole("navigation", { name: "The cluster now" })).toBeVisible();
  await expect(step(page, "Put CallBack on a button")).toBeVisible();
  await expect(
    page.getByRole("banner").or(page.getByRole("main")).getByRole("link", { name: "Try a Call Back" }),
  ).toHaveCount(0);
});
