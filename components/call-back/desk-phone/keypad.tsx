"use client";

import { useTranslations } from "next-intl";
import { Button } from "react-aria-components/Button";

const keys = [
  ["1", ""],
  ["2", "ABC"],
  ["3", "DEF"],
  ["4", "GHI"],
  ["5", "JKL"],
  ["6", "MNO"],
  ["7", "PQRS"],
  ["8", "TUV"],
  ["9", "WXYZ"],
  ["*", ""],
  ["0", "+"],
  ["#", ""],
] as const;

const names: Readonly<Record<string, "star" | "pound">> = { "*": "star", "#": "pound" };

/** The keys with digits and letters. */
export function Keypad({ onDigit }: { onDigit: (digit: string) => void }) {
  const t = useTranslations("deskPhone");
  return (
    // biome-ignore lint/a11y/useSemanticElements: a field set is for form fields.
    <div role="group" aria-label={t("keypad")} className="grid grid-cols-3 gap-1">
      {keys.map(([digit, letters]) => {
        const name = names[digit];
        return (
          <Button
            key={digit}
            preventFocusOnPress
            {...(name === undefined ? {} : { "aria-label": t(name) })}
            onPress={() => onDigit(digit)}
            className="focus-ring flex h-9 cursor-default flex-col items-center justify-center rounded-control border border-line-strong bg-raised leading-none select-none data-hovered:bg-hover data-pressed:bg-sunken"
          >
            <span className="text-sm font-medium">{digit}</span>{" "}
            <span className="h-2.5 text-[9px] tracking-wide text-muted">{letters}</span>
          </Button>
        );
      })}
    </div>
  );
}
