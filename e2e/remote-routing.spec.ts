import { expect, type Page } from "@playwright/test";
import { expectStatus, press } from "./actions/console";
import {
  changeObject,
  createObject,
  field,
  goToList,
  storedObject,
  uniqueNumber,
  visitNew,
  visitObject,
  words,
} from "./actions/objects";
import { createPhone, uniqueDevice } from "./actions/phone";
import { test } from "./fixtures/test";

const texts = {
  en: {
    cluster: { menu: "Remote Cluster", title: "Find and List Remote Clusters" },
    trunk: { menu: "Trunk", title: "Find and List Trunks" },
    pattern: { menu: "Route Pattern", title: "Find and List Route Patterns" },
    addNumber: "Add number",
    number: (position: number) => `Directory number ${position}`,
    nameOf: (position: number) => `Name of number ${position}`,
    type: "Trunk Type",
    qsig: "Inter-cluster trunk with QSIG",
    clusterField: "Remote Cluster",
    works: "Works",
    patternField: "Route Pattern",
    trunkField: "Trunk",
    oneOfTwo: "1 of 2 match",
  },
  ko: {
    cluster: { menu: "원격 클러스터", title: "원격 클러스터 찾기 및 나열" },
    trunk: { menu: "트렁크", title: "트렁크 찾기 및 나열" },
    pattern: { menu: "경로 패턴", title: "경로 패턴 찾기 및 나열" },
    addNumber: "번호 추가",
    number: (position: number) => `디렉터리 번호 ${position}`,
    nameOf: (position: number) => `번호 ${position}의 이름`,
    type: "트렁크 유형",
    qsig: "QSIG 지원 인터클러스터 트렁크",
    clusterField: "원격 클러스터",
    works: "사용 가능",
    patternField: "경로 패턴",
    trunkField: "트렁크",
    oneOfTwo: "2개 중 1개 일치",
  },
} as const;

/** The button of a drop-down in the page, not the entry of the menu. */
async function chooseIn(page: Page, label: string, entry: string): Promise<void> {
  await page.getByRole("main").getByRole("button", { name: label }).click();
  await page.getByRole("option", { name: entry, exact: true }).click();
}

for (const language of ["en", "ko"] as const) {
  test(`[OV-02] a remote cluster, the QSIG trunk to it and the pattern that leads there are added, in ${language}`, async ({
    page,
    api,
    uniqueName,
    prefer,
  }) => {
    const [say, text] = [words[language], texts[language]];
    await prefer({ language });
    const [cluster, trunk] = [uniqueName("Daejeon"), uniqueName("To Daejeon")];
    const number = uniqueNumber();
    await goToList(page, text.cluster.menu, text.cluster.title);
    await press(page, say.addNew);
    await field(page, say.name).fill(cluster);
    for (const [position, pattern, name] of [
      [1, number, "Reception"],
      [2, "99", ""],
    ] as const) {
      await press(page, text.addNumber);
      await field(page, text.number(position)).fill(pattern);
      await field(page, text.nameOf(position)).fill(name);
    }
    await press(page, say.save);
    await expectStatus(page, say.addSuccessful);
    const directoryNumbers = [
      { pattern: number, name: "Reception" },
      { pattern: "99", name: "" },
    ];
    expect(await storedObject(api, "remoteCluster", cluster)).toMatchObject({ directoryNumbers });

    await goToList(page, text.trunk.menu, text.trunk.title);
    await press(page, say.addNew);
    await field(page, say.name).fill(trunk);
    await chooseIn(page, text.type, text.qsig);
    await chooseIn(page, text.clusterField, cluster);
    await expect(page.locator("[aria-current=true]").filter({ hasText: text.qsig })).toContainText(
      text.works,
    );
    await press(page, say.save);
    await expectStatus(page, say.addSuccessful);
    const stored = { type: "interclusterQsig", remoteCluster: cluster, throughCube: false };
    expect(await storedObject(api, "trunk", trunk)).toMatchObject(stored);

    await goToList(page, text.pattern.menu, text.pattern.title);
    await press(page, say.addNew);
    const pattern = `x${number.slice(1)}`;
    await field(page, text.patternField).fill(pattern);
    await chooseIn(page, text.trunkField, trunk);
    await expect(page.getByText(text.oneOfTwo)).toBeVisible();
    await press(page, say.save);
    await expectStatus(page, say.addSuccessful);
    const named = { pattern: pattern.toUpperCase(), partition: null };
    expect(await storedObject(api, "routePattern", named)).toMatchObject({ trunk });
  });
}

test("[RS-01] [RS-02] the page of a trunk tells what its type means for call back, before it is saved", async ({
  page,
}) => {
  await visitNew(page, "trunk");
  const chosen = page.locator("[aria-current=true]");
  await chooseIn(page, "Trunk Type", "SIP trunk");
  await expect(chosen.filter({ hasText: "SIP trunk" })).toContainText("Does not work");
  await expect(page.getByText("No remote cluster is chosen")).toBeVisible();
  await chooseIn(page, "Trunk Type", "SIP trunk with QSIG");
  await expect(chosen.filter({ hasText: "SIP trunk with QSIG" })).toContainText("Works");
  await page.getByText("Through CUBE", { exact: true }).click();
  await expect(chosen.filter({ hasText: "SIP trunk with QSIG" })).toContainText("Not for video calls");
  await expect(page.getByText("CSCun46243")).toBeVisible();
  await chooseIn(page, "Trunk Type", "PRI trunk with QSIG");
  await expect(page.getByText("CUBE is for SIP only")).toBeVisible();
});

test("numbers of a remote cluster: bad and double ones are told in their row, rows are pasted and removed", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueName("Busan");
  await createObject(api, "remoteCluster", { name, directoryNumbers: [{ pattern: "5001", name: "One" }] });
  await visitObject(page, "remoteCluster", name);
  await press(page, "Add number");
  await expect(field(page, "Directory number 2")).toBeFocused();
  await field(page, "Directory number 2").fill("50 a");
  await press(page, "Save");
  const summary = page.getByRole("alert").filter({ hasText: "needs attention" });
  await expect(summary).toContainText("is not a number to dial");
  await summary.getByRole("link").click();
  await expect(field(page, "Directory number 2")).toBeFocused();
  await field(page, "Directory number 2").fill("5001");
  await expect(summary).toContainText("is here twice");

  await field(page, "Directory number 2").evaluate((input, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text", text);
    input.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, "05002\tLaboratory\n+825003\tVideo room\n");
  await expect(field(page, "Name of number 3")).toHaveValue("Video room");
  await page.getByRole("button", { name: "Remove number 5001" }).click();
  await press(page, "Save");
  await expectStatus(page, "Update successful");
  expect(await storedObject(api, "remoteCluster", name)).toMatchObject({
    directoryNumbers: [
      { pattern: "+825003", name: "Video room" },
      { pattern: "05002", name: "Laboratory" },
    ],
  });
  await visitObject(page, "remoteCluster", name, "history");
  const newest = page.getByRole("listitem", { name: "Revision 2" });
  await expect(newest).toContainText("Number 05002 added: Laboratory");
  await expect(newest).toContainText("Number 5001 removed: One");
});

test("[RS-02] a cluster that trunks lead to and a trunk that patterns use cannot be deleted; both name what uses them", async ({
  page,
  api,
  uniqueName,
}) => {
  const [cluster, trunk, pattern] = [uniqueName("Used"), uniqueName("Leads there"), uniqueNumber()];
  await createObject(api, "remoteCluster", { name: cluster });
  await createObject(api, "trunk", { name: trunk, type: "sip", remoteCluster: cluster });
  await createObject(api, "routePattern", { pattern, trunk });
  await visitObject(page, "remoteCluster", cluster);
  await expect(page.getByRole("region", { name: "Trunks to This Cluster" })).toContainText(
    `${trunk}SIP trunk`,
  );
  await press(page, "Delete");
  await page.getByRole("dialog").getByRole("link", { name: trunk }).click();
  await expect(field(page, "Name")).toHaveValue(trunk);
  await press(page, "Delete");
  await expect(page.getByRole("dialog")).toContainText("cannot be deleted");
  await page.getByRole("dialog").getByRole("link", { name: pattern }).click();
  await expect(field(page, "Route Pattern")).toHaveValue(pattern);
  await press(page, "Delete");
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await expectStatus(page, "Delete successful");
  expect(await storedObject(api, "routePattern", { pattern, partition: null })).toBeNull();
  expect(await storedObject(api, "trunk", trunk)).not.toBeNull();
});

test("a route pattern tells which numbers match, and why others do not; a bad one is told in words", async ({
  page,
  api,
  uniqueName,
}) => {
  const trunk = uniqueName("Out");
  await createObject(api, "trunk", { name: trunk, type: "priQsig" });
  await visitNew(page, "routePattern");
  await expect(page.getByText("Enter a route pattern")).toBeVisible();
  const pattern = field(page, "Route Pattern");
  await pattern.fill("6..X");
  await press(page, "Save");
  await expect(page.getByRole("alert").filter({ hasText: "is not a route pattern" })).toBeVisible();
  await pattern.fill("0XX");
  await expect(page.getByText("Matches 100 numbers, such as 000 and 099.")).toBeVisible();
  const tested = field(page, "Number to test");
  for (const [number, answer] of [
    ["012", "012 matches"],
    ["01", "It has 2 characters; the pattern needs 3."],
    ["0123", "It has 4 characters; the pattern has only 3."],
    ["112", "Character 1 is 1; the pattern has 0 there."],
    ["0*2", "the pattern has X (a digit) there"],
  ] as const) {
    await tested.fill(number);
    await expect(page.getByRole("status").filter({ hasText: answer })).toBeVisible();
  }
  await chooseIn(page, "Trunk", trunk);
  await expect(page.getByText(`Trunk ${trunk} leads to no remote cluster`)).toBeVisible();
  await pattern.fill("0!");
  await expect(page.getByText("2 or more characters that begins like 00")).toBeVisible();
});

test("a copied trunk has everything but the name; a stale save keeps what both typed", async ({
  page,
  api,
  uniqueName,
}) => {
  const [name, copy, cluster] = [uniqueName("Original"), uniqueName("Copy"), uniqueName("Far")];
  await createObject(api, "remoteCluster", { name: cluster });
  await createObject(api, "trunk", { name, type: "sipQsig", throughCube: true, remoteCluster: cluster });
  await visitObject(page, "trunk", name);
  await press(page, "Copy");
  await expect(field(page, "Name")).toHaveValue("");
  await field(page, "Name").fill(copy);
  await press(page, "Save");
  await expectStatus(page, "Add successful");
  await expect(page).toHaveURL(new RegExp(`/trunk/${encodeURIComponent(copy)}$`));
  const fields = { type: "sipQsig", throughCube: true, remoteCluster: cluster };
  expect(await storedObject(api, "trunk", copy)).toMatchObject({ ...fields, version: 1 });

  await chooseIn(page, "Trunk Type", "PRI trunk with QSIG");
  await changeObject(api, "trunk", copy, { throughCube: false });
  await press(page, "Save");
  const dialog = page.getByRole("alertdialog");
  await expect(dialog.getByRole("region", { name: "Trunk Type" })).toContainText("PRI trunk with QSIG");
  await expect(dialog.getByRole("region", { name: "Through CUBE" })).toContainText("Changed by them");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expectStatus(page, "Update successful");
  expect(await storedObject(api, "trunk", copy)).toMatchObject({ type: "priQsig", throughCube: false });
});

test("a phone administrator may look at trunks, clusters and patterns, and change none of them", async ({
  page,
  api,
  uniqueName,
  signInAsNew,
}) => {
  const [cluster, trunk] = [uniqueName("Far"), uniqueName("Readable")];
  await createObject(api, "remoteCluster", { name: cluster, directoryNumbers: [{ pattern: "5001" }] });
  await createObject(api, "trunk", { name: trunk, type: "sip", remoteCluster: cluster });
  await signInAsNew("phoneAdministrator");
  await visitObject(page, "trunk", trunk);
  await expect(page.getByText("You can look, but not change")).toBeVisible();
  await expect(page.getByRole("main").getByRole("button", { name: "Save" })).toHaveCount(0);
  await visitObject(page, "remoteCluster", cluster);
  await expect(field(page, "Directory number 1")).toHaveAttribute("readonly");
  await expect(page.getByRole("button", { name: "Add number" })).toHaveCount(0);
});

test("trunks are found by name, and the list tells where call back works", async ({
  page,
  api,
  uniqueName,
}) => {
  const name = uniqueName("Listed");
  await createObject(api, "trunk", { name, type: "sip" });
  await goToList(page, texts.en.trunk.menu, texts.en.trunk.title);
  await page.getByRole("textbox").first().fill(name);
  await press(page, "Find");
  await expect(page.getByRole("row", { name })).toContainText("Does not work");
});

for (const language of ["en", "ko"] as const) {
  const say = {
    en: { discard: "Discard Digits", reason: "the pattern has [2-9] there" },
    ko: { discard: "숫자 버림", reason: "패턴에서는 [2-9]입니다" },
  }[language];

  test(`[OV-02] a pattern as real dial plans have it: which numbers match is shown, and what is before its dot is discarded, in ${language}`, async ({
    page,
    api,
    uniqueName,
    prefer,
  }) => {
    const [text, { save, addSuccessful }] = [texts[language], words[language]];
    await prefer({ language });
    const [cluster, trunk] = [uniqueName("Ulsan"), uniqueName("To Ulsan")];
    const far = `8${uniqueNumber().slice(-3)}`;
    await createObject(api, "remoteCluster", {
      name: cluster,
      directoryNumbers: [far, `1${far}`].map((one) => ({ pattern: one, name: "" })),
    });
    await createObject(api, "trunk", { name: trunk, type: "interclusterQsig", remoteCluster: cluster });
    // Of its own, so that no other test has the pattern.
    const prefix = uniqueNumber();
    const pattern = `${prefix}.[2-9]XXX`;
    await visitNew(page, "routePattern");
    await field(page, text.patternField).fill(`${prefix}[9-2]`);
    await chooseIn(page, text.trunkField, trunk);
    await press(page, save);
    await expect(field(page, text.patternField)).toHaveAttribute("aria-invalid", "true");
    await field(page, text.patternField).fill(pattern);
    await chooseIn(page, say.discard, "PreDot");
    // By what goes out, not by what is dialed.
    await expect(page.getByText(text.oneOfTwo)).toBeVisible();
    const tested = page
      .getByRole("region", { name: /Which Numbers Match|일치하는 번호/ })
      .getByRole("textbox");
    await tested.fill(`${prefix}1234`);
    await expect(page.getByText(say.reason)).toBeVisible();
    await press(page, save);
    await expectStatus(page, addSuccessful);
    const named = { pattern, partition: null };
    expect(await storedObject(api, "routePattern", named)).toMatchObject({ discardDigits: "preDot" });

    const from = uniqueDevice(uniqueName);
    await createPhone(api, { name: from, lines: [{ index: 1, directoryNumber: uniqueNumber() }] });
    const heard = async () => {
      const data = { action: "dial", digits: prefix + far };
      const answer = await api.request.post(`/api/v1/phones/${from}/actions`, { data });
      if (!answer.ok()) return "";
      await expect.poll(async () => (await display()).tone).not.toBe("none");
      const { tone } = await display();
      await api.request.post(`/api/v1/phones/${from}/actions`, { data: { action: "onHook" } });
      return tone;
    };
    const display = async () =>
      (await (await api.request.get(`/api/v1/phones/${from}/display`)).json()) as { tone: string };
    await expect.poll(heard).toBe("ringback");
  });
}
