import fc from "fast-check";
import { expect, test } from "vitest";
import type { PhoneContent } from "@/lib/configuration/phone";
import { deskPhone } from "@/lib/configuration/testing/cluster";
import { deskPhones } from "@/lib/configuration/testing/phones";
import { type DeviceSources, deviceConfiguration } from "@/lib/devices/device-configuration";
import { planOf } from "@/lib/devices/plan";
import { planKey } from "@/lib/devices/plan-key";
import { devicePairs } from "@/lib/devices/testing/arbitraries";
import { deviceSources, snapshotOf } from "@/lib/devices/testing/example-device";

const running = snapshotOf();
const configured = snapshotOf({
  softkeyTemplate: { id: "softkeys", number: 2 },
  phoneButtonTemplate: { id: "buttons", number: 2 },
});

/** Another phone that was bought and set up the same way, for somebody else. */
function colleagueOf(phone: PhoneContent, other: PhoneContent): PhoneContent {
  const { name, description, owner, dnd, extensionMobility } = other;
  const lines = phone.lines.map((line) => ({ ...line, directoryNumber: `9${line.index}`, label: name }));
  return { ...phone, name, description, owner, dnd, extensionMobility, lines };
}

test("[SK-10][CD-03][BT-05] phones with the same key have the same plan", () => {
  const locales = {
    userLocale: fc.constantFrom(null, "Korean Korea Republic"),
    networkLocale: fc.constantFrom(null, "Korea Republic"),
  };
  const phones = fc
    .tuple(deskPhones, deskPhones, fc.record(locales), fc.record(locales))
    .chain(([base, other, own, others]) => {
      const phone = { ...base, ...own };
      const { lines, speedDials } = other;
      return fc.record({
        phone: fc.constant(phone),
        other: fc.constantFrom(
          colleagueOf(phone, other),
          { ...phone, ...others },
          { ...phone, lines },
          { ...phone, speedDials },
        ),
      });
    });
  fc.assert(
    fc.property(devicePairs, phones, (sources, { phone, other }) => {
      const plan = (of: PhoneContent) =>
        planOf(
          deviceConfiguration({ ...sources.running, phone: of }),
          deviceConfiguration({ ...sources.configured, phone: of }),
        );
      const isSame = planKey(phone, running, configured) === planKey(other, running, configured);
      if (isSame) expect(plan(other)).toEqual(plan(phone));
    }),
    { numRuns: 500 },
  );
});

test("a phone that changed itself has a plan of its own", () => {
  fc.assert(
    fc.property(devicePairs, ({ configured: { phone } }: { configured: DeviceSources }) => {
      const changes = [
        { phone: { id: "phone", number: 2 } },
        { directoryNumbers: [{ id: "2001", number: 2 }] },
        { deviceProfile: { id: "profile", number: 1 } },
      ];
      for (const change of changes) expect(planKey(phone, running, snapshotOf(change))).toBeNull();
      expect(planKey(phone, running, configured)).not.toBe(planKey(phone, running, running));
    }),
    { numRuns: 20 },
  );
});

test("[PH-05] a template's label is seen only where the phone has no speed dial", () => {
  const labelled = (phone: PhoneContent, label: string) =>
    deviceConfiguration(
      deviceSources({
        phone,
        templateButtons: () => [
          { position: 1, feature: "Line", label: "" },
          { position: 2, feature: "Speed Dial", label },
        ],
      }),
    );
  const without = deskPhone();
  const dialling = deskPhone({ speedDials: [{ index: 1, number: "5001", label: "" }] });
  const impact = (phone: PhoneContent) => planOf(labelled(phone, "A"), labelled(phone, "B")).impact;
  expect([impact(without), impact(dialling)]).toEqual(["dynamic", "none"]);
  expect(planKey(without, running, configured)).not.toBe(planKey(dialling, running, configured));
});
