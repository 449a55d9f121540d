import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { eventText } from "@/components/call-back/trace/event-text";
import { type EngineEvent, type PhoneAction, unregisterCauses } from "@/lib/callback/state/events";
import { locales } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";
import type { Translate } from "@/lib/i18n/translate";

type Values = Record<string, string | number>;

/** What happens to nobody else: the compiler asks for a new one. */
const events: Readonly<Record<EngineEvent["kind"], Values>> = {
  phoneAction: {},
  phoneConfigured: {},
  phoneRegistering: {},
  phoneRegistered: {},
  phoneUnregistered: { cause: "unplugged" },
  userChanged: {},
  phoneRemoved: {},
  configured: {},
  watchesChanged: {},
  timerExpired: { timer: "T3:1" },
  trunkMessage: { kind: "ccRequest", from: "Busan" },
  linkLost: { cluster: "Busan" },
  serverStarted: {},
  requestCancelled: {},
};
const actions: Readonly<Record<PhoneAction["kind"], Values>> = {
  offHook: {},
  onHook: {},
  dial: { digits: "2002" },
  digit: { digit: "2" },
  pressSoftkey: { softkey: "Cancel" },
  pressButton: { position: 3 },
  selectCall: {},
  setDnd: {},
  setForwardAll: {},
};

test.each(locales)("everything that can happen is told in words of its own in %s", async (locale) => {
  const translate = createTranslator({ locale, messages: await loadMessages(locale) });
  const told = (kind: string, values: Values) =>
    eventText(translate as unknown as Translate, { id: "1", kind, phone: null, values });
  const texts = [
    told("something", {}),
    ...Object.entries(events).map(([kind, values]) => told(kind, values)),
    ...Object.entries(actions).map(([kind, values]) => told("phoneAction", { kind, ...values })),
    ...unregisterCauses
      .filter((cause) => cause !== "unplugged")
      .map((cause) => told("phoneUnregistered", { cause })),
  ];
  expect(new Set(texts).size).toBe(texts.length);
  expect(texts.filter((text) => text === "" || text.includes("callBackRequest."))).toEqual([]);
});
