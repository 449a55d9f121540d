import { expect } from "@playwright/test";
import { act, advance, createFarPhone } from "./actions/cluster";
import { openDesk } from "./actions/desk-phone";
import { createButtons } from "./actions/phone-button-template";
import { korean, test } from "./fixtures/desk";

const texts = {
  en: {
    activated: (b: string) =>
      `CallBack is activated on ${b} Press Cancel to deactivate Press Exit to quit this screen`,
    notActive: "CallBack is not active. Press Exit to quit this screen.",
    dial: "Dial",
    requests: "Requests",
    completed: "Ended: completed",
    decided: "row 7",
  },
  ko: {
    activated: (b: string) => `${b}에 콜백이 활성화되었습니다.`,
    notActive: "콜백이 활성 상태가 아닙니다.",
    dial: "다이얼",
    requests: "요청",
    completed: "종료됨: 완료",
    decided: "7행",
  },
} as const;

for (const language of ["en", "ko"] as const) {
  test(`[OV-01] [OV-03] [PR-01] [PR-02] the story of the chapter, in ${language}: B is busy, A presses CallBack, B hangs up, A is told and dials`, async ({
    page,
    api,
    prefer,
    phones,
    speakKorean,
  }) => {
    const text = texts[language];
    await prefer({ language });
    const given = await phones({ a: {}, b: {} });
    if (language === "ko") {
      // The phones speak Korean as soon as the locale is installed, and not before.
      const data = { version: 1, userLocale: korean };
      const refused = await api.request.patch(`/api/v1/phones/${given.a.name}`, { data });
      expect(refused.status()).toBe(422);
      await speakKorean(given.a, given.b);
    }
    const { a, b } = await openDesk(page, given, language);

    await a.findsBusy(b);
    await a.pressesCallBack();
    await a.shows(text.activated(b.number));
    // So that it is read aloud as what it is, whatever language the page has.
    await expect(a.screen.getByRole("status")).toHaveAttribute("lang", language);
    await a.hears("none");

    await b.hangsUp();
    await a.hears("callBack");
    await a.isToldOf(b);
    await a.presses(text.dial);
    await a.hears("ringback");
    await b.answers();
    await b.hears("none");
    await a.hangsUp();
    await a.pressesCallBack();
    await a.shows(text.notActive);

    // What became of it, and why.
    await page.getByRole("navigation").getByRole("link", { name: text.requests, exact: true }).click();
    const row = page.getByRole("row").filter({ hasText: a.number });
    await expect(row).toContainText(text.completed);
    await row.getByRole("link", { name: b.number }).click();
    await expect(page.getByRole("listitem").filter({ hasText: text.decided }).first()).toBeVisible();
  });
}

test("[OV-01] [OV-03] [OV-04] B does not answer: the CallBack button while it rings, the softkey after reorder tone; B is told of after using its line", async ({
  api,
  uniqueName,
  desk,
}) => {
  const buttons = ["Line", "CallBack", "Speed Dial", "Speed Dial", "Speed Dial"] as const;
  const phoneButtonTemplate = await createButtons(api, uniqueName("Call Back button"), ...buttons);
  const { a, b, c } = await desk({ a: { phoneButtonTemplate }, b: {}, c: {} });

  await a.dials(b);
  await a.hears("ringback");
  await b.hears("ringing");
  await a.pressesButton("CallBack");
  await a.shows(`CallBack is activated on ${b.number}`);
  await b.hears("none");

  await c.dials(b);
  await c.hears("ringback");
  await advance(api, 13);
  await c.hears("reorder");
  await c.activatesCallBackOn(b);

  await b.isUsedOnce();
  await a.hears("callBack");
  await a.isToldOf(b);
  await c.isToldOf(b);
});

test("[OV-05] B becomes available while A talks: the service is suspended until A is free again", async ({
  api,
  threePhones: { a, b, c },
}) => {
  await a.findsBusy(b);
  await a.activatesCallBackOn(b);
  await c.talksWith(a);
  await b.hangsUp();
  await a.isNotTold();
  const state = await api.request.get(`/api/v1/call-back/requests?where=phone:isExactly:${a.name}`);
  expect((await state.json()).items[0].state).toBe("suspended");
  await a.hangsUp();
  await a.isToldOf(b);
  await a.hears("callBack");
});

test("[OV-02] [OV-05] [OV-06] [PR-01] B is a phone of another cluster behind a trunk with QSIG: asked, suspended, resumed and told as at home", async ({
  page,
  api,
  uniqueName,
  phones,
}) => {
  const here = await phones({ a: {}, c: {} });
  const { a, b, c } = await openDesk(page, { ...here, b: await createFarPhone(api, uniqueName) });

  await b.lifts();
  await b.hears("dial");
  await a.dials(b);
  await advance(api, 2);
  await a.hears("busy");
  await a.pressesCallBack();
  await advance(api, 2);
  await a.shows(`CallBack is activated on ${b.number}`);

  // Suspended: B becomes available while A talks.
  await c.talksWith(a);
  await b.hangsUp();
  await advance(api, 2);
  await a.isNotTold();
  // Resumed: A is free again.
  await a.hangsUp();
  await advance(api, 3);
  await a.isToldOf(b);
  await a.presses("Dial");
  await advance(api, 2);
  await b.answers();
  await act(api, a.name, { action: "onHook" });
});
