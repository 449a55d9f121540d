import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { phoneModels } from "@/lib/catalog/phone-models";
import { withPatch } from "@/lib/configuration/content-patch";
import { copiedPhone, newPhone } from "@/lib/configuration/new-phone";
import { checkPhoneChange, dndOptionsOf, type PhoneContent, phoneRules } from "@/lib/configuration/phone";
import { examplePhoneName } from "@/lib/configuration/phone-name";
import { deskPhone, known, places } from "@/lib/configuration/testing/cluster";
import { deskPhones } from "@/lib/configuration/testing/phones";

function problemsOf(change: Record<string, unknown>): string[] {
  return places(phoneRules.validate(withPatch(deskPhone(), change), known));
}

const bekem = "BEKEM 36-Button Line Expansion Module";
const line = {
  directoryNumber: "2001",
  partition: null,
  label: "",
  displayName: "",
  busyTrigger: 1,
  maxCalls: 2,
};

describe("[PH-01] a new phone", () => {
  test("needs a name and a model; the rest has defaults", () => {
    const phone = newPhone({
      name: "SEP001122334455",
      model: "Cisco 8841",
      lines: [{ index: 1, directoryNumber: "2001" }],
    });
    expect(phone).toEqual({
      name: "SEP001122334455",
      description: "",
      model: "Cisco 8841",
      protocol: "SIP",
      devicePool: "Default",
      callingSearchSpace: null,
      commonDeviceConfiguration: null,
      softkeyTemplate: null,
      phoneButtonTemplate: "Standard 8841 SIP",
      userLocale: null,
      networkLocale: null,
      dnd: { status: false, option: "Ringer Off" },
      extensionMobility: false,
      owner: null,
      lines: [{ ...line, index: 1, busyTrigger: null, maxCalls: null }],
      speedDials: [],
      expansionModules: [],
    });
    expect(phoneRules.validate(phone, known)).toEqual([]);
    expect(places(phoneRules.validate(newPhone({}), known))).toEqual([
      "name required",
      "model required",
      "protocol required",
      "phoneButtonTemplate required",
    ]);
  });

  test.each(
    phoneModels.flatMap(({ name, protocols }) => protocols.map((protocol) => [name, protocol] as const)),
  )("can be a %s with %s", (model, protocol) => {
    const lines = [{ index: 1, directoryNumber: "2001" }];
    const phone = newPhone({ name: examplePhoneName(model), model, protocol, lines });
    expect(phoneRules.validate(phone, known)).toEqual([]);
  });

  test("has the limits of its directory numbers where its lines say none; what is said moves what is not", () => {
    const given = [
      { directoryNumber: "2001" },
      { directoryNumber: "2002", busyTrigger: 7 },
      { directoryNumber: "2003", maxCalls: 1 },
      { directoryNumber: "2009" },
    ].map((one, position) => ({ ...one, index: position + 1 }));
    const phone = newPhone({ name: "SEP001122334455", model: "Cisco 8841", lines: given }) as PhoneContent;
    const filled = phoneRules.fill(phone, {
      limitsOfNumber: (pattern, partition) =>
        pattern === "2009" || partition !== null ? undefined : { busyTrigger: 2, maxCalls: 4 },
    });
    expect(filled.lines.map(({ busyTrigger, maxCalls }) => [busyTrigger, maxCalls])).toEqual([
      [2, 4],
      [7, 7],
      [1, 1],
      [1, 2],
    ]);
    expect(phoneRules.validate(filled, known)).toEqual([]);
  });

  test("refuses a busy trigger above the most calls of its line", () => {
    const lines = [{ ...line, index: 1, busyTrigger: 3 }];
    expect(problemsOf({ lines })).toEqual(["lines.0.busyTrigger triggerAboveLimit"]);
  });

  test("of a model with two protocols must say which", () => {
    const phone = newPhone({
      name: "SEP001122334455",
      model: "Cisco 7965",
      lines: [{ index: 1, directoryNumber: "1" }],
    });
    expect(places(phoneRules.validate(phone, known))).toEqual(["protocol required"]);
  });

  test("is refused with a model or protocol that does not exist", () => {
    expect(problemsOf({ model: "Cisco 9999" })).toEqual(["model unknownModel"]);
    expect(problemsOf({ protocol: "SCCP" })).toEqual(["protocol protocolNotSupported"]);
    const name = "SEP001122334455";
    const lines = [{ index: 1, directoryNumber: "1" }];
    const phone = newPhone({ name, model: "Cisco 8841", protocol: "SCCP", lines });
    expect(places(phoneRules.validate(phone, known))).toEqual(["protocol protocolNotSupported"]);
  });
});

describe("the references of a phone", () => {
  test("[PH-02][PH-03] must exist", () => {
    const change = { softkeyTemplate: "No such", commonDeviceConfiguration: "No such", devicePool: "None" };
    expect(problemsOf(change).toSorted()).toEqual([
      "commonDeviceConfiguration unknownReference",
      "devicePool unknownReference",
      "softkeyTemplate unknownReference",
    ]);
    expect(problemsOf({ lines: [{ ...line, index: 1, partition: "No such" }] })).toEqual([
      "lines.0.partition unknownReference",
    ]);
  });

  test("[PR-02] a locale that is not installed is refused with its own problem, one of the wrong kind as unknown", () => {
    const phone = deskPhone({ userLocale: "Korean Korea Republic", networkLocale: "Korea Republic" });
    expect(phoneRules.validate(phone, known)).toEqual([
      {
        path: ["userLocale"],
        code: "localeNotInstalled",
        params: { locale: "Korean Korea Republic", kind: "user" },
      },
      {
        path: ["networkLocale"],
        code: "localeNotInstalled",
        params: { locale: "Korea Republic", kind: "network" },
      },
    ]);
    expect(problemsOf({ userLocale: "English United States", networkLocale: "United States" })).toEqual([]);
    expect(problemsOf({ userLocale: "United States" })).toEqual(["userLocale unknownReference"]);
  });

  test("[PH-05] a button template must be for the model and protocol", () => {
    expect(phoneRules.validate(deskPhone({ phoneButtonTemplate: "Standard 7965 SCCP" }), known)).toEqual([
      {
        path: ["phoneButtonTemplate"],
        code: "otherModel",
        params: { template: "Standard 7965 SCCP", model: "Cisco 8841", protocol: "SIP" },
      },
    ]);
  });
});

describe("the lines of a phone", () => {
  test("have distinct indexes and distinct numbers; there may be none", () => {
    expect(problemsOf({ lines: [] })).toEqual([]);
    const twice = [
      { ...line, index: 1 },
      { ...line, index: 1, directoryNumber: "2002" },
    ];
    expect(problemsOf({ lines: twice })).toEqual(["lines.1.index duplicate"]);
    const same = [
      { ...line, index: 1 },
      { ...line, index: 2 },
    ];
    expect(problemsOf({ lines: same })).toEqual(["lines.1.directoryNumber duplicate"]);
    expect(problemsOf({ lines: [same[0], { ...same[1], partition: "Seoul" }] })).toEqual([]);
  });

  test("have labels of at most 30 characters and keep leading zeros and +", () => {
    expect(
      problemsOf({ lines: [{ ...line, index: 1, label: "가".repeat(121), displayName: "가".repeat(120) }] }),
    ).toEqual(["lines.0.label tooLong"]);
    const phone = deskPhone({ lines: [{ ...line, index: 1, directoryNumber: "\\+8207" }] });
    expect(phoneRules.normalize(phone).lines[0]?.directoryNumber).toBe("+8207");
  });

  test("name numbers only: no spaces, no wildcards", () => {
    for (const directoryNumber of ["20 01", "20X1", "", "1".repeat(256), "2+1"]) {
      expect(problemsOf({ lines: [{ ...line, index: 1, directoryNumber }] })).toHaveLength(1);
    }
  });
});

test("expansion modules must fit the model, kind and number", () => {
  expect(problemsOf({ expansionModules: [bekem] })).toEqual([
    "expansionModules.0 expansionModuleNotSupported",
  ]);
  const phone = (modules: string[]) =>
    newPhone({
      ...deskPhone(),
      model: "Cisco 8851",
      phoneButtonTemplate: undefined,
      expansionModules: modules,
    });
  expect(phoneRules.validate(phone([bekem, bekem]), known)).toEqual([]);
  expect(places(phoneRules.validate(phone([bekem, bekem, bekem]), known))).toEqual([
    "expansionModules tooMany",
  ]);
  expect(problemsOf({ expansionModules: ["BEKEM"] })).toEqual(["expansionModules.0 unknownValue"]);
});

test("[IN-04] SCCP 7940 and 7960 cannot reject calls with DND", () => {
  expect(dndOptionsOf("Cisco 7960", "SCCP")).toEqual(["Ringer Off"]);
  expect(dndOptionsOf("Cisco 7960", "SIP")).toEqual(["Ringer Off", "Call Reject"]);
  const phone = newPhone({
    ...deskPhone({ dnd: { status: true, option: "Call Reject" } }),
    model: "Cisco 7960",
    protocol: "SCCP",
    phoneButtonTemplate: undefined,
  });
  expect(places(phoneRules.validate(phone, known))).toEqual(["dnd.option dndOptionNotSupported"]);
});

test("model and protocol are fixed when a phone is made", () => {
  const after = { ...deskPhone(), model: "Cisco 8851" };
  expect(checkPhoneChange(deskPhone(), after)).toEqual([
    { path: ["model"], code: "readOnlyField", params: { field: "model" } },
  ]);
  expect(checkPhoneChange(deskPhone(), deskPhone({ description: "x" }))).toEqual([]);
});

describe("a copy of a phone", () => {
  test("has its own name and shares the rest, lines included", () => {
    const source = deskPhone({ softkeyTemplate: "Reception", description: "Lobby" });
    expect(copiedPhone(source, { name: "SEPAABBCCDDEEFF" })).toEqual({ ...source, name: "SEPAABBCCDDEEFF" });
    expect(places(phoneRules.validate(copiedPhone(source, {}), known))).toEqual(["name required"]);
  });

  test("leaves out the softkey template for a model without softkeys, and refuses one that is given", () => {
    const source = deskPhone({ softkeyTemplate: "Reception" });
    const name = examplePhoneName("Cisco ATA 186");
    const copy = copiedPhone(source, { name, model: "Cisco ATA 186" }) as PhoneContent;
    expect(copy.softkeyTemplate).toBeNull();
    const given = copiedPhone(source, { name, model: "Cisco ATA 186", softkeyTemplate: "Reception" });
    expect(phoneRules.validate(given, known)).toEqual([
      { path: ["softkeyTemplate"], code: "fieldNotSupported", params: { model: "Cisco ATA 186" } },
    ]);
  });

  test("is valid for any other model, with that model's standard button template", () => {
    fc.assert(
      fc.property(deskPhones, fc.constantFrom(...phoneModels), (source, model) => {
        const given = { name: examplePhoneName(model.name), model: model.name };
        const copy = copiedPhone(source, given) as PhoneContent;
        expect(phoneRules.validate(copy, known)).toEqual([]);
        expect(copy.lines).toEqual(source.lines);
        expect(model.protocols).toContain(copy.protocol);
      }),
    );
  });
});

test("whatever is stored is valid and stays as it is when stored again", () => {
  fc.assert(
    fc.property(deskPhones, (phone) => {
      const stored = phoneRules.normalize(phone);
      expect(phoneRules.validate(stored, known)).toEqual([]);
      expect(phoneRules.normalize(stored)).toEqual(stored);
    }),
  );
});
