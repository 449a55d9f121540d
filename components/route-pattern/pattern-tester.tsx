"use client";

import { CircleCheck, CircleSlash } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import type { ObjectViewProps } from "@/components/console/object/object-description";
import { NumbersBehind } from "@/components/route-pattern/numbers-behind";
import { TextField } from "@/components/ui/text-field";
import type { StoredObject } from "@/lib/client/configuration";
import { destinationValue, routePatternValue } from "@/lib/configuration/number-rules";
import type { RoutePatternContent } from "@/lib/configuration/route-pattern";
import { patternMismatch } from "@/lib/configuration/route-patterns/pattern-mismatch";
import { patternSpan } from "@/lib/configuration/route-patterns/pattern-span";

/** Numbers up to this power of ten are written out. */
const mostWrittenPower = 9;

/** Which numbers the pattern stands for, as it is typed, and whether a number is one of them. */
export function PatternTester({ draft }: ObjectViewProps<RoutePatternContent, StoredObject>) {
  const t = useTranslations("routePattern.test");
  const [typed, setTyped] = useState("");
  const { trunk, discardDigits } = draft;
  const pattern = String(routePatternValue.normalize(draft.pattern));
  if (routePatternValue.check(pattern, []).length > 0) return <p className="text-muted">{t("notYet")}</p>;
  const digits = String(destinationValue.normalize(typed));
  return (
    <div className="flex flex-col gap-4">
      <PatternSpanText pattern={pattern} />
      <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
        <TextField
          label={t("number")}
          description={t("hint")}
          value={typed}
          onChange={setTyped}
          isMonospace
          inputMode="tel"
          autoComplete="off"
          className="w-56"
        />
        <div role="status" className="md:pt-6">
          {digits === "" ? null : <Verdict pattern={pattern} digits={digits} />}
        </div>
      </div>
      <NumbersBehind pattern={pattern} trunk={trunk} discardsPreDot={discardDigits === "preDot"} />
    </div>
  );
}

function PatternSpanText({ pattern }: { pattern: string }) {
  const t = useTranslations("routePattern.test");
  const format = useFormatter();
  const span = patternSpan(pattern);
  switch (span.kind) {
    case "exactly":
      return <p>{t("exactly", { first: span.first })}</p>;
    case "open":
      return <p>{t("open", { first: span.first, length: span.length })}</p>;
    case "range": {
      const { count, first, last } = span;
      const power = Math.floor(Math.log10(count));
      const written = power > mostWrittenPower ? `≥ 10^${power}` : format.number(count);
      return <p>{t("range", { count: written, first, last })}</p>;
    }
  }
}

function Verdict({ pattern, digits }: { pattern: string; digits: string }) {
  const t = useTranslations("routePattern.test");
  const mismatch = patternMismatch(pattern, digits);
  if (mismatch === null) {
    return (
      <p className="flex items-center gap-1.5 font-medium text-good">
        <CircleCheck aria-hidden className="size-4 shrink-0" />
        {t("yes", { number: digits })}
      </p>
    );
  }
  const expected = mismatch.expected === "X" ? t("anyDigit") : mismatch.expected;
  return (
    <>
      <p className="flex items-center gap-1.5 font-medium text-bad">
        <CircleSlash aria-hidden className="size-4 shrink-0" />
        {t("no", { number: digits })}
      </p>
      <p className="text-muted">{t(mismatch.kind, { ...mismatch, expected })}</p>
    </>
  );
}
