"use client";

import { useTranslations } from "next-intl";
import { memo } from "react";
import { isDrawn } from "@/components/console/lines/drawn-once";
import { IndexedRow } from "@/components/console/lines/indexed-row";
import { LineFields } from "@/components/console/lines/line-fields";
import type { LineOwner } from "@/components/console/lines/number-note";
import type { ExistingNumber } from "@/components/console/lines/use-number-facts";
import type { PhoneLine } from "@/lib/configuration/phone-lines";
import type { Problem } from "@/lib/configuration/problem";

type LineRowProps = {
  /** Of the editor; the ids of the row begin with it. */
  list: string;
  /** Its place among the lines, from 0. */
  position: number;
  line: PhoneLine;
  button: number | null | undefined;
  facts: ExistingNumber | "new" | null;
  owner: LineOwner;
  /** What is wrong with this line; paths are relative to it. */
  problems: readonly Problem[];
  isReadOnly: boolean;
  /** The line was just added. */
  autoFocus: boolean;
  onChange: (position: number, line: PhoneLine) => void;
  onMove: (from: number, to: number) => void;
  onRemove: (index: number) => void;
};

/** One line with its button. */
export const LineRow = memo(function LineRow(props: LineRowProps) {
  const { list, position, line, button, onChange, onMove, onRemove, ...fields } = props;
  const t = useTranslations("lines");
  const { index } = line;
  return (
    <IndexedRow
      list={list}
      index={index}
      title={t("line", { index })}
      button={button}
      isReadOnly={fields.isReadOnly}
      onMove={(to) => onMove(index, to)}
      onRemove={() => onRemove(index)}
    >
      <LineFields
        id={`${list}-${position}`}
        line={line}
        onChange={(changed) => onChange(position, changed)}
        {...fields}
      />
    </IndexedRow>
  );
}, isDrawn);
