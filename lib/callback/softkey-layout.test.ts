import { describe, expect, test } from "vitest";
import { callBackLayout } from "@/lib/callback/scenario/cast";
import { scenario } from "@/lib/callback/scenario/scenario";
import { runningConfiguration } from "@/lib/callback/setup/running-configuration";
import { promptOn, screenOn } from "@/lib/callback/testing/shown";
import { effectiveConfiguration } from "@/lib/configuration/effective-configuration";
import { newPhone } from "@/lib/configuration/new-phone";
import type { PhoneContent } from "@/lib/configuration/phone";

describe("[SK-01] the CallBack softkey", () => {
  test("[SK-01] is offered on the idle phone, during ringback and busy, and in a consultation call", () => {
    const { phones } = scenario({ a: "2001", b: "2002", c: "2003" });
    const { a, b, c } = phones;
    expect(a.display).toMatchObject({ callState: "On Hook", softkeys: callBackLayout["On Hook"] });
    a.dials(b);
    expect(a.display.callState).toBe("Ring Out");
    expect(a.display.softkeys).toContain("CallBack");
    b.answers();
    expect(a.display.callState).toBe("Connected");
    expect(a.display.softkeys).not.toContain("CallBack");
    a.presses("Transfer");
    expect(a.display.callState).toBe("Off Hook With Feature");
    a.dials(c);
    expect(a.display.callState).toBe("Connected Transfer");
    expect(a.display.softkeys).toContain("CallBack");
  });

  test("[SK-01] in a consultation call it asks for call back, and the held call stays", () => {
    const { phones } = scenario({ a: "2001", b: "2002", c: "2003" });
    const { a, b, c } = phones;
    c.goesOffHook();
    a.dials(b);
    b.answers();
    a.presses("Transfer");
    a.dials(c);
    expect(a.hears).toBe("busy");
    a.presses("CallBack");
    expect(a.display.calls.map(({ callState }) => callState)).toEqual(["On Hold"]);
    c.hangsUp();
    expect(a.requestState).toBe("suspended");
    a.presses("Resume");
    b.hangsUp();
    expect(a.requestState).toBe("ready");
  });

  test("[SK-01] a template that does not lay it out gives no key: the press is not accepted", () => {
    const { phones } = scenario({ a: { number: "2001", softkeys: { "Ring Out": ["EndCall"] } }, b: "2002" });
    const { a, b } = phones;
    a.dials(b);
    a.presses("CallBack");
    expect(promptOn(a)).toBe("Key Not Active");
    expect(a.request).toBeNull();
  });

  test("[SK-01][PR-08] a model that cannot have the key never shows it and never accepts it", () => {
    const { phones } = scenario({ a: { number: "2001", model: "Cisco 6901" }, b: "2002" });
    const { a, b } = phones;
    b.goesOffHook();
    a.dials(b);
    expect(a.display.softkeys).toEqual([]);
    a.presses("CallBack");
    expect(promptOn(a)).toBe("Key Not Active");
    expect(a.request).toBeNull();
  });

  test("[SK-10][SK-11] what counts is what the phone runs: a new layout begins with the restart", () => {
    const { phones } = scenario({ a: { number: "2001", softkeys: { "On Hook": ["NewCall"] } } });
    const { a } = phones;
    a.presses("CallBack");
    expect(promptOn(a)).toBe("Key Not Active");
    a.isUnplugged("restart");
    a.isPluggedIn({ ...a.phone.running, softkeys: callBackLayout });
    a.presses("CallBack");
    expect(screenOn(a)).toBe("CallBack is not active. Press Exit to quit this screen.");
  });

  test("[PH-04][SK-01] a phone runs the effective configuration that was downloaded", () => {
    const phone = newPhone({
      name: "SEP001122334455",
      model: "Cisco 8841",
      devicePool: "Default",
      lines: [
        { index: 1, directoryNumber: "2001" },
        { index: 2, directoryNumber: "2002" },
      ],
    }) as PhoneContent;
    const running = runningConfiguration(
      effectiveConfiguration({
        phone,
        deviceProfile: null,
        commonDeviceConfiguration: null,
        defaultSoftkeyTemplate: null,
        softkeyLayout: () => callBackLayout,
        templateButtons: () => [
          { position: 1, feature: "Line", label: "" },
          { position: 2, feature: "CallBack", label: "" },
        ],
      }),
    );
    expect(running.softkeys["Ring Out"]).toContain("CallBack");
    expect(running.lines.map(({ directoryNumber }) => directoryNumber)).toEqual(["2001"]);
    expect(running.buttons.map(({ feature }) => feature)).toEqual(["Line", "CallBack"]);
  });
});

describe("keys that are not offered", () => {
  test("a softkey of another call state, a screen key without its screen, a button that does nothing", () => {
    const { phones } = scenario({ a: { number: "2001", buttons: ["None", "Conference"] }, b: "2002" });
    const { a } = phones;
    for (const key of ["Resume", "Dial", "OK", "Undefined"] as const) {
      a.presses(key);
      expect(promptOn(a), key).toBe("Key Not Active");
    }
    a.pressesButton(2);
    expect(promptOn(a)).toBe("Key Not Active");
    a.pressesButton(9);
    expect(promptOn(a)).toBe("Key Not Active");
    a.pressesButton(3);
    expect(promptOn(a)).toBe("Service Is Not Active");
  });

  test("a softkey that is laid out but not part of the engine says so", () => {
    const { phones } = scenario({ a: { number: "2001", softkeys: { "On Hook": ["NewCall", "PickUp"] } } });
    phones.a.presses("PickUp");
    expect(promptOn(phones.a)).toBe("Service Is Not Active");
    phones.a.goesOffHook();
    expect(promptOn(phones.a)).toBe("");
  });
});
