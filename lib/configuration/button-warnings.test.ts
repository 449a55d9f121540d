import { describe, expect, test } from "vitest";
import { type ButtonFeature, lineFeature, noFeature } from "@/lib/catalog/button-features";
import { standardPhoneButtonTemplate } from "@/lib/catalog/standard-phone-button-templates";
import { phoneWarnings, profileWarnings } from "@/lib/configuration/button-warnings";
import { standardButtonContent, type TemplateButton } from "@/lib/configuration/phone-button-template";
import { deskPhone } from "@/lib/configuration/testing/cluster";

function standard(model: string) {
  const template = standardPhoneButtonTemplate(model, "SIP");
  if (!template) throw new Error(`no template of the ${model}`);
  return standardButtonContent(template);
}

const line = (index: number) => ({
  ...{ index, directoryNumber: `200${index}`, partition: null },
  ...{ label: "", displayName: "", busyTrigger: 1, maxCalls: 2 },
});
const three = [1, 2, 3].map(line);

describe("what is accepted but probably not meant", () => {
  test("a 7811 has one line button: of three lines two are on none", () => {
    const template = "Standard 7811 SIP";
    const phone = deskPhone({ model: "Cisco 7811", phoneButtonTemplate: template, lines: three });
    expect(phoneWarnings(phone, standard("Cisco 7811").buttons)).toEqual([
      { path: ["lines", 1], code: "lineNotOnButton", params: { index: 2, template } },
      { path: ["lines", 2], code: "lineNotOnButton", params: { index: 3, template } },
    ]);
  });

  test("a line is found by its index, not by its place in the list", () => {
    const phone = deskPhone({ lines: [line(2)] });
    expect(phoneWarnings(phone, standard("Cisco 8841").buttons)).toMatchObject([
      { path: ["lines", 0], params: { index: 2 } },
    ]);
  });

  test("speed dials are on Speed Dial buttons; one beyond them is told", () => {
    const { buttons } = standard("Cisco 8841");
    const dials = buttons.filter(({ feature }) => feature === "Speed Dial").length;
    const speedDials = [1, dials, dials + 1].map((index) => ({ index, number: "5001", label: "" }));
    expect(phoneWarnings(deskPhone({ speedDials }), buttons)).toMatchObject([
      { path: ["speedDials", 2], code: "speedDialNotOnButton", params: { index: dials + 1 } },
    ]);
  });

  test("a template with lines beyond the buttons of the phone lets it register only partially", () => {
    const { buttons } = standard("Cisco 8841");
    const added = (feature: ButtonFeature, more: number): TemplateButton => ({
      ...{ position: buttons.length + more, feature, label: "" },
    });
    const longer = [...buttons, added(noFeature, 1), added(lineFeature, 2)];
    expect(phoneWarnings(deskPhone(), longer)).toEqual([
      {
        path: ["phoneButtonTemplate"],
        code: "templateBeyondHardware",
        params: { template: "Standard 8841 SIP", model: "Cisco 8841", count: buttons.length },
      },
    ]);
  });

  test("lines of a device profile are held against its own template, if it has one", () => {
    const profile = {
      ...{ name: "Kim", description: "", userId: "kim", softkeyTemplate: null },
      ...{ phoneButtonTemplate: "Standard 7811 SIP", lines: three },
    };
    expect(profileWarnings(profile, standard("Cisco 7811")).map(({ path }) => path)).toEqual([
      ["lines", 1],
      ["lines", 2],
    ]);
    expect(profileWarnings({ ...profile, phoneButtonTemplate: null }, null)).toEqual([]);
  });
});
