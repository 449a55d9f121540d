"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "react-aria-components/Button";
import { useWords } from "@/components/softkey-template/use-words";
import { cx } from "@/components/ui/cx";
import type { SoftkeyId } from "@/lib/catalog/softkeys";
import { type SoftkeySlot, softkeyPages } from "@/lib/configuration/softkey-pages";

type PhoneScreenProps = {
  title: string;
  softkeys: readonly SoftkeyId[];
  softkeysOnScreen: number;
  /** The key to show: its page opens and it is marked; -1 for none. */
  current: number;
};

const keyClass =
  "flex h-8 min-w-0 items-center justify-center rounded-control border px-0.5 text-center text-xs leading-tight";

/** The screen of a phone with the softkeys of one page; *more* leads to the next page. */
export function PhoneScreen({ title, softkeys, softkeysOnScreen, current }: PhoneScreenProps) {
  const t = useTranslations("softkeyTemplate.preview");
  const pages = softkeyPages(softkeys, softkeysOnScreen);
  const [chosen, setChosen] = useState({ page: 0, current });
  const pageOfCurrent = pages.findIndex((page) =>
    page.some((slot) => slot.kind === "softkey" && slot.position === current),
  );
  // Turning pages wins until another key is worked on.
  const wanted = chosen.current === current || pageOfCurrent < 0 ? chosen.page : pageOfCurrent;
  const index = Math.min(wanted, pages.length - 1);
  const page = pages[index] ?? [];
  const showNextPage = () => setChosen({ page: (index + 1) % pages.length, current });
  return (
    <div className="rounded-panel border border-line-strong bg-sunken p-3">
      <div className="flex flex-col rounded-control border border-line bg-surface">
        <div className="flex min-h-28 items-center justify-center p-3 text-base">{title}</div>
        <ul
          aria-label={t("softkeys")}
          className="grid gap-1 border-t border-line p-1"
          style={{ gridTemplateColumns: `repeat(${softkeysOnScreen}, minmax(0, 1fr))` }}
        >
          {page.map((slot, place) => (
            // A slot is nothing but its place on the screen.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={place}>
              <Slot
                slot={slot}
                isCurrent={slot.kind === "softkey" && slot.position === current}
                onMore={showNextPage}
              />
            </li>
          ))}
        </ul>
      </div>
      <p role="status" className="pt-2 text-center text-xs text-muted">
        {t("page", { page: index + 1, pages: pages.length })}
      </p>
    </div>
  );
}

function Slot({ slot, isCurrent, onMore }: { slot: SoftkeySlot; isCurrent: boolean; onMore: () => void }) {
  const t = useTranslations("softkeyTemplate.preview");
  const words = useWords();
  switch (slot.kind) {
    case "more":
      return (
        <Button
          onPress={onMore}
          className={cx(keyClass, "focus-ring w-full border-line-strong bg-surface data-hovered:bg-hover")}
        >
          {t("more")}
        </Button>
      );
    case "blank":
      return (
        <span className={cx(keyClass, "border-dashed border-line")}>
          <span className="sr-only">{t("blank")}</span>
        </span>
      );
    case "softkey":
      return (
        <span
          className={cx(
            keyClass,
            isCurrent ? "border-accent bg-accent-soft text-accent-text" : "border-line bg-sunken",
          )}
        >
          <span className="truncate">{words.label(slot.softkey)}</span>
        </span>
      );
  }
}
