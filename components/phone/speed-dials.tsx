"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useStableActions } from "@/components/console/lines/drawn-once";
import { useMovedFocus } from "@/components/console/lines/use-moved-focus";
import type { CustomFieldProps } from "@/components/console/object/object-fields";
import { SpeedDialRow } from "@/components/phone/speed-dial-row";
import { usePhoneButtons } from "@/components/phone/use-phone-buttons";
import { Button } from "@/components/ui/button";
import {
  addIndexed,
  type IndexedEdit,
  lowestFreeIndex,
  moveIndexed,
  removeIndexed,
} from "@/lib/configuration/indexed-list-edit";
import type { PhoneContent } from "@/lib/configuration/phone";
import type { SpeedDial } from "@/lib/configuration/phone-lines";

/** The speed dials of a phone, each with the button that it is on. */
export function SpeedDials({
  id,
  value,
  onChange,
  problems,
  content,
  isReadOnly,
}: CustomFieldProps<PhoneContent["speedDials"], PhoneContent>) {
  const t = useTranslations("phone.speedDials");
  const [added, setAdded] = useState<number | null>(null);
  const { moved, follow } = useMovedFocus(id);
  const buttons = usePhoneButtons(content);

  function apply(edit: IndexedEdit<SpeedDial>): boolean {
    if (edit.ok) onChange(edit.items);
    return edit.ok;
  }
  function add() {
    if (apply(addIndexed(value, { number: "", label: "" }))) setAdded(lowestFreeIndex(value));
  }
  const rows = useStableActions({
    onChange: (position: number, speedDial: SpeedDial) => onChange(value.with(position, speedDial)),
    onMove: (from: number, to: number) => {
      if (apply(moveIndexed(value, from, to))) follow(from, to);
    },
    onRemove: (index: number) => void apply(removeIndexed(value, index)),
  });
  return (
    <div className="flex flex-col gap-3">
      <p className="text-muted">
        {buttons ? t("buttons", { count: buttons.speedDialButtons }) : null}{" "}
        {value.length === 0 ? t("none") : null}
      </p>
      {value.length === 0 ? null : (
        <ol aria-label={t("title")} className="grid gap-3 lg:grid-cols-2">
          {value.map((speedDial, position) => (
            <SpeedDialRow
              key={speedDial.index}
              list={id}
              position={position}
              speedDial={speedDial}
              button={buttons ? buttons.speedDialButton(speedDial.index) : undefined}
              problems={problems.filter(({ path }) => path[0] === position)}
              isReadOnly={isReadOnly}
              autoFocus={added === speedDial.index}
              {...rows}
            />
          ))}
        </ol>
      )}
      {isReadOnly ? null : (
        <Button size="small" icon={<Plus aria-hidden />} onPress={add} className="self-start">
          {t("add")}
        </Button>
      )}
      <p role="status" className="sr-only">
        {moved ? t("moved", moved) : ""}
      </p>
    </div>
  );
}
