"use client";

import { Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo } from "react";
import type { ListColumn } from "@/components/console/find-and-list/types";
import { CellEditor, type CellEditorProps } from "@/components/console/grid-edit/cell-editor";
import { hasFewValues, shownText, storedText, type ValueWords } from "@/components/console/grid-edit/cells";
import type { GridRow, RowProblems } from "@/components/console/grid-edit/grid-problems";
import { choicesOf, type UpdateField } from "@/components/console/object/update-fields";
import { useProblemText } from "@/components/console/refusal-text";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { IconButton } from "@/components/ui/icon-button";
import type { StoredObject } from "@/lib/client/configuration";
import type { Problem, ProblemCode } from "@/lib/configuration/problem";

type GridRowProps = {
  row: number;
  name: string;
  item: GridRow["item"];
  changed: GridRow["changed"];
  fields: readonly UpdateField[];
  labels: readonly string[];
  words: ValueWords;
  /** What else the list shows of the object. */
  besides: readonly ListColumn<StoredObject>[];
  edits: ReadonlyMap<number, string> | undefined;
  problems: RowProblems | undefined;
  /** The column of the cell that the keyboard is in. */
  current: number | null;
  /** That cell is being written. */
  editor: Omit<CellEditorProps, "field" | "label" | "words"> | null;
  onRestore: (row: number, columns?: readonly number[]) => void;
  onTakeOver: (row: number) => void;
};

/** What stands against all cells of a row that this page cannot show as it is now: it may be on another page, or nowhere. */
const unsettledWords: Partial<Record<ProblemCode, "gone" | "changedOutOfSight">> = {
  notThere: "gone",
  changedSinceShown: "changedOutOfSight",
};

const cellLook = "px-2 py-(--row-padding,4px) align-top";

/** A row: the name, the cells that are edited, and what the list shows besides. */
export const GridRowView = memo(function GridRowView(props: GridRowProps) {
  const { row, name, item, changed, fields, labels, besides, problems, onRestore, onTakeOver } = props;
  const t = useTranslations("gridEdit");
  const problemText = useProblemText();
  const others = problems?.others ?? [];
  return (
    <tr className="border-b border-line">
      <th scope="row" className={cx(cellLook, "min-w-44 max-w-72 ps-4 text-start font-medium")}>
        <span className="wrap-anywhere">{name}</span>
        {changed ? (
          <Told text={t("others", { by: changed.updatedBy })}>
            <Button size="small" onPress={() => onTakeOver(row)}>
              {t("showNow")}
            </Button>
          </Told>
        ) : null}
        {others.map((problem) => {
          // Told above, with what it is now.
          if (problem.code === "changedSinceShown" && changed) return null;
          const unsettled = unsettledWords[problem.code];
          return (
            <Told key={problem.code} text={unsettled ? t(unsettled) : problemText(problem)}>
              {unsettled ? (
                <Button size="small" onPress={() => onRestore(row)}>
                  {t("undoRow")}
                </Button>
              ) : null}
            </Told>
          );
        })}
      </th>
      {fields.map((field, column) => (
        <GridCell
          key={field.column.name}
          {...props}
          field={field}
          column={column}
          label={labels[column] ?? ""}
        />
      ))}
      {besides.map((column) => (
        <td
          key={column.id}
          className={cx(
            cellLook,
            "max-w-[clamp(8rem,12vw,16rem)] truncate text-muted",
            column.isNumber && "text-end",
          )}
        >
          {column.render(item)}
        </td>
      ))}
    </tr>
  );
});

function Told({ text, children }: { text: string; children?: React.ReactNode }) {
  return (
    <span role="alert" className="mt-1 flex flex-wrap items-center gap-2 text-xs font-normal text-bad">
      {text}
      {children}
    </span>
  );
}

type GridCellProps = GridRowProps & { field: UpdateField; column: number; label: string };

function GridCell(props: GridCellProps) {
  const { row, column, name, field, label, item, edits, problems, current, editor, words, onRestore } = props;
  const t = useTranslations("gridEdit");
  const emptyWord = useTranslations("configuration")("empty");
  const problemText = useProblemText();
  const isCurrent = current === column;
  const stored = storedText(field, item);
  const typed = edits?.get(column);
  const text = shownText(field, typed ?? stored, words);
  const isNothing = (typed ?? stored) === "";
  const problem = problems?.cells.get(column);
  const cell = t("cell", { column: label, name });
  const problemId = `grid-${row}-${column}-problem`;
  return (
    <td
      data-row={row}
      data-column={column}
      data-takes-letters
      tabIndex={isCurrent ? 0 : -1}
      aria-invalid={problem !== undefined}
      {...(problem ? { "aria-describedby": problemId } : {})}
      className={cx(
        "focus-ring-inset min-w-44 cursor-cell scroll-mt-40 border-x border-line align-top",
        typed === undefined ? "bg-surface" : problem ? "bg-bad-soft" : "bg-caution-soft",
      )}
    >
      {isCurrent && editor ? (
        <div className="p-0.5">
          <CellEditor {...editor} field={field} label={cell} words={words} />
        </div>
      ) : (
        <div className="flex items-start gap-1 px-2 py-(--row-padding,4px)">
          <span className="min-w-0 flex-1">
            <span
              className={cx(
                "block min-h-5 max-w-80 wrap-anywhere",
                isNothing && "text-muted",
                field.control.control === "text" && field.control.isMonospace && "font-mono",
              )}
            >
              {text}
            </span>
            {typed === undefined ? null : (
              <span className="block text-xs text-muted">
                {t("was", { value: shownText(field, stored, words) || emptyWord })}
              </span>
            )}
            {problem ? (
              <span id={problemId} className="block max-w-80 text-xs text-bad">
                {told(problem)}
              </span>
            ) : null}
          </span>
          {typed === undefined ? null : (
            <IconButton
              label={t("undoCell", { cell })}
              size="small"
              className="-my-1"
              excludeFromTabOrder
              onPress={() => onRestore(row, [column])}
            >
              <Undo2 />
            </IconButton>
          )}
        </div>
      )}
    </td>
  );

  function told(found: Problem): string {
    const isNoChoice = hasFewValues(field) && typed !== "" && !choicesOf(field.control).includes(typed ?? "");
    return isNoChoice ? t("choice", { text: typed ?? "", column: label }) : problemText(found);
  }
}
