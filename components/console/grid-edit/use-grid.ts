"use client";

import { useCallback, useMemo, useState } from "react";
import { fieldsOfTexts, pastedText, storedText, type ValueWords } from "@/components/console/grid-edit/cells";
import { type Edits, editAt, noEdits, withTexts } from "@/components/console/grid-edit/edits";
import { type GridRow, gridProblems, nothingRefused } from "@/components/console/grid-edit/grid-problems";
import { filledFrom, pastedLines } from "@/components/console/grid-edit/pasted";
import type { Place } from "@/components/console/grid-edit/place";
import type { ObjectKind } from "@/components/console/object/object-description";
import { isAt } from "@/components/console/object/object-values";
import type { UpdateField } from "@/components/console/object/update-fields";
import type { StoredObject } from "@/lib/client/configuration";
import { identityKey, identityOf } from "@/lib/client/object-identity";
import type { Problem } from "@/lib/configuration/problem";

/** What did not fit when it was pasted. */
export interface Rest {
  readonly lines: readonly (readonly string[])[];
  readonly columns: number;
}

const isSameVersion = (one: StoredObject, other: StoredObject) =>
  one.version === other.version && one.updatedAt === other.updatedAt;

/**
 * The cells of a page of a list that are being edited: what is typed, what is wrong, what others have changed meanwhile.
 * @param live the rows as the list shows them now; a row without a changed cell follows them
 */
export function useGrid(
  { kind, rules }: ObjectKind,
  fields: readonly UpdateField[],
  live: readonly StoredObject[],
  words: ValueWords,
) {
  const [base, setBase] = useState(live);
  const [edits, setEdits] = useState(noEdits);
  const [past, setPast] = useState<readonly Edits[]>([]);
  const [refused, setRefused] = useState(nothingRefused);
  const [rest, setRest] = useState<Rest | null>(null);
  const [isHeld, setHeld] = useState(false);

  const rows = useMemo(() => {
    const keyOf = (item: StoredObject) => identityKey(identityOf(kind, item));
    const now = new Map(live.map((item) => [keyOf(item), item]));
    return base.map((item, row): GridRow => {
      const latest = now.get(keyOf(item)) ?? item;
      const isSame = isSameVersion(item, latest);
      return edits.has(row) && !isSame
        ? { item, changed: latest }
        : { item: isSame ? item : latest, changed: null };
    });
  }, [kind, live, base, edits]);

  const storedAt = useCallback(
    (items: readonly StoredObject[], { row, column }: Place) => {
      const field = fields[column];
      return field ? storedText(field, items[row]) : "";
    },
    [fields],
  );

  /** What is wrong with cells and their rows when they have the texts of `asked`. */
  const problemsOf = useCallback(
    (asked: Edits) => gridProblems(rules, fields, rows, asked, refused),
    [rows, refused, fields, rules],
  );
  const problems = useMemo(() => problemsOf(edits), [problemsOf, edits]);

  /** The edits with other texts in cells, remembered so that they can be undone. */
  function put(cells: readonly { readonly place: Place; readonly text: string }[]): Edits {
    if (isHeld) return edits;
    // A row begins with what it shows when its first cell is changed.
    const items = rows.map(({ item }) => item);
    const next = withTexts(edits, cells, (place) => storedAt(items, place));
    const isOther = cells.some(({ place }) => editAt(next, place) !== editAt(edits, place));
    if (!isOther) return edits;
    setBase(items);
    setPast([...past, edits]);
    setEdits(next);
    return next;
  }

  return {
    rows,
    edits,
    problems,
    problemsOf,
    rest,
    /** The cells are being saved: until that is answered none is changed, because it would be lost. */
    isHeld,
    setHeld,
    textAt: (place: Place) =>
      editAt(edits, place) ??
      storedAt(
        rows.map(({ item }) => item),
        place,
      ),
    put,
    /** Fills a text of the clipboard down from a cell; what does not fit waits in `rest`. */
    paste(place: Place, text: string) {
      if (isHeld) return;
      const size = { rows: base.length, columns: fields.length };
      const { cells, restLines, restColumns } = filledFrom(place, pastedLines(text), size);
      put(
        cells.map((cell) => {
          const field = fields[cell.place.column];
          return field ? { ...cell, text: pastedText(field, cell.text, words) } : cell;
        }),
      );
      setRest(restLines.length + restColumns === 0 ? null : { lines: restLines, columns: restColumns });
    },
    dismissRest: () => setRest(null),
    canUndo: past.length > 0,
    /** Takes the last step back. */
    undo() {
      const before = past.at(-1);
      if (!before || isHeld) return;
      setEdits(before);
      setPast(past.slice(0, -1));
    },
    /** Gives cells of a row what is stored. */
    restore(row: number, columns: readonly number[] = fields.map((_, column) => column)) {
      const items = rows.map(({ item }) => item);
      put(columns.map((column) => ({ place: { row, column }, text: storedAt(items, { row, column }) })));
    },
    /** Takes over what somebody else has stored of a row; what was typed in it stays. */
    takeOver(row: number) {
      const changed = rows[row]?.changed;
      if (!changed || isHeld) return;
      const items = base.with(row, changed);
      const typed = [...(edits.get(row) ?? [])].map(([column, text]) => ({ place: { row, column }, text }));
      setBase(items);
      setEdits(withTexts(edits, typed, (place) => storedAt(items, place)));
    },
    /** The rows as they are sent, in the order of the page. */
    toSend(sent: Edits) {
      return [...sent.keys()]
        .sort((one, other) => one - other)
        .flatMap((row) => {
          const item = rows[row]?.item;
          if (!item) return [];
          const { name, partition } = identityOf(kind, item);
          const columns = [...(sent.get(row) ?? [])].flatMap(([column, text]) => {
            const field = fields[column];
            return field ? [{ field, text }] : [];
          });
          const given = fieldsOfTexts(
            columns.map(({ field }) => field),
            columns.map(({ text }) => text),
          );
          const { version, updatedAt } = item;
          return [{ row, body: { name, partition, version, updatedAt, fields: given } }];
        });
    },
    /**
     * Marks what the server objected to: problems at `rows`, the place among those that were sent, then the field.
     * @returns the cells that they are about, of an object as a whole the first one of its row
     */
    refuse(sent: Edits, places: readonly number[], told: readonly Problem[]): Place[] {
      const ofRows = new Map<number, Problem[]>();
      const marked = told.flatMap((problem): Place[] => {
        const [, place, ...path] = problem.path;
        const row = places[Number(place)];
        if (row === undefined) return [];
        ofRows.set(row, [...(ofRows.get(row) ?? []), { ...problem, path }]);
        const column = fields.findIndex((field) => isAt(field.column.name, path));
        return [{ row, column: Math.max(0, column) }];
      });
      setRefused({ rows: ofRows, edits: sent, items: rows.map(({ item }) => item) });
      return marked;
    },
  };
}

export type Grid = ReturnType<typeof useGrid>;
