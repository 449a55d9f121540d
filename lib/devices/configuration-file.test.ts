import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { callStates } from "@/lib/catalog/call-states";
import { phoneModels } from "@/lib/catalog/phone-models";
import { examplePhoneName } from "@/lib/configuration/phone-name";
import { layouts } from "@/lib/configuration/testing/arbitraries";
import { deskPhone } from "@/lib/configuration/testing/cluster";
import { standardLayout } from "@/lib/configuration/testing/layouts";
import { deviceConfiguration } from "@/lib/devices/device-configuration";
import { deviceFile } from "@/lib/devices/device-file";
import { planOf } from "@/lib/devices/plan";
import { softkeyFile } from "@/lib/devices/softkey-file";
import { devicePairs } from "@/lib/devices/testing/arbitraries";
import { sha256 } from "@/lib/devices/testing/digest";
import { deviceSources } from "@/lib/devices/testing/example-device";
import { versionStamp } from "@/lib/devices/version-stamp";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const facts = { changedAt: 1_700_000_000_999, sharedLines: new Set<number>() };
const template = { id: "softkeys", name: "Reception" };

describe("the device file", () => {
  const lines = [
    {
      index: 1,
      directoryNumber: "2001",
      partition: null,
      label: "Kim & Lee",
      displayName: "Kim",
      busyTrigger: 2,
      maxCalls: 4,
    },
  ];
  const phone = deskPhone({ lines, speedDials: [{ index: 1, number: "+8225001", label: "Busan" }] });
  const buttons = [
    { position: 1, feature: "Line", label: "" },
    { position: 2, feature: "Speed Dial", label: "" },
    { position: 3, feature: "CallBack", label: "콜백" },
    { position: 4, feature: "Mobility", label: "" },
    { position: 5, feature: "None", label: "" },
  ] as const;

  test("has lines, feature buttons, locales and the softkey file of what the phone downloads", () => {
    const configuration = deviceConfiguration(deviceSources({ phone, templateButtons: () => buttons }));
    const softkeys = softkeyFile({ ...template, name: "Standard User" }, configuration.softkeys, sha256);
    const file = deviceFile(configuration, sha256, facts);
    expect(file.name).toBe("SEP001122334455.cnf.xml");
    const [seconds, ...id] = file.versionStamp.split("-");
    expect(seconds).toBe("1700000000");
    expect(id.join("-")).toMatch(uuid);
    expect(file.etag).toBe(`"${file.versionStamp}"`);
    expect(file.content).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<device>
  <versionStamp>${file.versionStamp}</versionStamp>
  <devicePool>
    <name>Default</name>
  </devicePool>
  <sipProfile>
    <sipLines>
      <line button="1" lineIndex="1">
        <featureID>9</featureID>
        <featureLabel>Kim &amp; Lee</featureLabel>
        <proxy>USECALLMANAGER</proxy>
        <port>5060</port>
        <name>2001</name>
        <displayName>Kim</displayName>
        <sharedLine>false</sharedLine>
        <maxNumCalls>4</maxNumCalls>
        <busyTrigger>2</busyTrigger>
      </line>
      <line button="2">
        <featureID>2</featureID>
        <featureLabel>Busan</featureLabel>
        <speedDialNumber>+8225001</speedDialNumber>
        <speedDialIndex>1</speedDialIndex>
      </line>
      <line button="3">
        <featureID>134</featureID>
        <featureLabel>콜백</featureLabel>
      </line>
      <line button="4">
        <featureLabel>Mobility</featureLabel>
      </line>
    </sipLines>
    <softKeyFile>${softkeys.name}</softKeyFile>
  </sipProfile>
  <userLocale>
    <name>English_United_States</name>
    <uid>1</uid>
    <langCode>en_US</langCode>
    <version>15.0.0.0(1)</version>
    <winCharSet>iso-8859-1</winCharSet>
  </userLocale>
  <networkLocale>United_States</networkLocale>
  <networkLocaleInfo>
    <name>United_States</name>
    <uid>64</uid>
    <version>15.0.0.0(1)</version>
  </networkLocaleInfo>
</device>
`);
  });

  test("has the forms of a file that Unified CM wrote: shared lines, dials without labels, other locales", () => {
    const change = {
      ...{ userLocale: "Korean Korea Republic", networkLocale: "Korea Republic", lines },
      speedDials: [{ index: 1, number: "2002", label: "" }],
    };
    const sources = deviceSources({ phone: deskPhone(change), templateButtons: () => buttons });
    const shared = { changedAt: 0, sharedLines: new Set([1]) };
    const { content } = deviceFile(deviceConfiguration(sources), sha256, shared);
    expect(content).toContain("<versionStamp>0-");
    expect(content).toContain("<sharedLine>true</sharedLine>");
    expect(content).toContain(`<featureLabel></featureLabel>
        <speedDialNumber>2002</speedDialNumber>
        <speedDialIndex>1</speedDialIndex>`);
    expect(content).toContain(`<userLocale>
    <name>Korean_Korea_Republic</name>
    <langCode>ko_KR</langCode>
  </userLocale>
  <networkLocale>Korea_Republic</networkLocale>
  <networkLocaleInfo>
    <name>Korea_Republic</name>
  </networkLocaleInfo>`);
  });

  test("a SCCP phone has no SIP proxy", () => {
    const change = {
      model: "Cisco 7965",
      protocol: "SCCP",
      phoneButtonTemplate: "Standard 7965 SCCP",
    } as const;
    const sources = deviceSources({ phone: deskPhone(change) });
    expect(deviceFile(deviceConfiguration(sources), sha256, facts).content).not.toContain("<proxy>");
  });

  test("names expansion modules, and softkey control where the model needs it", () => {
    const modules = { expansionModules: ["CKEM 36-Button Line Expansion Module"] };
    const sources = deviceSources({ phone: deskPhone({ model: "Cisco 9971", ...modules }) });
    const { content } = deviceFile(deviceConfiguration(sources), sha256, facts);
    expect(content).toContain("<softKeyControl>1</softKeyControl>");
    expect(content).toContain('<addOnModule idx="1">');
    expect(content).toContain("<deviceLine>36</deviceLine>");
  });

  test("[PR-08] exists for every model, with CallBack only where the model can have it", () => {
    const layout = { ...standardLayout(), "On Hook": ["NewCall", "CallBack"] as const };
    for (const { name: model, protocols, supportsSoftkeyTemplate, callBackSoftkey } of phoneModels) {
      for (const protocol of protocols) {
        const sources = deviceSources({
          phone: deskPhone({ name: examplePhoneName(model), model, protocol }),
          softkeyLayout: () => layout,
        });
        const configuration = deviceConfiguration(sources);
        const { content } = deviceFile(configuration, sha256, facts);
        expect(content).toContain('<line button="1" lineIndex="1">');
        expect(content.includes("<softKeyFile>")).toBe(supportsSoftkeyTemplate);
        const keys = softkeyFile(template, configuration.softkeys, sha256).content;
        expect(keys.includes('keyID="CallBack"')).toBe(callBackSoftkey);
      }
    }
  });

  test("[SK-10] equal configurations give equal bytes; where the bytes differ there is something to apply", () => {
    fc.assert(
      fc.property(devicePairs, ({ running, configured }) => {
        const [before, after] = [deviceConfiguration(running), deviceConfiguration(configured)];
        const [old, young] = [deviceFile(before, sha256, facts), deviceFile(after, sha256, facts)];
        expect(deviceFile(deviceConfiguration(structuredCloneOf(running)), sha256, facts)).toEqual(old);
        expect(old.versionStamp === young.versionStamp).toBe(old.content === young.content);
        if (planOf(before, after).impact === "none") expect(young).toEqual(old);
      }),
    );
  });

  /** The same sources, made of other objects. */
  function structuredCloneOf(sources: ReturnType<typeof deviceSources>) {
    const { phone, commonDeviceConfiguration } = sources;
    return { ...sources, ...structuredClone({ phone, commonDeviceConfiguration }) };
  }
});

describe("the softkey file", () => {
  test("defines each key once and lists those of every call state in order", () => {
    const { content, name, versionStamp: stamp } = softkeyFile(template, standardLayout(), sha256);
    expect(name).toBe(`SK${stamp}.xml`);
    expect(content.startsWith(`<?xml version="1.0" encoding="UTF-8"?>\n<softKeyCfg>\n  <versionStamp>`)).toBe(
      true,
    );
    expect(content).toContain(`    <softKeyDef keyID="Redial">
      <tag>1</tag>
      <eventID>1</eventID>
      <helpID>301</helpID>
    </softKeyDef>`);
    expect(content).toContain(`    <softKeySet id="On Hook">
      <softKey keyID="Redial"/>
      <softKey keyID="NewCall"/>
      <softKey keyID="CFwdAll"/>
    </softKeySet>`);
    expect(content).toContain('<softKey keyID="&lt;&lt;"/>');
  });

  test("reads back as the layout that it was made from", () => {
    fc.assert(
      fc.property(layouts, (layout) => {
        const { content } = softkeyFile(template, layout, sha256);
        const sets = content.split("<softKeySet id=").slice(1);
        const read = sets.map((set) => [
          set.split('"')[1],
          [...set.matchAll(/<softKey keyID="([^"]*)"\/>/g)].map(([, id]) => id?.replaceAll("&lt;", "<")),
        ]);
        expect(read).toEqual(callStates.map((state) => [state, [...layout[state]]]));
        const defined = [...content.matchAll(/<softKeyDef keyID="([^"]*)"/g)].map(([, id]) => id);
        expect(new Set(defined).size).toBe(defined.length);
      }),
    );
  });

  test("[SK-11] is another one for another template, even with the same keys", () => {
    const file = softkeyFile(template, standardLayout(), sha256);
    expect(softkeyFile({ ...template, name: "Front desk" }, standardLayout(), sha256)).toEqual(file);
    expect(softkeyFile({ ...template, id: "other" }, standardLayout(), sha256).name).not.toBe(file.name);
  });
});

test("a digest that is too short is refused", () => {
  expect(() => versionStamp("text", () => "abc")).toThrow(RangeError);
});
