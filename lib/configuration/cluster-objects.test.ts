import { describe, expect, test } from "vitest";
import { commonDeviceConfigurationFields } from "@/lib/catalog/common-device-configuration-fields";
import { trunkTypes } from "@/lib/catalog/trunk-types";
import { callingSearchSpaceRules } from "@/lib/configuration/calling-search-space";
import { checkDeletable } from "@/lib/configuration/change-rules";
import { commonDeviceConfigurationRules } from "@/lib/configuration/common-device-configuration";
import { completed } from "@/lib/configuration/content-patch";
import type { ContentRules } from "@/lib/configuration/content-rules";
import { ctiRoutePointRules } from "@/lib/configuration/cti-route-point";
import { checkDevicePoolChange, devicePoolRules, isBuiltInDevicePool } from "@/lib/configuration/device-pool";
import { deviceProfileRules } from "@/lib/configuration/device-profile";
import { directoryNumberRules } from "@/lib/configuration/directory-number";
import { checkLocaleChange, localeRules } from "@/lib/configuration/locale";
import { partitionRules } from "@/lib/configuration/partition";
import { remoteClusterRules, remotePhoneName } from "@/lib/configuration/remote-cluster";
import { routePatternRules } from "@/lib/configuration/route-pattern";
import { known, places } from "@/lib/configuration/testing/cluster";
import { trunkRules } from "@/lib/configuration/trunk";

/** The problems of a new object with these fields and defaults for the rest. */
function problemsOf<Content>(rules: ContentRules<Content>, given: object): string[] {
  return places(rules.validate(completed(rules.shape, given), known));
}

describe("[CD-01] a common device configuration", () => {
  test("needs a name only; every other field has its default", () => {
    const content = completed(commonDeviceConfigurationRules.shape, { name: "Seoul" });
    expect(commonDeviceConfigurationRules.validate(content, known)).toEqual([]);
    expect(Object.keys(content as object)).toEqual(
      expect.arrayContaining(Object.keys(commonDeviceConfigurationFields)),
    );
    expect(content).toMatchObject({
      softkeyTemplate: null,
      userLocale: null,
      useTrustedRelayPoint: false,
      ipAddressingMode: "IPv4 and IPv6",
      mlppIndicationStatus: "Default",
      confidentialAccessMode: null,
    });
    expect(problemsOf(commonDeviceConfigurationRules, {})).toEqual(["name required"]);
  });

  test("[CD-02] names an existing softkey template, [PR-02] and installed locales", () => {
    const given = { name: "Seoul", softkeyTemplate: "No such", userLocale: "Korean Korea Republic" };
    expect(problemsOf(commonDeviceConfigurationRules, given)).toEqual([
      "softkeyTemplate unknownReference",
      "userLocale localeNotInstalled",
    ]);
  });

  test("accepts the choices and limits of each field and no others", () => {
    const given = {
      name: "Seoul",
      preemption: "forceful",
      networkHoldMohAudioSourceId: 0,
      mlppDomainId: "x".repeat(129),
      useTrustedRelayPoint: "t",
      confidentialAccessMode: "Fixed",
    };
    expect(problemsOf(commonDeviceConfigurationRules, given)).toEqual([
      "networkHoldMohAudioSourceId outOfRange",
      "mlppDomainId tooLong",
      "useTrustedRelayPoint wrongType",
      "preemption unknownValue",
    ]);
  });
});

describe("a directory number", () => {
  test("is busy at one call, has room for two and waits twelve seconds unless told otherwise", () => {
    const content = completed(directoryNumberRules.shape, { pattern: "2001" });
    expect(directoryNumberRules.validate(content, known)).toEqual([]);
    expect(content).toMatchObject({ busyTrigger: 1, maxCalls: 2, noAnswerSeconds: 12, partition: null });
    expect(content).toMatchObject({ forward: { all: { destination: null, voiceMail: false } } });
  });

  test.each([
    [{ busyTrigger: 3 }, "busyTrigger triggerAboveLimit"],
    [{ busyTrigger: 0 }, "busyTrigger outOfRange"],
    [{ noAnswerSeconds: 0 }, "noAnswerSeconds outOfRange"],
    [{ noAnswerSeconds: 301 }, "noAnswerSeconds outOfRange"],
    [{ maxCalls: 201 }, "maxCalls outOfRange"],
    [{ forward: { busy: { destination: "front desk" } } }, "forward.busy.destination badNumber"],
    [{ forward: { noAnswer: { voiceMail: 1 } } }, "forward.noAnswer.voiceMail wrongType"],
    [{ forward: { sometimes: {} } }, "forward.sometimes unknownField"],
    [{ partition: "No such" }, "partition unknownReference"],
    [{ pattern: "20X1" }, "pattern badNumber"],
  ])("with %j is refused", (change, problem) => {
    expect(problemsOf(directoryNumberRules, { pattern: "2001", ...change })).toEqual([problem]);
  });

  test("[RS-03] may have # and *, which only call back refuses, and any name", () => {
    for (const pattern of ["*55", "#1", "+8221234", "\\+82", "0042", "12AB"]) {
      expect(problemsOf(directoryNumberRules, { pattern, alertingName: "Kim #2 & <Co>" })).toEqual([]);
    }
  });
});

describe("a route pattern", () => {
  test("is stored with capitals, and with a plus in front as it is dialled", () => {
    const given = { partition: null, description: "", trunk: "To Busan", discardDigits: null };
    const stored = (pattern: string) => routePatternRules.normalize({ ...given, pattern }).pattern;
    expect(stored("5xxx")).toBe("5XXX");
    expect(stored("\\+82!")).toBe("+82!");
    expect(stored("9.\\+82!")).toBe("9.\\+82!");
  });

  test("is one of those of Unified CM, and has a trunk", () => {
    for (const pattern of ["5xxx", "9.[2-9]XXXXXX", "0!", "!", "\\+!", "8X?#"])
      expect(problemsOf(routePatternRules, { pattern, trunk: "To Busan" })).toEqual([]);
    for (const pattern of ["", "[5-1]", "9..X", "9.@", "?"])
      expect(problemsOf(routePatternRules, { pattern, trunk: "To Busan" })).toHaveLength(1);
    expect(problemsOf(routePatternRules, { pattern: "5XXX" })).toEqual(["trunk required"]);
  });

  test("discards what is before the dot, where it has one", () => {
    const discard = (pattern: string) =>
      problemsOf(routePatternRules, { pattern, trunk: "To Busan", discardDigits: "preDot" });
    expect(discard("9.XXXX")).toEqual([]);
    expect(discard("9XXXX")).toEqual(["discardDigits dotMissing"]);
    expect(discard("9..XXXX")).toEqual(["pattern badPattern"]);
  });
});

describe("a way to another cluster", () => {
  test.each([...trunkTypes])("[OV-02] can be a trunk of type %s", (type) => {
    expect(problemsOf(trunkRules, { name: "To Busan", type })).toEqual([]);
  });

  test("has a known type and leads to an existing cluster", () => {
    expect(problemsOf(trunkRules, { name: "T", type: "h323", remoteCluster: "No such" })).toEqual([
      "type unknownValue",
      "remoteCluster unknownReference",
    ]);
  });

  test("ends at numbers that are there once, each behind a phone of its own", () => {
    const directoryNumbers = [
      { pattern: "5001", name: "Lee" },
      { pattern: "5001", name: "Park" },
      { pattern: "50X1", name: "" },
    ];
    expect(problemsOf(remoteClusterRules, { name: "Busan", directoryNumbers })).toEqual([
      "directoryNumbers.1.pattern duplicate",
      "directoryNumbers.2.pattern badNumber",
    ]);
    expect(remotePhoneName("Busan", "5001")).toBe("Busan:5001");
  });
});

test("[PR-07] a CTI route point has a number and may forward", () => {
  expect(
    problemsOf(ctiRoutePointRules, { name: "Desk", directoryNumber: "3000", forwardTo: "2001" }),
  ).toEqual([]);
  expect(problemsOf(ctiRoutePointRules, { name: "Desk", directoryNumber: "3000", forwardTo: null })).toEqual(
    [],
  );
  expect(problemsOf(ctiRoutePointRules, { name: "Desk", forwardTo: "you" })).toEqual([
    "directoryNumber required",
    "forwardTo badNumber",
  ]);
});

test("partitions and calling search spaces have names; a space names each partition once", () => {
  expect(problemsOf(partitionRules, { name: "Seoul" })).toEqual([]);
  expect(problemsOf(callingSearchSpaceRules, { name: "All", partitions: ["Seoul", "Busan"] })).toEqual([]);
  expect(
    problemsOf(callingSearchSpaceRules, { name: "All", partitions: ["Seoul", "seoul", "No such"] }),
  ).toEqual(["partitions.1 duplicate", "partitions.2 unknownReference"]);
});

test("[IN-08] a device profile belongs to a user and may have no lines, but none twice", () => {
  expect(problemsOf(deviceProfileRules, { name: "Kim", userId: "kim" })).toEqual([]);
  expect(problemsOf(deviceProfileRules, { name: "Kim" })).toEqual(["userId required"]);
  const lines = [
    { index: 1, directoryNumber: "2001" },
    { index: 2, directoryNumber: "2001" },
  ];
  expect(problemsOf(deviceProfileRules, { name: "Kim", userId: "kim", lines })).toEqual([
    "lines.1.directoryNumber duplicate",
  ]);
});

describe("what belongs to the system", () => {
  test("[PR-02] English stays installed, and so does a locale that something has chosen", () => {
    const korean = { name: "Korean Korea Republic", kind: "user", isInstalled: true } as const;
    const english = { ...korean, name: "English United States" };
    expect(localeRules.validate(korean, known)).toEqual([]);
    expect(checkLocaleChange({ ...korean, isInstalled: false }, korean, 3)).toEqual([]);
    expect(checkLocaleChange(korean, { ...korean, isInstalled: false }, 0)).toEqual([]);
    expect(places(checkLocaleChange(korean, { ...korean, isInstalled: false }, 3))).toEqual([
      "isInstalled inUse",
    ]);
    expect(places(checkLocaleChange(english, { ...english, isInstalled: false }, 0))).toEqual([
      "isInstalled builtIn",
    ]);
    expect(places(checkLocaleChange(korean, { ...korean, name: "Other" }, 0))).toEqual([
      "name readOnlyField",
    ]);
  });

  test("the device pool Default keeps its name", () => {
    const pool = { name: "Default", description: "" };
    expect(devicePoolRules.validate(pool, known)).toEqual([]);
    expect(places(checkDevicePoolChange(pool, { ...pool, name: "Seoul" }))).toEqual(["name builtIn"]);
    expect(checkDevicePoolChange(pool, { ...pool, description: "x" })).toEqual([]);
    expect(isBuiltInDevicePool("default")).toBe(true);
  });

  test("cannot be deleted, and neither can what others use", () => {
    expect(checkDeletable({ name: "Seoul" }, 0)).toEqual([]);
    expect(places(checkDeletable({ name: "Default", isBuiltIn: true }, 0))).toEqual(["builtIn"]);
    expect(checkDeletable({ name: "Standard 8841 SIP", isStandard: true }, 2)).toEqual([
      { path: [], code: "standardReadOnly", params: { name: "Standard 8841 SIP" } },
      { path: [], code: "inUse", params: { name: "Standard 8841 SIP", count: 2 } },
    ]);
  });
});
