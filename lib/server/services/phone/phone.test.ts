import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PhoneDto } from "@/lib/contract/phone";
import type { PhoneButtonTemplateDto } from "@/lib/contract/phone-button-template";
import type { ServiceContext } from "@/lib/server/context";
import type { Refusal } from "@/lib/server/errors";
import { getEffectiveConfiguration } from "@/lib/server/services/phone/get-effective-configuration";
import { objectsOf, phoneInput } from "@/lib/server/testing/configuration";
import { databaseContents } from "@/lib/server/testing/database-contents";
import { refusalFrom, testContext } from "@/lib/server/testing/test-context";

let context: ServiceContext;
beforeAll(async () => {
  context = await testContext();
});
afterAll(() => context.database.close());

const ask = () => context;
const phones = objectsOf("phone", ask);
const templates = objectsOf("softkeyTemplate", ask);
const numbers = objectsOf("directoryNumber", ask);
const buttons = objectsOf("phoneButtonTemplate", ask);
const common = objectsOf("commonDeviceConfiguration", ask);
const partitions = objectsOf("partition", ask);

let made = 0;
/** The name of a phone that no other test has. */
const newName = () => `SEP${(++made).toString(16).toUpperCase().padStart(12, "0")}`;

async function expectProblems(work: Promise<unknown>, ...wanted: string[]) {
  const { problems } = (await refusalFrom(work)).data as { problems: { code: string; path: unknown[] }[] };
  expect(problems.map(({ path, code }) => `${path.join(".")} ${code}`)).toEqual(wanted);
}

describe("a new phone", () => {
  test("[PH-01] has what fits its model, and its name in capitals", async () => {
    const phone = await phones.create(phoneInput("sepaabbccddeeff"));
    expect(phone).toMatchObject({
      name: "SEPAABBCCDDEEFF",
      protocol: "SIP",
      devicePool: "Default",
      phoneButtonTemplate: "Standard 8841 SIP",
      registration: "neverRegistered",
      version: 1,
    });
    expect(await phones.get("SEPaabbccddeeff")).toEqual(phone);
  });

  test("makes the directory numbers of its lines once, each with a history of its own", async () => {
    const line = { index: 1, directoryNumber: "2310" };
    await phones.create(phoneInput(newName(), { lines: [line], reason: "new desk" }));
    expect(await numbers.get("2310")).toMatchObject({
      pattern: "2310",
      noAnswerSeconds: 12,
      busyTrigger: 1,
      maxCalls: 2,
      forward: { all: { destination: null, voiceMail: false } },
      version: 1,
      usedByCount: 1,
    });
    await phones.create(phoneInput(newName(), { lines: [line] }));
    expect((await numbers.revisions("2310")).items).toMatchObject([{ number: 1, reason: "new desk" }]);
    expect((await numbers.dependencies("2310")).counts).toEqual([{ kind: "phone", count: 2 }]);
  });

  test("a line that does not say its limits is stored with those of its directory number, which later lines alone follow", async () => {
    await numbers.create({ pattern: "2940", busyTrigger: 3, maxCalls: 6 });
    const name = newName();
    const line = { index: 1, directoryNumber: "2940" };
    const second = { index: 2, directoryNumber: "2941" };
    const third = { index: 3, directoryNumber: "2942", maxCalls: 1 };
    const limitsOf = async () =>
      ((await phones.get(name)) as PhoneDto).lines.map(({ busyTrigger, maxCalls }) => [
        busyTrigger,
        maxCalls,
      ]);
    await phones.create(phoneInput(name, { lines: [line, second, third] }));
    expect(await limitsOf()).toEqual([
      [3, 6],
      [1, 2],
      [1, 1],
    ]);
    await numbers.update("2940", { version: 1, busyTrigger: 1, maxCalls: 2 });
    expect(await limitsOf()).toContainEqual([3, 6]);
    const changed = { version: 1, lines: [{ ...line, busyTrigger: 2, maxCalls: null }] };
    await phones.update(name, changed);
    expect(await limitsOf()).toEqual([[2, 2]]);
    await phones.update(name, { version: 2, lines: [{ ...line, busyTrigger: 2 }] });
    expect((await phones.get(name)).version).toBe(2);
    await phones.restore(name, 1);
    expect(await limitsOf()).toContainEqual([3, 6]);
    await expectProblems(
      phones.update(name, { version: 3, lines: [{ ...line, busyTrigger: 3, maxCalls: 2 }] }),
      "lines.0.busyTrigger triggerAboveLimit",
    );
  });

  test("the number of a new line may be made and deleted by others at the same moment", async () => {
    const lines = [{ index: 1, directoryNumber: "2888" }];
    const removals = Array.from({ length: 12 }, async () => {
      const name = newName();
      await phones.create(phoneInput(name, { lines }));
      await phones.remove(name);
      // Refused while another phone has it, or already gone: never anything else.
      const end = await numbers.remove("2888").catch((refusal: Refusal) => refusal.code);
      expect([undefined, "inUse", "notFound"]).toContain(end);
    });
    await Promise.all(removals);
  });

  test("many at once share the numbers that they make", async () => {
    const lines = ["2322", "2321", "2320"].map((directoryNumber, at) => ({ index: at + 1, directoryNumber }));
    await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        phones.create(phoneInput(newName(), { lines: index % 2 ? lines : [...lines].reverse() })),
      ),
    );
    for (const { directoryNumber } of lines) {
      expect((await numbers.revisions(directoryNumber)).items).toHaveLength(1);
      expect((await numbers.dependencies(directoryNumber)).total).toBe(6);
    }
  });

  test("what its model cannot have, or what does not exist, is refused and nothing is stored", async () => {
    const before = await databaseContents(context.database);
    const name = newName();
    const lines = [{ index: 1, directoryNumber: "2399" }];
    await expectProblems(phones.create({ name, model: "Cisco 9999", lines }), "model unknownModel");
    await expectProblems(phones.create(phoneInput("SEP12")), "name badPhoneName");
    await expectProblems(
      phones.create(phoneInput(name, { protocol: "SCCP", phoneButtonTemplate: "Standard 8841 SIP" })),
      "protocol protocolNotSupported",
    );
    await expectProblems(
      phones.create(phoneInput(name, { lines: [...lines, { index: 1, directoryNumber: "2398" }] })),
      "lines.1.index duplicate",
    );
    await expectProblems(
      phones.create(phoneInput(name, { lines, softkeyTemplate: "None of ours" })),
      "softkeyTemplate unknownReference",
    );
    await expectProblems(
      phones.create(phoneInput(name, { phoneButtonTemplate: "Standard 8851 SIP" })),
      "phoneButtonTemplate otherModel",
    );
    expect(await databaseContents(context.database)).toEqual(before);
  });

  test("[PR-02] with a locale that is not installed is refused", async () => {
    await expectProblems(
      phones.create(phoneInput(newName(), { userLocale: "Korean Korea Republic" })),
      "userLocale localeNotInstalled",
    );
  });

  test("made from a copy shares its lines; another model gets its own buttons", async () => {
    const source = newName();
    await phones.create(
      phoneInput(source, { description: "Lobby", lines: [{ index: 1, directoryNumber: "2330" }] }),
    );
    expect(await phones.create({ name: newName(), copyOf: source, model: "Cisco 8851" })).toMatchObject({
      model: "Cisco 8851",
      description: "Lobby",
      phoneButtonTemplate: "Standard 8851 SIP",
      lines: [{ directoryNumber: "2330" }],
    });
  });
});

describe("changing a phone", () => {
  test("records are merged, lists replaced, and new lines make their numbers", async () => {
    const name = newName();
    await phones.create(phoneInput(name, { dnd: { option: "Call Reject" } }));
    const after = await phones.update(name, {
      version: 1,
      dnd: { status: true },
      lines: [
        { index: 2, directoryNumber: "2341", label: "Second" },
        { index: 1, directoryNumber: "2340" },
      ],
    });
    expect(after).toMatchObject({
      dnd: { status: true, option: "Call Reject" },
      lines: [{ directoryNumber: "2340" }, { directoryNumber: "2341", label: "Second" }],
    });
    expect(await phones.get(name)).toEqual(after);
    expect(await numbers.find("pattern:beginsWith:234")).toEqual(["2340", "2341"]);
  });

  test("model and protocol are fixed; the phone sent back as it was read is no change", async () => {
    const name = newName();
    const phone = await phones.create(phoneInput(name, { speedDials: [{ index: 1, number: "2001" }] }));
    expect(await phones.update(name, phone)).toEqual(phone);
    const { registration, ...rest } = phone as unknown as PhoneDto;
    expect(await phones.update(name, { ...rest, registration: `not ${registration}` })).toEqual(phone);
    await expectProblems(phones.update(name, { version: 1, model: "Cisco 8851" }), "model readOnlyField");
  });

  test("a restored revision brings back its lines, and their numbers when they are gone", async () => {
    const name = newName();
    await phones.create(phoneInput(name, { lines: [{ index: 1, directoryNumber: "2350" }] }));
    await phones.update(name, { version: 1, lines: [{ index: 1, directoryNumber: "2351" }] });
    await numbers.remove("2350");
    expect(await phones.restore(name, 1)).toMatchObject({ lines: [{ directoryNumber: "2350" }], version: 3 });
    expect(await numbers.get("2350")).toMatchObject({ version: 1 });
  });

  test("another pattern of a directory number shows on every phone, and in the order of the list", async () => {
    const [one, other] = [newName(), newName()];
    await phones.create(phoneInput(one, { lines: [{ index: 1, directoryNumber: "2360" }] }));
    await phones.create(phoneInput(other, { lines: [{ index: 1, directoryNumber: "2361" }] }));
    await numbers.update("2360", { version: 1, pattern: "2369" });
    expect(await phones.get(one)).toMatchObject({ lines: [{ directoryNumber: "2369" }] });
    const { items } = await phones.list({ where: ["lines:beginsWith:236"], sort: "directoryNumber" });
    expect(items.map(({ name }) => name)).toEqual([other, one]);
  });

  test("the same number in two partitions is two directory numbers", async () => {
    await partitions.create({ name: "Floor 1" });
    const name = newName();
    const lines = [
      { index: 1, directoryNumber: "2370" },
      { index: 2, directoryNumber: "2370", partition: "FLOOR 1" },
    ];
    expect(await phones.create(phoneInput(name, { lines }))).toMatchObject({
      lines: [{ partition: null }, { partition: "Floor 1" }],
    });
    expect(await phones.get(name)).toMatchObject({ lines: [{ partition: null }, { partition: "Floor 1" }] });
    expect(await numbers.get("2370", "floor 1")).toMatchObject({ partition: "Floor 1" });
    expect((await refusalFrom(partitions.remove("Floor 1"))).data).toMatchObject({
      dependencies: [{ kind: "directoryNumber", name: "2370", partition: "Floor 1" }],
    });
  });
});

describe("button templates", () => {
  test("[BT-02] a template is a copy of the standard one of a model, with the same buttons", async () => {
    const copy = await buttons.create({ name: "Reception", copyOf: "standard 8841 sip" });
    expect(copy).toMatchObject({
      copyOf: "Standard 8841 SIP",
      isStandard: false,
      model: "Cisco 8841",
      protocol: "SIP",
    });
    expect(copy.buttons).toHaveLength(5);
    expect((copy.buttons as unknown[])[0]).toEqual({
      position: 1,
      feature: "Line",
      label: "",
      isFixed: true,
    });
    expect(await buttons.create({ name: "By model", model: "Cisco 8851", protocol: "SIP" })).toMatchObject({
      copyOf: "Standard 8851 SIP",
    });
  });

  test("[BT-03] [BT-04] another feature is chosen for a button; the rest may be sent back as it was read", async () => {
    const copy = await buttons.create({ name: "With call back", copyOf: "Standard 8841 SIP" });
    const read = copy as unknown as PhoneButtonTemplateDto;
    const chosen = read.buttons.map((button) =>
      button.position === 2 ? { position: 2, feature: "CallBack" } : button,
    );
    expect(await buttons.update("With call back", { ...copy, buttons: chosen })).toMatchObject({
      version: 2,
      buttons: [{}, { position: 2, feature: "CallBack", label: "", isFixed: false }, {}, {}, {}],
    });
    expect(await buttons.find("buttons:contains:callback")).toEqual(["With call back"]);
  });

  test("[PR-08] CallBack is refused in a template of a model without that button", async () => {
    for (const standard of ["Standard 7965 SCCP", "Standard IP Communicator SIP", "Standard 6911 SIP"]) {
      const name = `Copy of ${standard}`;
      const { buttons: list } = await buttons.create({ name, copyOf: standard });
      const changed = [...(list as object[]).slice(0, 1), { position: 2, feature: "CallBack" }];
      const work = buttons.update(name, { version: 1, buttons: changed });
      await expectProblems(work, "buttons.1.feature featureNotSupported");
    }
  });

  test("the first button, and a standard template, cannot be changed", async () => {
    await buttons.create({ name: "Fixed", copyOf: "Standard 7841 SIP" });
    const first = [{ position: 1, feature: "Speed Dial" }];
    await expectProblems(buttons.update("Fixed", { version: 1, buttons: first }), "buttons.0 buttonFixed");
    expect(
      await refusalFrom(buttons.update("Standard 7841 SIP", { version: 1, description: "x" })),
    ).toMatchObject({
      code: "standardReadOnly",
      data: { problems: [{ path: ["description"] }] },
    });
    expect((await refusalFrom(buttons.remove("Standard 7841 SIP"))).code).toBe("standardReadOnly");
  });

  test("a template in use is told by how many and which phones, and cannot be deleted", async () => {
    await buttons.create({ name: "In use", copyOf: "Standard 8841 SIP" });
    for (let index = 0; index < 52; index++)
      await phones.create(phoneInput(newName(), { phoneButtonTemplate: "in use" }));
    const refusal = await refusalFrom(buttons.remove("In use"));
    expect(refusal).toMatchObject({ code: "inUse", data: { total: 52 } });
    expect((refusal.data as { dependencies: unknown[] }).dependencies).toHaveLength(50);
    expect(await buttons.get("In use")).toMatchObject({ usedByCount: 52 });
    expect((await buttons.dependencies("In use")).counts).toEqual([{ kind: "phone", count: 52 }]);
  });
});

describe("softkey templates", () => {
  test("count every kind of object that uses them, and follow a rename", async () => {
    await templates.create({ name: "Used", copyOf: "Standard User" });
    await common.create({ name: "Site", softkeyTemplate: "Used" });
    await phones.create(phoneInput(newName(), { softkeyTemplate: "Used" }));
    await objectsOf("deviceProfile", ask).create({ name: "Lee", userId: "lee", softkeyTemplate: "Used" });
    expect((await templates.get("Used")).usedByCount).toBe(3);
    expect(await refusalFrom(templates.remove("Used"))).toMatchObject({
      code: "inUse",
      data: { total: 3, dependencies: [{ kind: "commonDeviceConfiguration", name: "Site" }, {}, {}] },
    });
    await templates.update("Used", { version: 1, name: "Renamed" });
    expect(await common.get("Site")).toMatchObject({ softkeyTemplate: "Renamed", version: 1 });
  });

  test("[PH-04] the phone's own comes before the common one, and that before the default", async () => {
    const name = newName();
    await templates.create({
      name: "Own",
      copyOf: "Standard User",
      callStates: { "On Hook": ["NewCall", "CallBack"] },
    });
    await common.create({ name: "Precedence", softkeyTemplate: "Standard Feature" });
    await phones.create(phoneInput(name));
    const applied = async () => (await getEffectiveConfiguration(context, name)).saved;
    expect((await applied()).softkeyTemplate).toEqual({ value: "Standard User", source: "default" });
    await phones.update(name, { version: 1, commonDeviceConfiguration: "Precedence" });
    expect((await applied()).softkeyTemplate).toEqual({
      value: "Standard Feature",
      source: "commonDeviceConfiguration",
    });
    await phones.update(name, { version: 2, softkeyTemplate: "Own" });
    expect(await applied()).toMatchObject({
      softkeyTemplate: { value: "Own", source: "phone" },
      softkeys: { callStates: { "On Hook": ["NewCall", "CallBack"] } },
      buttons: [{ feature: "Line", number: "2001" }, {}, {}, {}, {}],
    });
  });
});

describe("finding phones", () => {
  test.each([
    "name",
    "-name",
    "description",
    "directoryNumber",
    "-lines",
    "devicePool",
    "dnd.status",
    "-updatedAt",
    "extensionMobility",
    "speedDials",
    "version",
  ])("[PH-01] pages sorted by %s show every phone once, in order", async (sort) => {
    const whole = (await phones.list({ sort })).items.map(({ name }) => name);
    const paged: unknown[] = [];
    let cursor: string | null = null;
    do {
      const page = await phones.list({ sort, limit: 7, ...(cursor ? { cursor } : {}) });
      paged.push(...page.items.map(({ name }) => name));
      cursor = page.nextCursor;
    } while (cursor);
    expect(paged).toEqual(whole);
    expect(new Set(whole).size).toBe(whole.length);
  });

  test("every operator finds any line's number, taking % and _ literally", async () => {
    const name = newName();
    await phones.create(
      phoneInput(name, {
        description: "50_off",
        lines: [
          { index: 1, directoryNumber: "+8224401" },
          { index: 2, directoryNumber: "*4402#" },
        ],
      }),
    );
    expect(await phones.find("lines:beginsWith:+8224")).toEqual([name]);
    expect(await phones.find("directoryNumber:isExactly:*4402#")).toEqual([name]);
    expect(await phones.find("directoryNumber:endsWith:4401")).toEqual([name]);
    expect(await phones.find("directoryNumber:contains:440")).toEqual([name]);
    expect(await phones.find("directoryNumber:isEmpty:")).toEqual([]);
    expect(await phones.find("description:contains:0_O")).toEqual([name]);
    expect(await phones.find("description:contains:5__o")).toEqual([]);
    expect(await phones.find("description:contains:5%off")).toEqual([]);
    expect(await phones.find("speedDials:isEmpty:", "directoryNumber:contains:440")).toEqual([name]);
  });
});
