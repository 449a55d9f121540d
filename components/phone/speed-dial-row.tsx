"use client";

import { useTranslations } from "next-intl";
import { memo } from "react";
import { isDrawn } from "@/components/console/lines/drawn-once";
import { IndexedRow } from "@/components/console/lines/indexed-row";
import { SpeedDialFields } from "@/components/phone/speed-dial-fields";
import type { SpeedDial } from "@/lib/configuration/phone-lines";
import type { Problem } from "@/lib/configuration/problem";

type SpeedDialRowProps = {
  /** Of the editor; the ids of the row begin with it. */
  list: string;
  /** Its place among the speed dials, from 0. */
  position: number;
  speedDial: SpeedDial;
  button: number | null | undefined;
  /** What is wrong with it; paths begin with its place. */
  problems: readonly Problem[];
  isReadOnly: boolean;
  /** It was just added. */
  autoFocus: boolean;
  onChange: (position: number, speedDial: SpeedDial) => void;
  onMove: (from: number, to: number) => void;
  onRemove: (index: number) => void;
};

/** One speed dial with its button. */
export const SpeedDialRow = memo(function SpeedDialRow(props: SpeedDialRowProps) {
  const { list, position, speedDial, button, onChange, onMove, onRemove, ...fields } = props;
  const t = useTranslations("phone.speedDials");
  const { index } = speedDial;
  return (
    <IndexedRow
      list={list}
      index={index}
      title={t("speedDial", { index })}
      button={button}
      isReadOnly={fields.isReadOnly}
      onMove={(to) => onMove(index, to)}
      onRemove={() => onRemove(index)}
    >
      <SpeedDialFields
        id={`${list}-${position}`}
        speedDial={speedDial}
        onChange={(changed) => onChange(position, changed)}
        {...fields}
      />
    </IndexedRow>
  );
}, isDrawn);
