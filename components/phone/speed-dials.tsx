"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { IndexedRow } from "@/components/console/lines/indexed-row";
import { useMovedFocus } from "@/components/console/lines/use-moved-focus";
import type { CustomFieldProps } from "@/components/console/object/object-fields";
import { SpeedDialFields } from "@/components/phone/speed-dial-fields";
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
  return (
    <div className="flex flex-col gap-3">
      <p className="text-muted">
        {buttons ? t("buttons", { count: buttons.speedDialButtons }) : null}{" "}
        {value.length === 0 ? t("none") : null}
      </p>
      {value.length === 0 ? null : (
        <ol aria-label={t("title")} className="grid gap-3 lg:grid-cols-2">
          {value.map((speedDial, position) => {
            const { index } = speedDial;
            return (
              <IndexedRow
                key={index}
                list={id}
                index={index}
                title={t("speedDial", { index })}
                button={buttons ? buttons.speedDialButton(index) : undefined}
                isReadOnly={isReadOnly}
                onMove={(to) => apply(moveIndexed(value, index, to)) && follow(index, to)}
                onRemove={() => apply(removeIndexed(value, index))}
              >
                <SpeedDialFields
                  id={`${id}-${position}`}
                  speedDial={speedDial}
                  problems={problems.filter(({ path }) => path[0] === position)}
                  isReadOnly={isReadOnly}
                  autoFocus={added === index}
                  onChange={(changed) => onChange(value.with(position, changed))}
                />
              </IndexedRow>
            );
          })}
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
