"use client";

import { useMemo } from "react";
import { ChooseColumns } from "@/components/console/grid-edit/choose-columns";
import { GridEditor, type GridEditorProps } from "@/components/console/grid-edit/grid-editor";
import { updateFields } from "@/components/console/object/update-fields";

type GridEditProps = Omit<GridEditorProps, "fields" | "lockedCount"> & {
  /** The columns that are edited; null while they are chosen. */
  chosen: readonly string[] | null;
  onChoose: (columns: readonly string[]) => void;
};

/** *Edit in Grid…*: first the columns, then their cells. The fields are those that many objects can be given. */
export function GridEdit({ chosen, onChoose, items, ...props }: GridEditProps) {
  const { object, words, onClose } = props;
  const all = useMemo(() => updateFields(object.rules), [object]);
  const fields = useMemo(
    () => (chosen ?? []).flatMap((name) => all.find(({ column }) => column.name === name) ?? []),
    [chosen, all],
  );
  const editable = useMemo(() => items.filter((item) => object.isStandard?.(item) !== true), [items, object]);
  if (chosen === null) {
    return (
      <ChooseColumns
        columns={all.map(({ column: { name } }) => ({ id: name, label: words.field(name) }))}
        onChoose={onChoose}
        onClose={onClose}
      />
    );
  }
  return (
    <GridEditor {...props} fields={fields} items={editable} lockedCount={items.length - editable.length} />
  );
}
