"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useStableActions } from "@/components/console/lines/drawn-once";
import { LineRow } from "@/components/console/lines/line-row";
import type { LineOwner } from "@/components/console/lines/number-note";
import { useMovedFocus } from "@/components/console/lines/use-moved-focus";
import { useNumberFacts } from "@/components/console/lines/use-number-facts";
import { useProblemText } from "@/components/console/refusal-text";
import { Button } from "@/components/ui/button";
import { lowestFreeIndex } from "@/lib/configuration/indexed-list-edit";
import type { PhoneLine } from "@/lib/configuration/phone-lines";
import { addLine, type LinesEdit, moveLine, removeLine } from "@/lib/configuration/phone-lines-edit";
import type { Problem } from "@/lib/configuration/problem";

const newLine = {
  directoryNumber: "",
  partition: null,
  label: "",
  displayName: "",
  busyTrigger: null,
  maxCalls: null,
} as const;

export type LinesEditorProps = {
  /** Of the editor: the fields of the first line are `${id}-0-directoryNumber` and so on. */
  id: string;
  value: readonly PhoneLine[];
  onChange: (lines: readonly PhoneLine[]) => void;
  /** What is wrong; paths are relative to the list. */
  problems: readonly Problem[];
  owner: LineOwner;
  /** The position of the button of a line; null: it has none. Without it buttons are not told. */
  buttonOf?: ((index: number) => number | null) | undefined;
  isReadOnly: boolean;
};

/** The lines of a phone or device profile: which numbers, on which buttons, in which order. */
export function LinesEditor({
  id,
  value: lines,
  onChange,
  problems,
  owner,
  buttonOf,
  isReadOnly,
}: LinesEditorProps) {
  const t = useTranslations("lines");
  const problemText = useProblemText();
  const [added, setAdded] = useState<number | null>(null);
  const { moved, follow } = useMovedFocus(id);
  const facts = useNumberFacts(lines);

  function apply(edit: LinesEdit): boolean {
    if (edit.ok) onChange(edit.lines);
    return edit.ok;
  }
  function add() {
    const empty = lines.findIndex(({ directoryNumber }) => directoryNumber.trim() === "");
    // One that has no number yet is filled in first.
    if (empty >= 0) document.getElementById(`${id}-${empty}-directoryNumber`)?.focus();
    else if (apply(addLine(lines, newLine))) setAdded(lowestFreeIndex(lines));
  }
  const rows = useStableActions({
    onChange: (position: number, line: PhoneLine) => onChange(lines.with(position, line)),
    onMove: (from: number, to: number) => {
      if (apply(moveLine(lines, from, to))) follow(from, to);
    },
    onRemove: (index: number) => {
      apply(removeLine(lines, index));
    },
  });
  const own = problems.find(({ path }) => path.length === 0);
  return (
    <div className="flex flex-col gap-3">
      {lines.length === 0 ? <p className="text-muted">{t("none")}</p> : null}
      <ol aria-label={t("title")} className="flex flex-col gap-3">
        {lines.map((line, position) => (
          <LineRow
            key={line.index}
            list={id}
            position={position}
            line={line}
            button={buttonOf?.(line.index)}
            facts={facts[position] ?? null}
            owner={owner}
            problems={problemsOf(position)}
            isReadOnly={isReadOnly}
            autoFocus={added === line.index}
            {...rows}
          />
        ))}
      </ol>
      {own ? <p className="text-xs text-bad">{problemText(own)}</p> : null}
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

  function problemsOf(position: number): Problem[] {
    return problems
      .filter(({ path }) => path[0] === position)
      .map((problem) => ({ ...problem, path: problem.path.slice(1) }));
  }
}
