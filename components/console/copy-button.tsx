"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useCopy } from "@/components/console/use-copy";
import { IconButton } from "@/components/ui/icon-button";

type CopyButtonProps = {
  /** What it is, in the words of `common.clipboard`. */
  what: "name" | "number" | "macAddress";
  text: string;
  /** It stands beside the button; else it is seen on the page already, as in the heading. */
  isShown?: boolean;
};

/** Takes a name, a number or an address along. */
export function CopyButton({ what, text, isShown = false }: CopyButtonProps) {
  const t = useTranslations("common.clipboard");
  const shown = useRef<HTMLElement>(null);
  const { outcome, copy } = useCopy(text, shown);
  // Where the clipboard is closed, the text has to be on the page to be selected.
  const isSeen = isShown || outcome === "copyByHand";
  return (
    <span className="inline-flex items-center gap-1 print:hidden">
      <code
        ref={shown}
        className={isSeen ? "font-mono text-muted select-all" : "sr-only"}
        aria-hidden={!isSeen}
      >
        {text}
      </code>
      <IconButton label={t("copy", { label: t(what) })} size="small" onPress={copy}>
        {outcome === "copied" ? <Check /> : <Copy />}
      </IconButton>
      <span role="status" className="text-xs text-muted empty:hidden">
        {outcome === null ? null : t(outcome)}
      </span>
    </span>
  );
}
