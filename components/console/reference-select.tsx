"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalText } from "@/components/console/refusal-text";
import { useSettled } from "@/components/console/use-settled";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { SearchSelect } from "@/components/ui/search-select";
import type { SelectOption, SelectProps } from "@/components/ui/select";
import { refusalOf } from "@/lib/client/api-error";
import { objectPath } from "@/lib/client/object-path";
import { type OfferedReference, type ReferenceKind, referencesQuery } from "@/lib/client/reference";

// No object can have this name: the character is not allowed in names.
const nothing = "<";
const settleMilliseconds = 150;

export type ReferenceSelectProps = Omit<SelectProps<string>, "options" | "value" | "onChange"> & {
  kind: ReferenceKind;
  /** Conditions that an object must fulfil to be offered: `model:isExactly:Cisco 8841`. */
  where?: readonly string[];
  /** The name of an object that is not offered. */
  without?: string;
  /** The name of the chosen object, or null for none. */
  value: string | null;
  onChange: (name: string | null) => void;
  /** The words of the entry that chooses nothing; without it an object must be chosen. */
  none?: string;
  /** Nothing was said yet, not even that there be none: the placeholder shows. */
  isUnset?: boolean;
};

/**
 * A drop-down of the objects of a kind, however many there are: the server is asked for what is typed. What is
 * chosen is always offered, and its page is a click away.
 */
export function ReferenceSelect(props: ReferenceSelectProps) {
  const { kind, where, without, value, onChange, none, isUnset = false, onOpenChange, ...field } = props;
  const t = useTranslations("configuration.reference");
  const refusalText = useRefusalText();
  const [isOpen, setOpen] = useState(field.opensAtOnce ?? false);
  const [text, setText] = useState("");
  const settledText = useSettled(text.trim(), settleMilliseconds);
  const { data, error, refetch, isFetching } = useQuery({
    ...referencesQuery({ kind, text: settledText, ...(where ? { where } : {}) }),
    enabled: isOpen,
  });
  const isSearching = isFetching || settledText !== text.trim();

  function optionOf({ name, isInstalled = true }: OfferedReference): SelectOption<string> {
    return { id: name, label: name, ...(isInstalled ? {} : { detail: t("notInstalled") }) };
  }
  const items = (data?.items ?? []).filter(({ name }) => name !== without);
  const isChosenOffered = value === null || items.some(({ name }) => name === value);
  const options = [
    ...(none === undefined ? [] : [{ id: nothing, label: none }]),
    ...(isChosenOffered ? [] : [{ id: value, label: value }]),
    ...items.map(optionOf),
  ];
  const path = value === null ? null : objectPath(kind, value);
  return (
    <SearchSelect
      {...field}
      options={options}
      value={value ?? (isUnset ? null : nothing)}
      valueText={
        value ??
        (isUnset ? undefined : none) ?? <span className="text-muted">{field.placeholder ?? t("choose")}</span>
      }
      onChange={(chosen) => onChange(chosen === nothing ? null : chosen)}
      searchLabel={t("search")}
      onSearch={setText}
      onOpenChange={(opened) => {
        setOpen(opened);
        onOpenChange?.(opened);
      }}
      empty={empty()}
      footer={footer()}
      aside={
        path === null || value === null || field.isLabelHidden ? null : (
          <Link href={path} aria-label={t("openObject", { name: value })} className="text-xs">
            {t("open")}
          </Link>
        )
      }
    />
  );

  function empty() {
    if (error) return null;
    if (isSearching) return t("searching");
    return text.trim() === "" ? t("none") : t("nothing", { text: text.trim() });
  }

  function footer() {
    if (error) {
      return (
        <span className="flex items-center justify-between gap-2 text-bad">
          {refusalText(refusalOf(error))}
          <Button size="small" onPress={() => void refetch()}>
            {t("retry")}
          </Button>
        </span>
      );
    }
    if (!data) return isFetching ? t("searching") : undefined;
    const more = data.total - data.items.length;
    return more > 0 ? t("more", { count: more }) : undefined;
  }
}
