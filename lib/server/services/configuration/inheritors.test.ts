import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PhonesInUse, phonesInUse } from "@/lib/server/testing/phones-in-use";

type Records = {
  items: { name: string }[];
  total: number;
  inheritedBy: { items: { name: string; through: { kind: string; name: string } | null }[]; total: number };
};

let cluster: PhonesInUse;
/** 2001 names its template; 2002 has it from Site; 2003 and 2004 name none, 2004 in a common configuration without one. */
beforeAll(async () => {
  cluster = await phonesInUse(["2001", "2002", "2003", "2004"], { extensionMobility: true });
  await cluster.send("POST", "/softkey-templates", { name: "Mine", copyOf: "Standard User" });
  await cluster.send("POST", "/common-device-configurations", {
    ...{ name: "Site", softkeyTemplate: "Call Back User", networkLocale: "United States" },
  });
  await cluster.send("POST", "/common-device-configurations", { name: "Bare" });
  await cluster.change(pathOf("2002"), { softkeyTemplate: null, commonDeviceConfiguration: "Site" });
  await cluster.change(pathOf("2003"), { softkeyTemplate: null });
  await cluster.change(pathOf("2004"), { softkeyTemplate: null, commonDeviceConfiguration: "Bare" });
  await cluster.send("POST", "/phones", {
    ...{ name: "ATA001122334455", model: "Cisco ATA 186", lines: [{ index: 1, directoryNumber: "2009" }] },
  });
});
afterAll(() => cluster.close());

const pathOf = (number: string) => cluster.phone(number).path;
const nameOf = (number: string) => cluster.phone(number).name;
const site = { kind: "commonDeviceConfiguration", name: "Site" };

async function inheritorsOf(path: string) {
  const records = (await cluster.get(`${path}/dependencies`)) as unknown as Records;
  const stored = await cluster.get(path);
  expect(stored.inheritedByCount).toBe(records.inheritedBy.total);
  expect(stored.usedByCount).toBe(records.total);
  return records.inheritedBy.items.map(({ name, through }) => [name, through]);
}

describe("those who inherit an object are told apart from those who name it", () => {
  test("[PH-04] a softkey template is inherited through a common device configuration", async () => {
    expect(await inheritorsOf("/softkey-templates/Call%20Back%20User")).toEqual([[nameOf("2002"), site]]);
  });

  test("[SK-04] the template that applies by default is inherited by phones that have softkeys and are given none", async () => {
    const byDefault = [
      [nameOf("2003"), null],
      [nameOf("2004"), null],
    ];
    expect(await inheritorsOf("/softkey-templates/Standard%20User")).toEqual(byDefault);
    await cluster.change("/softkey-templates/Mine", { isDefault: true });
    expect(await inheritorsOf("/softkey-templates/Mine")).toEqual(byDefault);
    expect(await inheritorsOf("/softkey-templates/Standard%20User")).toEqual([]);
    const answer = await cluster.get("/softkey-templates?where=inheritedByCount:isExactly:2");
    expect(answer).toMatchObject({ code: "validationFailed" });
    const list = (await cluster.get("/softkey-templates?where=name:isExactly:Mine")) as { items: object[] };
    expect(list.items).toMatchObject([{ usedByCount: 0, inheritedByCount: 2 }]);
  });

  test("the answer to a change of the default mark counts with the mark", async () => {
    const { version } = await cluster.get("/softkey-templates/Mine");
    const unmarked = await cluster.send("PATCH", "/softkey-templates/Mine", { version, isDefault: false });
    expect(unmarked).toMatchObject({ usedByCount: 0, inheritedByCount: 0 });
    const marked = await cluster.send("PATCH", "/softkey-templates/Mine", {
      ...{ version: unmarked.version, isDefault: true },
    });
    expect(marked).toMatchObject({ usedByCount: 0, inheritedByCount: 2 });
  });

  test("[IN-08] while a user is logged in, the phone inherits through the profile and from nobody else", async () => {
    await cluster.send("POST", "/softkey-templates", { name: "Of Kim", copyOf: "Standard User" });
    await cluster.send("POST", "/device-profiles", {
      ...{ name: "Kim", userId: "kim", softkeyTemplate: "Of Kim", phoneButtonTemplate: "Standard 8841 SIP" },
    });
    await cluster.phone("2003").does({ action: "login", userId: "kim" });
    await cluster.wait(10);
    const kim = { kind: "deviceProfile", name: "Kim" };
    expect(await inheritorsOf("/softkey-templates/Of%20Kim")).toEqual([[nameOf("2003"), kim]]);
    expect(await inheritorsOf("/softkey-templates/Mine")).toEqual([[nameOf("2004"), null]]);
    expect(await inheritorsOf("/phone-button-templates/Standard%208841%20SIP")).toEqual([]);
    await cluster.phone("2003").does({ action: "logout" });
    await cluster.wait(10);
    expect(await inheritorsOf("/softkey-templates/Of%20Kim")).toEqual([]);
  });

  test("[PR-02] locales are inherited through common device configurations, and built-in ones by everybody else", async () => {
    const all = ["2001", "2002", "2003", "2004"].map(nameOf);
    const names = async (path: string) => (await inheritorsOf(path)).map(([name]) => name);
    expect(await names("/locales/English%20United%20States")).toEqual(["ATA001122334455", ...all]);
    const network = await inheritorsOf("/locales/United%20States");
    expect(network).toContainEqual([nameOf("2002"), site]);
    expect(network).toContainEqual([nameOf("2001"), null]);
    expect(network).toHaveLength(5);
    await cluster.change(pathOf("2001"), { userLocale: "English United States" });
    expect(await names("/locales/English%20United%20States")).toEqual([
      "ATA001122334455",
      ...all.filter((name) => name !== nameOf("2001")),
    ]);
  });

  test("what nothing inherits says so", async () => {
    expect(await inheritorsOf("/device-pools/Default")).toEqual([]);
    expect(await inheritorsOf("/common-device-configurations/Site")).toEqual([]);
  });

  test("who inherits does not keep an object from being deleted, and beyond fifty there is the count", async () => {
    for (let index = 0; index < 52; index++)
      await cluster.send("POST", "/phones", {
        name: `SEP0000000A${String(index).padStart(4, "0")}`,
        ...{ model: "Cisco 8841", commonDeviceConfiguration: "Site" },
        lines: [{ index: 1, directoryNumber: `4${String(index).padStart(3, "0")}` }],
      });
    const records = (await cluster.get(
      "/softkey-templates/Call%20Back%20User/dependencies",
    )) as unknown as Records;
    expect(records.inheritedBy.total).toBe(53);
    expect(records.inheritedBy.items).toHaveLength(50);
  });
});
