import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { type DeviceChangeDto, deviceChangesText } from "@/components/console/device/device-change-text";
import type { Locale } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";
import type { Translate } from "@/lib/i18n/translate";

async function textsIn(locale: Locale, ...changes: DeviceChangeDto[]): Promise<string[]> {
  const translate = createTranslator({ locale, messages: await loadMessages(locale) });
  return deviceChangesText(translate as unknown as Translate, changes);
}

const softkeys: DeviceChangeDto = {
  part: "softkeyTemplate",
  impact: "restart",
  change: {
    kind: "valueChanged",
    field: "callStates.On Hook",
    from: ["Redial", "NewCall"],
    to: ["NewCall", "CallBack"],
  },
};

test("[SK-10] softkeys that wait are told key by key, in the words of the history", async () => {
  expect(await textsIn("en", softkeys)).toEqual([
    "On Hook: Redial removed from 1",
    "On Hook: CallBack added at 2",
  ]);
  expect(await textsIn("ko", softkeys)).toEqual([
    expect.stringContaining("온 훅"),
    expect.stringContaining("온 훅"),
  ]);
});

test("[BT-05] [PH-03] buttons, templates and the numbers of lines are told as their own pages tell them", async () => {
  const button: DeviceChangeDto = {
    part: "phoneButtonTemplate",
    impact: "restart",
    change: {
      kind: "itemChanged",
      list: "buttons",
      key: 2,
      field: "feature",
      from: "Speed Dial",
      to: "CallBack",
    },
  };
  const template: DeviceChangeDto = {
    part: "phone",
    impact: "restart",
    change: { kind: "valueChanged", field: "softkeyTemplate", from: null, to: "Reception" },
  };
  const number: DeviceChangeDto = {
    part: "phone",
    impact: "restart",
    change: {
      kind: "itemChanged",
      list: "lines",
      key: 2,
      field: "directoryNumber",
      from: "2001",
      to: "2009",
    },
  };
  expect(await textsIn("en", button, template, number)).toEqual([
    expect.stringMatching(/^Button 2: Line changed from Speed Dial to Call ?Back$/),
    "Softkey Template changed from < None > to Reception",
    "Line 2: Directory Number changed from 2001 to 2009",
  ]);
});
