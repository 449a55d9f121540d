import fc from "fast-check";
import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import { explain } from "@/lib/callback/explain/explanation";
import { variants } from "@/lib/callback/explain/variants";

import { scenario } from "@/lib/callback/scenario/scenario";
import { refusals } from "@/lib/callback/state/refusals";
import { requestStates } from "@/lib/callback/state/request";
import { type RowName, rowNames } from "@/lib/callback/state/row-names";
import { type RuleId, rules } from "@/lib/callback/state/rules";
import { histories, places, play } from "@/lib/callback/testing/history";
import { translators } from "@/lib/callback/testing/shown";
import { explanationText } from "@/lib/i18n/explanation-text";
import { locales } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";

const everyRule = [...rowNames, ...Object.keys(rules)] as (RowName | RuleId)[];

/** The keys of all sentences of a rule. */
function sentencesOf(rule: RowName | RuleId): string[] {
  const variant = variants[rule];
  return variant ? [...variant.values, variant.otherwise].map((value) => `${rule}.${value}`) : [rule];
}

describe.each(locales)("explanations in %s", (locale) => {
  test("every rule and every reason has its sentence", () => {
    const translate = translators[locale];
    const missing = [
      ...everyRule.flatMap(sentencesOf).map((key) => `rule.${key}`),
      ...Object.keys(refusals).map((refusal) => `refusal.${refusal}`),
      ...requestStates.map((state) => `state.${state}`),
    ].filter((key) => !translate.has(`explanation.${key}`));
    expect(missing).toEqual([]);
  });

  test("whatever is decided in random histories can be told", { timeout: 120_000 }, async () => {
    const failures = new Set<string>();
    const translate = createTranslator({
      locale,
      messages: await loadMessages(locale),
      onError: ({ message }) => failures.add(message),
    });
    fc.assert(
      fc.property(places, histories(150), (place, history) => {
        for (const decision of play(place, history).simulation.decisions())
          explanationText(translate as never, explain(decision));
      }),
      { numRuns: 40 },
    );
    expect([...failures]).toEqual([]);
  });
});

test("a rule that has several sentences looks at what tells them apart", { timeout: 120_000 }, () => {
  // These tell a second thing by leaving it out: begun, accepted, kept.
  const mayBeSilent = new Set<string>(["replaced", "farSideAnswered", "lostBeforeReady"]);
  const taken = new Set<string>();
  const silent = new Set<string>();
  fc.assert(
    fc.property(places, histories(150), (place, history) => {
      for (const { rule, inputs } of play(place, history).simulation.decisions()) {
        const variant = variants[rule];
        if (!variant) continue;
        taken.add(rule);
        if (inputs[variant.by] === undefined && !mayBeSilent.has(rule)) silent.add(rule);
      }
    }),
    { numRuns: 40 },
  );
  expect(taken.size).toBeGreaterThan(8);
  expect([...silent]).toEqual([]);
});

test("no sentence is left over", async () => {
  const { explanation } = await loadMessages("en");
  const known = new Set(everyRule.flatMap(sentencesOf));
  const written = Object.entries(explanation.rule).flatMap(([rule, text]) =>
    typeof text === "string" ? [rule] : Object.keys(text).map((variant) => `${rule}.${variant}`),
  );
  expect(written.filter((key) => !known.has(key))).toEqual([]);
});

describe("a trace reads like a story", () => {
  function told(tell: (phones: ReturnType<typeof open>["phones"]) => void, locale: "en" | "ko" = "en") {
    const story = open();
    tell(story.phones);
    return story.simulation
      .decisions()
      .map((decision) => explanationText(translators[locale], explain(decision)));
  }
  const open = () => scenario({ a: "2001", b: "2002" });

  test("[RS-04] refused, because all calls are forwarded to voice mail", () => {
    const tell: Parameters<typeof told>[0] = ({ a, b }) => {
      b.forwardsAllToVoiceMail();
      a.dials(b);
      a.presses("CallBack");
    };
    expect(told(tell).at(-1)).toBe("Refused: 2002 forwards all calls to voice mail (RS-04)");
    expect(told(tell, "ko").at(-1)).toBe(
      "거부됨: 2002이(가) 모든 통화를 음성 메일로 착신 전환합니다 (RS-04)",
    );
  });

  test.each([
    ["unplugged", "The phone has lost its registration: unplugged"],
    ["reset", "The phone has lost its registration: reset"],
    ["restart", "The phone has lost its registration: restarted"],
    ["extensionMobility", "The phone has lost its registration: login or logout with Extension Mobility"],
  ] as const)("[TS-01][IN-08] why a phone went away: %s", (cause, text) => {
    expect(told(({ a }) => a.isUnplugged(cause))).toEqual([text]);
  });

  test("[IN-09] that a phone was deleted or renamed", () => {
    const tell: Parameters<typeof told>[0] = ({ a }) => a.isRemoved();
    expect(told(tell)).toEqual(["The phone was deleted or renamed: its calls end"]);
    expect(told(tell, "ko")).toEqual(["전화기가 삭제되었거나 이름이 바뀌어 통화가 끝납니다"]);
  });

  test("[OV-01] who cancelled a request; only Cancel on DND-R is about monitoring on DND-R [IN-07]", () => {
    const cancelled: Parameters<typeof told>[0] = ({ a, b }) => {
      b.goesOffHook();
      a.dials(b);
      a.presses("CallBack");
      a.presses("Cancel");
    };
    expect(told(cancelled)).toContain("Ended: the caller pressed Cancel for 2002 (OV-01)");
    const onDndReject: Parameters<typeof told>[0] = ({ a, b }) => {
      b.setsDnd();
      a.dials(b);
      a.presses("CallBack");
      b.goesOffHook();
      b.hangsUp();
      a.presses("Cancel");
    };
    expect(told(onDndReject).at(-1)).toBe("Ended: the caller pressed Cancel for 2002 (IN-07)");
  });

  test("[OV-01] from busy tone to the answered call back", () => {
    const story = told(({ a, b }) => {
      b.goesOffHook();
      a.dials(b);
      a.presses("CallBack");
      b.hangsUp();
      a.presses("Dial");
      b.answers();
    });
    expect(story).toEqual([
      "2002 is busy: as many calls as its busy trigger of 1",
      "Call back is offered: 2002 is busy (OV-03, OV-04)",
      "Activated for 2002 after busy tone (OV-01, OV-02, OV-03, OV-04)",
      "No longer offered: the call to 2002 was released (OV-03)",
      "2002 has been in use and is free again (OV-01, IN-03)",
      "2002 is free, and so is the caller: tone and screen, the recall timer runs (OV-01, IN-05)",
      "2002 is dialled from the screen before the recall timer expired: forwarding is overridden (IN-01, IN-02)",
      "The forwarding of 2002 is overridden by the call back (IN-01)",
      "2002 rings on one phone",
      "Call back is offered: 2002 rings (OV-03, OV-04)",
      "No longer offered: 2002 answered (OV-03)",
      "Ended: 2002 answered the call back (OV-01)",
    ]);
  });
});
