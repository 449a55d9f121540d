"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useRef } from "react";
import { useCopy } from "@/components/console/use-copy";
import { IconButton } from "@/components/ui/icon-button";

/** A text to take along, with a button that copies it. */
export function CopyField({ label, text }: { label: string; text: string }) {
  const t = useTranslations("common.clipboard");
  const labelId = useId();
  const shown = useRef<HTMLElement>(null);
  const { outcome, copy } = useCopy(text, shown);
  return (
    <fieldset aria-labelledby={labelId} className="flex flex-col gap-1">
      <p id={labelId} className="font-medium">
        {label}
      </p>
      <div className="flex items-start gap-2">
        <code
          ref={shown}
          className="min-h-8 min-w-0 flex-1 rounded-control border border-line bg-surface px-2 py-1.5 font-mono wrap-anywhere select-all"
        >
          {text}
        </code>
        <IconButton label={t("copy", { label })} hasBorder onPress={copy}>
          {outcome === "copied" ? <Check /> : <Copy />}
        </IconButton>
      </div>
      <p role="status" className="text-xs empty:hidden">
        {outcome === null ? null : t(outcome)}
      </p>
    </fieldset>
  );
}
