"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useSettled } from "@/components/console/use-settled";
import { SearchSelect } from "@/components/ui/search-select";
import { suggestedNumbersQuery } from "@/lib/client/directory-number";
import {
  identityKey,
  identityOf,
  identityOfKey,
  identityText,
  type ObjectIdentity,
} from "@/lib/client/object-identity";

const settleMilliseconds = 150;

type NumberSelectProps = {
  label: string;
  /** A number that is not offered. */
  without: ObjectIdentity;
  value: ObjectIdentity | null;
  onChange: (value: ObjectIdentity) => void;
};

/** A drop-down of the directory numbers; the server is asked for those that contain what is typed. */
export function NumberSelect({ label, without, value, onChange }: NumberSelectProps) {
  const t = useTranslations("configuration.reference");
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState("");
  const wanted = useSettled(text.trim(), settleMilliseconds);
  const { data, isFetching } = useQuery({ ...suggestedNumbersQuery(wanted), enabled: isOpen });
  const found = (data?.items ?? []).map((item) => identityOf("directoryNumber", item));
  const others = found.filter((identity) => !isSame(without)(identity));
  const offered = value === null || others.some(isSame(value)) ? others : [value, ...others];
  const more = (data?.total ?? 0) - found.length;
  return (
    <SearchSelect
      label={label}
      options={offered.map((identity) => ({ id: identityKey(identity), label: identityText(identity) }))}
      value={value && identityKey(value)}
      valueText={value ? identityText(value) : <span className="text-muted">{t("choose")}</span>}
      onChange={(key) => onChange(identityOfKey(key))}
      searchLabel={t("search")}
      onSearch={setText}
      onOpenChange={setOpen}
      empty={isFetching ? t("searching") : t("none")}
      footer={more > 0 ? t("more", { count: more }) : undefined}
    />
  );
}

const isSame = (one: ObjectIdentity) => (other: ObjectIdentity) => identityKey(one) === identityKey(other);
