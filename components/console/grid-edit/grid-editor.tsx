"use client";

import { useTranslations } from "next-intl";
import { useCallback, useLayoutEffect, useMemo, useRef } from "react";
import type { ListColumn } from "@/components/console/find-and-list/types";
import type { ValueWords } from "@/components/console/grid-edit/cells";
import { countOf } from "@/components/console/grid-edit/edits";
import { GridBar } from "@/components/console/grid-edit/grid-bar";
import { GridRowView } from "@/components/console/grid-edit/grid-row";
import { RestNotice } from "@/components/console/grid-edit/rest-notice";
import { useCellWriting } from "@/components/console/grid-edit/use-cell-writing";
import { useGrid } from "@/components/console/grid-edit/use-grid";
import { useSaveGrid } from "@/components/console/grid-edit/use-save-grid";
import { useLeave, useUnsavedChanges } from "@/components/console/navigation-guard";
import type { ObjectKind } from "@/components/console/object/object-description";
import type { UpdateField } from "@/components/console/object/update-fields";
import type { ObjectWords } from "@/components/console/object/use-object-words";
import { cx } from "@/components/ui/cx";
import { EmptyState } from "@/components/ui/empty-state";
import { TableArea } from "@/components/ui/table-area";
import type { StoredObject } from "@/lib/client/configuration";
import { identityOf, identityText } from "@/lib/client/object-identity";

export type GridEditorProps = {
  object: ObjectKind;
  words: ObjectWords;
  fields: readonly UpdateField[];
  /** The rows of the page as the list shows them now, without standard objects, which cannot be changed. */
  items: readonly StoredObject[];
  /** How many standard objects the page has. */
  lockedCount: number;
  /** The columns of the list. */
  columns: readonly ListColumn<StoredObject>[];
  onClose: () => void;
};

/** Columns that say nothing of what the object is. */
const leftOut: readonly string[] = ["name", "pattern", "copy", "usedBy"];

/** The rows of a page as cells: moved through and written as in spreadsheets, saved together as one change [CL-01]. */
export function GridEditor(props: GridEditorProps) {
  const { object, words, fields, items, lockedCount, columns, onClose } = props;
  const { kind, rules } = object;
  const t = useTranslations("gridEdit");
  const leave = useLeave();
  const valueWords = useMemo<ValueWords>(
    () => ({
      choice: words.choice,
      flag: (isOn) => words.translate(isOn ? "common.yes" : "common.no"),
      none: words.translate("configuration.none"),
    }),
    [words],
  );
  const grid = useGrid(object, fields, items, valueWords);
  const { rows, edits, problems } = grid;
  const cells = useCellWriting(grid, fields, valueWords);
  const { place, editor } = cells;
  const saving = useSaveGrid(kind, grid, { onRefused: cells.goTo, onSaved: onClose });
  const count = countOf(edits);
  useUnsavedChanges(count > 0 || cells.isUnsaved);
  const labels = useMemo(() => fields.map(({ column }) => words.field(column.name)), [fields, words]);
  const besides = useMemo(
    () =>
      columns.filter(({ id }) => !leftOut.includes(id) && !fields.some(({ column }) => column.name === id)),
    [columns, fields],
  );

  // What rows are given stays the same, so that only those are drawn anew in which something is different.
  const latest = useRef({ grid, cells });
  useLayoutEffect(() => {
    latest.current = { grid, cells };
  });
  const onRestore = useCallback((row: number, restored?: readonly number[]) => {
    latest.current.grid.restore(row, restored);
    latest.current.cells.goTo({ row, column: restored?.[0] ?? 0 });
  }, []);
  const onTakeOver = useCallback((row: number) => {
    latest.current.grid.takeOver(row);
    latest.current.cells.goTo({ row, column: 0 });
  }, []);

  const wrongs = [...problems.values()].map((found) => found.cells.size + found.others.length);
  return (
    <>
      <GridBar
        changedCount={count}
        wrongCount={wrongs.reduce((sum, wrong) => sum + wrong, 0)}
        lockedCount={lockedCount}
        canSave={count > 0 || cells.isWriting}
        isSaving={grid.isHeld}
        onSave={() => void saving.save(cells.finishToSave())}
        canUndo={grid.canUndo && !grid.isHeld && !cells.isWriting}
        onUndo={cells.undo}
        onClose={() => leave(onClose)}
        reason={saving.reason}
        onReason={saving.setReason}
      />
      {grid.rest ? <RestNotice rest={grid.rest} onDismiss={grid.dismissRest} /> : null}
      {rows.length === 0 ? (
        <EmptyState title={t("noRows")}>{null}</EmptyState>
      ) : (
        <TableArea isBusy={grid.isHeld}>
          <table
            {...cells.ofTable}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are reached by keys is a grid.
            role="grid"
            aria-label={t("grid", { objects: words.plural })}
            className="w-full border-collapse text-start"
          >
            <thead className="sticky top-(--sticky-top) z-10 max-lg:static">
              <tr>
                <Heading label={words.field(rules.distinctive[0] ?? "name")} isFirst />
                {labels.map((label) => (
                  <Heading key={label} label={label} isEdited />
                ))}
                {besides.map(({ id, label, isNumber = false }) => (
                  <Heading key={id} label={label} isNumber={isNumber} />
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ item, changed }, row) => {
                const name = identityText(identityOf(kind, item));
                const isHere = place.row === row;
                return (
                  <GridRowView
                    key={name}
                    row={row}
                    name={name}
                    item={item}
                    changed={changed}
                    fields={fields}
                    labels={labels}
                    words={valueWords}
                    besides={besides}
                    edits={edits.get(row)}
                    problems={problems.get(row)}
                    current={isHere ? place.column : null}
                    editor={isHere ? editor : null}
                    onRestore={onRestore}
                    onTakeOver={onTakeOver}
                  />
                );
              })}
            </tbody>
          </table>
        </TableArea>
      )}
    </>
  );
}

type HeadingProps = { label: string; isFirst?: boolean; isEdited?: boolean; isNumber?: boolean };

function Heading({ label, isFirst = false, isEdited = false, isNumber = false }: HeadingProps) {
  return (
    <th
      scope="col"
      className={cx(
        "h-8 bg-sunken px-2 text-xs whitespace-nowrap shadow-[inset_0_-1px_0_var(--line)]",
        isFirst && "ps-4",
        isNumber ? "text-end" : "text-start",
        isEdited ? "font-semibold text-text" : "font-medium text-muted",
      )}
    >
      {label}
    </th>
  );
}
