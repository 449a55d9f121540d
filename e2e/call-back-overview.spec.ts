import { expect } from "@playwright/test";
import { act, advance, createPhones, openDesk, words } from "./actions/desk-phone";
import { changeObject, createObject, storedObject } from "./actions/objects";
import { changePhone, make, uniqueDevice } from "./actions/phone";
import { prefer } from "./actions/preferences";
import { test } from "./fixtures/test";

test.use({ clock: "manual" });
test.describe.configure({ timeout: 120_000 });

const korean = "Korean Korea Republic";
const texts = {
  en: {
    activated: (b: string) =>
      `CallBack is activated on ${b} Press Cancel to deactivate Press Exit to quit this screen`,
    available: (b: string) => `${b} has become available`,
    notActive: "CallBack is not active. Press Exit to quit this screen.",
    dial: "Dial",
    requests: "Requests",
    completed: "Ended: completed",
    decided: "row 7",
  },
  ko: {
    activated: (b: string) => `${b}에 콜백이 활성화되었습니다.`,
    available: (b: string) => `${b}이(가) 통화 가능합니다.`,
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
    context,
    baseURL,
    api,
    uniqueName,
  }) => {
    const [say, text] = [words[language], texts[language]];
    await prefer(context, baseURL, { language });
    const cast = await createPhones(api, uniqueName, { a: {}, b: {} });
    if (language === "ko") {
      // The phones speak Korean as soon as the locale is installed, and not before.
      const { version } = await (await api.request.get(`/api/v1/phones/${cast.a.name}`)).json();
      const data = { version, userLocale: korean };
      const refused = await api.request.patch(`/api/v1/phones/${cast.a.name}`, { data });
      expect(refused.status()).toBe(422);
      await changeObject(api, "locale", korean, { isInstalled: true });
      for (const { name } of [cast.a, cast.b]) {
        await changePhone(api, name, { userLocale: korean });
        await api.request.post(`/api/v1/phones/${name}/reset`, { data: {} });
      }
      await advance(api, 10);
    }
    const [a, b] = await openDesk(page, [cast.a, cast.b], say);
    if (!a || !b) throw new Error("two phones are on the desk");

    await a.findsBusy(b);
    await a.pressesCallBack();
    await a.shows(text.activated(b.number));
    // So that it is read aloud as what it is, whatever language the page has.
    await expect(a.screen.getByRole("status")).toHaveAttribute("lang", language);
    await a.hears("none");

    await b.hangsUp();
    await a.hears("callBack");
    await a.shows(text.available(b.number));
    await a.presses(text.dial);
    await a.hears("ringback");
    await b.answers();
    await b.hears("none");
    await a.hangsUp();
    await a.pressesCallBack();
    await a.shows(text.notActive);

    // What became of it, and why.
    await page.getByRole("navigation").getByRole("link", { name: text.requests, exact: true }).click();
    const row = page.getByRole("row").filter({ hasText: cast.a.number });
    await expect(row).toContainText(text.completed);
    await row.getByRole("link", { name: cast.b.number }).click();
    await expect(page.getByRole("listitem").filter({ hasText: text.decided }).first()).toBeVisible();
    if (language === "ko") {
      await changePhone(api, cast.a.name, { userLocale: null });
      await changePhone(api, cast.b.name, { userLocale: null });
      await changeObject(api, "locale", korean, { isInstalled: false });
    }
  });
}

test("[OV-01] [OV-03] [OV-04] B does not answer: the CallBack button while it rings, the softkey after reorder tone; B is told of after using its line", async ({
  page,
  api,
  uniqueName,
}) => {
  const buttons = ["Line", "CallBack", "Speed Dial", "Speed Dial", "Speed Dial"].map((feature, index) => ({
    position: index + 1,
    feature,
  }));
  const phoneButtonTemplate = uniqueName("Call Back button");
  await make(api, "phone-button-templates", {
    name: phoneButtonTemplate,
    copyOf: "Standard 8841 SIP",
    buttons,
  });
  const cast = await createPhones(api, uniqueName, { a: { phoneButtonTemplate }, b: {}, c: {} });
  const [a, b, c] = await openDesk(page, [cast.a, cast.b, cast.c]);
  if (!a || !b || !c) throw new Error("three phones are on the desk");

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
  await c.pressesCallBack();
  await c.shows(`CallBack is activated on ${b.number}`);

  await b.isUsedOnce();
  await a.hears("callBack");
  await a.shows(`${b.number} has become available`);
  await c.shows(`${b.number} has become available`);
});

test("[OV-05] B becomes available while A talks: the service is suspended until A is free again", async ({
  page,
  api,
  uniqueName,
}) => {
  const cast = await createPhones(api, uniqueName, { a: {}, b: {}, c: {} });
  const [a, b, c] = await openDesk(page, [cast.a, cast.b, cast.c]);
  if (!a || !b || !c) throw new Error("three phones are on the desk");
  await a.findsBusy(b);
  await a.pressesCallBack();
  await a.shows("CallBack is activated");
  await c.dials(a);
  await a.answers();
  await b.hangsUp();
  await a.showsNot("has become available");
  const state = await page.request.get(`/api/v1/call-back/requests?where=phone:isExactly:${a.name}`);
  expect((await state.json()).items[0].state).toBe("suspended");
  await a.hangsUp();
  await a.shows(`${b.number} has become available`);
  await a.hears("callBack");
});

test("[OV-02] [OV-05] [OV-06] [PR-01] B is a phone of another cluster behind a trunk with QSIG: asked, suspended, resumed and told as at home", async ({
  page,
  api,
  uniqueName,
}) => {
  const cluster = uniqueName("Daejeon");
  const digits = uniqueDevice(uniqueName).slice(-6);
  const far = { name: `${cluster}:6${digits}`, number: `6${digits}` };
  await createObject(api, "remoteCluster", {
    name: cluster,
    directoryNumbers: [{ pattern: far.number, name: "Laboratory" }],
  });
  await createObject(api, "trunk", { name: cluster, type: "interclusterQsig", remoteCluster: cluster });
  await createObject(api, "routePattern", { pattern: far.number, trunk: cluster });
  const cast = await createPhones(api, uniqueName, { a: {}, c: {} });
  const [a, b, c] = await openDesk(page, [cast.a, far, cast.c]);
  if (!a || !b || !c) throw new Error("three phones are on the desk");
  expect(await storedObject(api, "trunk", cluster)).toMatchObject({ type: "interclusterQsig" });

  await b.lifts();
  await b.hears("dial");
  await a.dials(b);
  await advance(api, 2);
  await a.hears("busy");
  await a.pressesCallBack();
  await advance(api, 2);
  await a.shows(`CallBack is activated on ${b.number}`);

  // Suspended: B becomes available while A talks.
  await c.dials(a);
  await a.answers();
  await b.hangsUp();
  await advance(api, 2);
  await a.showsNot("has become available");
  // Resumed: A is free again.
  await a.hangsUp();
  await advance(api, 3);
  await a.shows(`${b.number} has become available`);
  await a.presses("Dial");
  await advance(api, 2);
  await b.answers();
  await act(api, a.name, { action: "onHook" });
});
