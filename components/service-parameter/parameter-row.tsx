"use client";

import { History, RotateCcw } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { UnsavedBadge } from "@/components/console/unsaved-badge";
import { ParameterControl } from "@/components/service-parameter/parameter-control";
import type { EditedParameter } from "@/components/service-parameter/use-parameter-edits";
import { useParameterWords } from "@/components/service-parameter/use-parameter-words";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";
import { pathOf } from "@/lib/client/object-path";
import type { ServiceParameterValue } from "@/lib/configuration/service-parameter";
import { defaultLocale } from "@/lib/i18n/locales";

type ParameterRowProps = {
  /** Of its control. */
  id: string;
  parameter: EditedParameter;
  errorMessage: string | undefined;
  isReadOnly: boolean;
  /** The address names this parameter: it is brought into view. */
  isNamed: boolean;
  onChange: (value: ServiceParameterValue) => void;
  onBlur: () => void;
};

/** One parameter: what it does, its value, its default and its history. */
export function ParameterRow(props: ParameterRowProps) {
  const { id, parameter, errorMessage, isReadOnly, isNamed, onChange, onBlur } = props;
  const { facts, isDefault, isUnsaved } = parameter;
  const t = useTranslations("serviceParameter");
  const words = useParameterWords();
  const isTranslated = useLocale() !== defaultLocale;
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!isNamed) return;
    row.current?.scrollIntoView({ block: "center" });
    row.current?.focus({ preventScroll: true });
  }, [isNamed]);
  const name = words.name(facts.name);
  return (
    <li
      ref={row}
      tabIndex={-1}
      data-named={isNamed || undefined}
      aria-label={name}
      className={cx(
        "grid gap-x-6 gap-y-2 border-b border-line px-2 py-3 outline-none md:grid-cols-[minmax(0,1fr)_15rem_11rem]",
        isNamed && "rounded-panel bg-accent-soft",
      )}
    >
      <div className="flex min-w-0 flex-col gap-1">
        <span className="flex flex-wrap items-center gap-2">
          <span className="font-medium">{name}</span>
          {isDefault ? null : <Badge tone="accent">{t("changed")}</Badge>}
          {isUnsaved ? <UnsavedBadge /> : null}
        </span>
        {isTranslated ? <span className="text-xs text-muted">{facts.name}</span> : null}
        <span className="text-muted">{words.help(facts.name)}</span>
      </div>
      <ParameterControl
        id={id}
        parameter={parameter}
        errorMessage={errorMessage}
        isReadOnly={isReadOnly}
        onChange={onChange}
        onBlur={onBlur}
      />
      <div className="flex min-w-0 flex-col items-start gap-1">
        <span>
          <span className="text-muted md:hidden">{t("column.default")}: </span>
          {words.value(facts, facts.default)}
        </span>
        {isReadOnly || isDefault ? null : (
          <Button
            size="small"
            icon={<RotateCcw aria-hidden />}
            aria-label={t("setOneToDefault", { name })}
            onPress={() => onChange(facts.default)}
          >
            {t("setToDefault")}
          </Button>
        )}
        <Link
          href={pathOf("serviceParameter", { name: facts.name, partition: null }, "history")}
          aria-label={t("historyOf", { name })}
          className="flex items-center gap-1 text-xs"
        >
          <History aria-hidden className="size-3.5" />
          {t("history", { version: parameter.base.version })}
        </Link>
      </div>
    </li>
  );
}
