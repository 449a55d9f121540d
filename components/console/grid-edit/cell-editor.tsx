"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useLayoutEffect, useRef } from "react";
import { hasFewValues, type ValueWords } from "@/components/console/grid-edit/cells";
import { choicesOf, type UpdateField } from "@/components/console/object/update-fields";
import { ReferenceSelect } from "@/components/console/reference-select";
import { cx } from "@/components/ui/cx";
import { controlClass } from "@/components/ui/field";
import { Select } from "@/components/ui/select";

// No choice is called so: the character is not allowed.
const nothing = "<";

export type CellEditorProps = {
  field: UpdateField;
  /** Which cell it is: "Description of SEP001122334455". */
  label: string;
  text: string;
  words: ValueWords;
  onText: (text: string) => void;
  /** The text is the cell's. */
  onChoose: (text: string) => void;
  /** The cell stays as it was. */
  onCancel: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onLeave: () => void;
};

/** What a cell is written with: a line of text, or the list of its values, open. */
export function CellEditor(props: CellEditorProps) {
  const { field, label, text, words, onChoose, onCancel } = props;
  const t = useTranslations("configuration");
  const { control, canBeEmpty } = field;
  const list = {
    label,
    isLabelHidden: true,
    size: "small",
    opensAtOnce: true,
    placeholder: text === "" ? "" : text,
    onOpenChange: (isOpen: boolean) => {
      if (!isOpen) onCancel();
    },
  } as const;
  if (hasFewValues(field)) {
    const none = canBeEmpty ? [{ id: nothing, label: words.none }] : [];
    const ids = choicesOf(control);
    const wordsOf = (id: string) =>
      control.control === "flag" ? words.flag(id === "true") : words.choice(control.path, id);
    return (
      <Select
        {...list}
        value={text === "" && canBeEmpty ? nothing : ids.includes(text) ? text : null}
        onChange={(id) => onChoose(id === nothing ? "" : id)}
        options={[...none, ...ids.map((id) => ({ id, label: wordsOf(id) }))]}
      />
    );
  }
  if (control.control === "reference") {
    const where = control.where?.({});
    return (
      <ReferenceSelect
        {...list}
        kind={control.to}
        {...(where ? { where } : {})}
        value={text === "" ? null : text}
        onChange={(name) => onChoose(name ?? "")}
        {...(canBeEmpty ? { none: t("none") } : {})}
      />
    );
  }
  return <LineEditor {...props} />;
}

function LineEditor({ field: { control }, label, text, onText, onKeyDown, onLeave }: CellEditorProps) {
  const input = useRef<HTMLInputElement>(null);
  // Before the key that began it goes on, so that its letter is written here.
  useLayoutEffect(() => input.current?.focus(), []);
  return (
    <input
      ref={input}
      aria-label={label}
      value={text}
      onChange={(event) => onText(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={onLeave}
      autoComplete="off"
      spellCheck={false}
      className={cx(
        controlClass,
        "h-7 w-full min-w-40 px-1.5",
        control.control === "text" && control.isMonospace && "font-mono",
      )}
    />
  );
}
