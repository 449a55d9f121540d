"use client";

import { Phone, PhoneIncoming, PhoneOutgoing } from "lucide-react";
import { useTranslations } from "next-intl";
import type { PhoneWords } from "@/components/call-back/desk-phone/use-phone-words";
import { cx } from "@/components/ui/cx";
import { callStateKey } from "@/lib/catalog/call-states";
import type { DisplayDto } from "@/lib/contract/phone-operation";

type GlassProps = { display: DisplayDto; number: string; digits: string; words: PhoneWords };

/**
 * What the screen of a phone shows, in its own language: state and number, then the screen of call back or the calls, or
 * what the idle phone says of itself, then the prompt.
 */
export function Glass({ display, number, digits, words: { say, language } }: GlassProps) {
  const t = useTranslations("deskPhone");
  const { screen, prompt, calls, notices } = display;
  return (
    <section aria-label={t("screen")} className="flex h-full min-h-42 flex-col text-xs">
      <p
        lang={language}
        className="flex h-6 shrink-0 items-center justify-between gap-2 border-b border-line px-2 text-muted"
      >
        <span className="truncate">{say(`catalogue.callState.${callStateKey(display.callState)}`)}</span>
        <span className="tabular-nums">{number}</span>
      </p>
      <div role="status" lang={language} className="flex flex-1 flex-col gap-1">
        <div className="flex-1 px-2 py-1">
          {screen ? (
            <>
              <p className="text-sm font-semibold">{screen.title}</p>
              {screen.lines.map((line) => (
                <p key={line}>{line}</p>
              ))}
            </>
          ) : (
            <Calls calls={calls} say={say} />
          )}
          {screen || calls.length > 0 ? null : notices.map((notice) => <p key={notice}>{notice}</p>)}
        </div>
        <p className="min-h-5 px-2 pb-1 font-medium text-caution">{prompt}</p>
      </div>
      {digits === "" || screen ? null : (
        <p aria-hidden className="truncate px-2 pb-1 text-base font-medium tabular-nums">
          {digits}
          <span className="animate-blink text-accent">▏</span>
        </p>
      )}
    </section>
  );
}

/** The screen of a phone without registration or power is dark; what it is stands beside it. */
export function DarkGlass() {
  const t = useTranslations("deskPhone");
  return <section aria-label={t("screen")} className="h-full min-h-42" />;
}

const icons = { incoming: PhoneIncoming, outgoing: PhoneOutgoing } as const;

function Calls({ calls, say }: Pick<DisplayDto, "calls"> & Pick<PhoneWords, "say">) {
  return (
    <ul className="flex flex-col gap-1">
      {calls.map(({ id, callState: state, direction, party }) => {
        const Icon = state === "Remote In Use" ? Phone : icons[direction];
        return (
          <li key={id} className="flex items-start gap-1.5">
            <Icon
              aria-hidden
              className={cx("mt-0.5 size-3.5 shrink-0", state === "Ring In" ? "text-caution" : "text-good")}
            />
            <span className="min-w-0">
              <span className="block truncate text-sm font-medium tabular-nums">
                {party === "" ? say("deskPhone.call.nobody") : say(`deskPhone.call.${direction}`, { party })}
              </span>
              <span className="text-muted">{say(`catalogue.callState.${callStateKey(state)}`)}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
