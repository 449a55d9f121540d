"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "react-aria-components/Button";
import { type PhoneKey, phoneKeyPages } from "@/components/call-back/desk-phone/key-pages";
import type { PhoneWords } from "@/components/call-back/desk-phone/use-phone-words";
import { useCommand } from "@/components/console/commands";
import { cx } from "@/components/ui/cx";
import type { ScreenKey } from "@/lib/callback/state/phone";
import type { SoftkeyId } from "@/lib/catalog/softkeys";

type SoftkeyRowProps = {
  screenKeys: readonly ScreenKey[];
  softkeys: readonly SoftkeyId[];
  /** Keys that the model has below its screen. */
  count: number;
  /** What a key is called, in the language of the phone. */
  words: PhoneWords;
  onPress: (key: SoftkeyId | ScreenKey) => void;
  /** F1 to F4 press the keys of this phone. */
  hasKeyboard: boolean;
};

const functionKeys = ["F1", "F2", "F3", "F4"];

/** The keys below the screen; *more* leads to the next page, and other keys begin at their first. */
export function SoftkeyRow({ screenKeys, softkeys, count, words, onPress, hasKeyboard }: SoftkeyRowProps) {
  const t = useTranslations("deskPhone");
  const layout = [...screenKeys, "", ...softkeys].join(" ");
  const [chosen, setChosen] = useState({ layout, page: 0 });
  const pages = phoneKeyPages(screenKeys, softkeys, count);
  const index = chosen.layout === layout ? chosen.page : 0;
  const page = pages[index] ?? [];
  function press(key: PhoneKey | undefined) {
    if (key?.kind === "more") setChosen({ layout, page: (index + 1) % pages.length });
    if (key?.kind === "press") onPress(key.key);
  }
  useCommand(
    hasKeyboard
      ? {
          id: "softkeys",
          label: t("keys.softkeys"),
          keys: functionKeys.slice(0, count).join(" "),
          scope: "page",
          isInPalette: false,
          run: (name = "") => press(page[functionKeys.indexOf(name)]),
        }
      : null,
  );
  return (
    <div>
      <ul
        aria-label={t("softkeys")}
        className="grid gap-1"
        style={{ gridTemplateColumns: `repeat(${count}, minmax(0, 1fr))` }}
      >
        {page.map((key, place) => (
          // A key is nothing but its place below the screen.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={place}>
            <Softkey phoneKey={key} words={words} onPress={() => press(key)} />
          </li>
        ))}
      </ul>
      {pages.length > 1 ? (
        <p className="sr-only">{t("page", { page: index + 1, pages: pages.length })}</p>
      ) : null}
    </div>
  );
}

const look = "flex h-8 w-full min-w-0 items-center justify-center rounded-control border px-0.5 text-xs";

type SoftkeyProps = {
  phoneKey: PhoneKey;
  words: PhoneWords;
  onPress: () => void;
};

/** One key. A key that had the focus and has nothing to do any more keeps it, so that nobody loses the place. */
function Softkey({ phoneKey, words, onPress }: SoftkeyProps) {
  const t = useTranslations("deskPhone");
  const isBlank = phoneKey.kind === "blank";
  const button = useRef<HTMLButtonElement>(null);
  const [isFocused, setFocused] = useState(false);
  useEffect(() => {
    if (!isBlank) setFocused(document.activeElement === button.current);
  }, [isBlank]);
  if (isBlank && !isFocused) {
    return (
      <span className={cx(look, "border-dashed border-line")}>
        <span className="sr-only">{t("noKey")}</span>
      </span>
    );
  }
  const label =
    phoneKey.kind === "press"
      ? words.softkey(phoneKey.key)
      : isBlank
        ? t("noKey")
        : words.say("deskPhone.more");
  return (
    <Button
      ref={button}
      preventFocusOnPress
      onPress={onPress}
      onFocusChange={setFocused}
      className={cx(
        look,
        "focus-ring cursor-default border-line-strong bg-surface font-medium select-none data-hovered:bg-hover data-pressed:bg-sunken",
        phoneKey.kind === "press" && phoneKey.key === "CallBack" && "border-accent text-accent-text",
        isBlank && "border-dashed text-muted",
      )}
    >
      <span lang={isBlank ? undefined : words.language} className="truncate">
        {label}
      </span>
    </Button>
  );
}
