import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import { softkeyChangeText } from "@/components/console/history/softkey-change-text";
import type { SoftkeyChange } from "@/lib/configuration/softkey-template-difference";
import { type Locale, locales } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";
import type { Translate } from "@/lib/i18n/translate";

async function translator(locale: Locale): Promise<Translate> {
  return createTranslator({ locale, messages: await loadMessages(locale) }) as unknown as Translate;
}

const callBackMoved: SoftkeyChange = {
  kind: "softkeyMoved",
  callState: "On Hook",
  softkey: "CallBack",
  from: 4,
  to: 1,
};

describe("changes in words", () => {
  test("[SK-08] count positions from 1", async () => {
    expect(softkeyChangeText(await translator("en"), callBackMoved)).toBe(
      "On Hook: CallBack moved from 5 to 2",
    );
  });

  test("[SK-01] name call states and softkeys in Korean", async () => {
    const text = softkeyChangeText(await translator("ko"), callBackMoved);
    expect(text).toBe("온 훅: 콜백 이동됨(위치 5 → 2)");
  });

  test("call the key that shows nothing blank", async () => {
    const added = { kind: "softkeyAdded", callState: "Ring Out", softkey: "Undefined", position: 0 } as const;
    expect(softkeyChangeText(await translator("en"), added)).toBe("Ring Out: blank key added at 1");
  });

  test("say of a description whether it came, changed or went", async () => {
    const translate = await translator("en");
    const words = (from: string, to: string) =>
      softkeyChangeText(translate, { kind: "descriptionChanged", from, to });
    expect(words("", "Lobby")).toBe("Description “Lobby” added");
    expect(words("Lobby", "Desk")).toBe("Description changed from “Lobby” to “Desk”");
    expect(words("Desk", "")).toBe("Description “Desk” removed");
  });

  test.each(locales)("exist for every kind of change in %s", async (locale) => {
    const translate = await translator(locale);
    const place = { callState: "On Hook", softkey: "<<", position: 2 } as const;
    const changes: Parameters<typeof softkeyChangeText>[1][] = [
      { kind: "defaultMarked" },
      { kind: "defaultUnmarked" },
      { kind: "softkeyAdded", ...place },
      { kind: "softkeyRemoved", ...place },
      callBackMoved,
    ];
    const texts = changes.map((change) => softkeyChangeText(translate, change));
    expect(texts.filter((text) => text.includes("softkeyTemplate."))).toEqual([]);
    expect(new Set(texts).size).toBe(changes.length);
  });
});
