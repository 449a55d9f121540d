import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commonDeviceConfigurationRules } from "@/lib/configuration/common-device-configuration";
import type { RecordShape } from "@/lib/configuration/content-shape";
import { directoryNumberRules } from "@/lib/configuration/directory-number";
import { phoneRules } from "@/lib/configuration/phone";
import { deskPhone } from "@/lib/configuration/testing/cluster";
import { standardLayout } from "@/lib/configuration/testing/layouts";
import { admissionOf, type DeviceSources, deviceConfiguration } from "@/lib/devices/device-configuration";
import {
  type ChangedPart,
  fieldImpacts,
  fieldOfChange,
  impactOfField,
  isDownloaded,
} from "@/lib/devices/field-impacts";
import { strongestImpact } from "@/lib/devices/impact";
import { planOf } from "@/lib/devices/plan";
import { devicePairs } from "@/lib/devices/testing/arbitraries";
import { changeCases, unchanged } from "@/lib/devices/testing/change-cases";
import { commonContent, deviceSources, snapshotOf } from "@/lib/devices/testing/example-device";

const parts = Object.keys(fieldImpacts) as ChangedPart[];

function planBetween(running: DeviceSources, configured: DeviceSources) {
  return planOf(deviceConfiguration(running), deviceConfiguration(configured));
}

describe("what a change does to a phone", () => {
  const rows = parts.flatMap((part) => Object.keys(fieldImpacts[part]).map((field) => ({ part, field })));

  test.each(rows)("[SK-10][CD-03][BT-05][PH-02][PH-03] $part: $field", ({ part, field }) => {
    const change = changeCases[part][field];
    if (!change) throw new Error(`no case for ${part} ${field}`);
    const { impact, changes } = planBetween(unchanged, { ...unchanged, ...change });
    const wanted = impactOfField(part, field);
    expect(impact).toBe(isDownloaded(wanted) ? wanted : "none");
    const found = changes.map((each) => `${each.part} ${fieldOfChange(each.change)}`);
    expect([...new Set(found)]).toEqual(isDownloaded(wanted) ? [`${part} ${field}`] : []);
  });

  /** The fields of a shape as the table names them. */
  function fieldsOf(shape: RecordShape, path = ""): string[] {
    return Object.entries(shape.fields).flatMap(([field, inner]) => {
      if (inner.kind === "record") return fieldsOf(inner, `${path}${field}.`);
      if (inner.kind === "value") return `${path}${field}`;
      const items = Object.keys(inner.item.fields).filter((name) => name !== inner.key);
      return [`${path}${field}`, ...items.map((name) => `${path}${field}.${name}`)];
    });
  }

  test("is said of every field that a phone, its common device configuration and its numbers have", () => {
    const elsewhere = {
      phone: ["commonDeviceConfiguration"],
      commonDeviceConfiguration: ["name", "description", "softkeyTemplate", "userLocale", "networkLocale"],
      directoryNumber: ["pattern", "partition"],
    };
    const shapes = {
      phone: phoneRules.shape,
      commonDeviceConfiguration: commonDeviceConfigurationRules.shape,
      directoryNumber: directoryNumberRules.shape,
    };
    for (const part of ["phone", "commonDeviceConfiguration", "directoryNumber"] as const) {
      const wanted = fieldsOf(shapes[part]).filter((field) => !elsewhere[part].includes(field));
      expect(Object.keys(fieldImpacts[part]).sort()).toEqual(wanted.sort());
    }
  });

  test("is nothing to wait for when call processing reads the field as it is saved: all of a number, where calls are looked up, the limits of lines, and Do Not Disturb", () => {
    const atOnce = (part: ChangedPart) =>
      Object.keys(fieldImpacts[part]).filter((field) => impactOfField(part, field) === "atOnce");
    expect(atOnce("directoryNumber")).toEqual(Object.keys(fieldImpacts.directoryNumber));
    expect(atOnce("phone")).toEqual([
      "callingSearchSpace",
      "dnd.status",
      "dnd.option",
      "extensionMobility",
      "lines.busyTrigger",
      "lines.maxCalls",
    ]);
    expect(parts.filter((part) => atOnce(part).length > 0)).toEqual(["phone", "directoryNumber"]);
  });

  test("is a restart for a field that nobody knows", () => {
    expect(impactOfField("phone", "toString")).toBe("restart");
  });
});

describe("a phone is left alone", () => {
  test("[PH-04] when it has a value of its own in place of the one that changed", () => {
    const own = { phone: deskPhone({ softkeyTemplate: "Reception", userLocale: "Korean Korea Republic" }) };
    const common = (softkeyTemplate: string, userLocale: string) => ({
      commonDeviceConfiguration: commonContent({ softkeyTemplate, userLocale }),
    });
    const before = deviceSources({ ...own, ...common("Standard User", "English United States") });
    const after = deviceSources({ ...own, ...common("Standard Feature", "Korean Korea Republic") });
    expect(planBetween(before, after)).toEqual({ impact: "none", changes: [] });
  });

  test("[CD-03] but not when the changed value is the one that applies", () => {
    const common = (userLocale: string) =>
      deviceSources({ commonDeviceConfiguration: commonContent({ userLocale }) });
    const plan = planBetween(common("English United States"), common("Korean Korea Republic"));
    expect(plan.impact).toBe("restart");
    expect(plan.changes).toMatchObject([
      { part: "phone", change: { field: "userLocale", to: "Korean Korea Republic" } },
    ]);
  });

  test("[PR-08] when its model cannot show the key that changed", () => {
    const analog = (keys: "withCallBack" | "without") =>
      deviceSources({
        phone: deskPhone({ name: "ATA001122334455", model: "Cisco ATA 186" }),
        softkeyLayout: () =>
          keys === "without"
            ? standardLayout()
            : { ...standardLayout(), "On Hook": ["Redial", "NewCall", "CallBack"] },
      });
    expect(planBetween(analog("without"), analog("withCallBack")).impact).toBe("none");
  });

  test("when only names of templates and revisions changed", () => {
    const named = (softkeyTemplate: string, number: number) =>
      deviceSources({
        phone: deskPhone({ softkeyTemplate }),
        snapshot: snapshotOf({ softkeyTemplate: { id: "softkeys", number } }),
      });
    expect(planBetween(named("Reception", 1), named("Front desk", 2)).impact).toBe("none");
  });

  test("when it runs nothing yet: it downloads everything when it registers", () => {
    expect(planOf(null, deviceConfiguration(unchanged))).toEqual({ impact: "none", changes: [] });
  });
});

test("[SK-10] the plan names each call state whose keys changed, with both lists", () => {
  const callStates = { ...standardLayout(), "Ring Out": ["Undefined", "EndCall", "CallBack"] as const };
  const plan = planBetween(unchanged, { ...unchanged, softkeyLayout: () => callStates });
  expect(plan).toEqual({
    impact: "restart",
    changes: [
      {
        part: "softkeyTemplate",
        change: {
          kind: "valueChanged",
          field: "callStates.Ring Out",
          from: ["Undefined", "EndCall"],
          to: ["Undefined", "EndCall", "CallBack"],
        },
        impact: "restart",
      },
    ],
  });
});

describe("for any two configurations", () => {
  test("the impact is the strongest of the changes, and there is one exactly when there are changes", () => {
    fc.assert(
      fc.property(devicePairs, ({ running, configured }) => {
        const { impact, changes } = planBetween(running, configured);
        expect(impact).toBe(strongestImpact(changes.map((change) => change.impact)));
        expect(impact === "none").toBe(changes.length === 0);
      }),
    );
  });

  test("a phone that runs what is saved has nothing to do", () => {
    fc.assert(
      fc.property(devicePairs, ({ configured: saved }) => {
        expect(planBetween(saved, { ...saved, phone: structuredClone(saved.phone) })).toEqual({
          impact: "none",
          changes: [],
        });
      }),
    );
  });

  test("the same fields differ in both directions", () => {
    fc.assert(
      fc.property(devicePairs, ({ running: one, configured: other }) => {
        const fields = (plan: ReturnType<typeof planBetween>) =>
          [...new Set(plan.changes.map((change) => `${change.part} ${fieldOfChange(change.change)}`))].sort();
        expect(fields(planBetween(one, other))).toEqual(fields(planBetween(other, one)));
      }),
    );
  });
});

describe("whether a phone may register", () => {
  test("partially, when its template has lines on buttons that it lacks", () => {
    const lines = Array.from({ length: 6 }, (_, at) => ({
      position: at + 1,
      feature: "Line" as const,
      label: "",
    }));
    const configuration = deviceConfiguration(deviceSources({ templateButtons: () => lines }));
    expect(admissionOf(configuration)).toEqual({ kind: "admitted", isPartial: true });
    expect(admissionOf(deviceConfiguration(unchanged))).toEqual({ kind: "admitted", isPartial: false });
  });

  test("[PH-01] without lines, for there is none that could not be used", () => {
    const configuration = deviceConfiguration(deviceSources({ phone: deskPhone({ lines: [] }) }));
    expect(admissionOf(configuration)).toEqual({ kind: "admitted", isPartial: false });
  });

  test("not with lines of which none is on a button", () => {
    const configuration = deviceConfiguration(deviceSources({ templateButtons: () => undefined }));
    expect(admissionOf(configuration)).toEqual({ kind: "rejected", reason: "ConfigurationMismatch" });
  });
});
