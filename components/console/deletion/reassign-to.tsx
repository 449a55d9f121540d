"use client";

import { useTranslations } from "next-intl";
import { NumberSelect } from "@/components/console/deletion/number-select";
import { ReferenceSelect } from "@/components/console/reference-select";
import type { ObjectIdentity } from "@/lib/client/object-identity";
import { canUseNone, type ReassignKind } from "@/lib/client/reassign";

type ReassignToProps = {
  kind: ReassignKind;
  /** Conditions that an object must fulfil to be offered: `model:isExactly:Cisco 8841`. */
  where?: readonly string[];
  /** What is to be replaced: it is not offered. */
  without: ObjectIdentity;
  /** Null: none instead; undefined: nothing was chosen yet. */
  value: ObjectIdentity | null | undefined;
  onChange: (value: ObjectIdentity | null) => void;
};

/** *Reassign to…*: the object that is used instead, or none where that is possible. */
export function ReassignTo({ kind, where, without, value, onChange }: ReassignToProps) {
  const t = useTranslations("configuration");
  const label = t("reassign.label");
  if (kind === "directoryNumber")
    return <NumberSelect label={label} without={without} value={value ?? null} onChange={onChange} />;
  return (
    <ReferenceSelect
      kind={kind}
      label={label}
      without={without.name}
      value={value?.name ?? null}
      isUnset={value === undefined}
      onChange={(name) => onChange(name === null ? null : { name, partition: null })}
      {...(where ? { where } : {})}
      {...(canUseNone(kind) ? { none: t("none") } : {})}
    />
  );
}
