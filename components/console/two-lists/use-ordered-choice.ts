"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Said } from "@/components/console/said-line";
import type { FocusWish, ListsEditor } from "@/components/console/two-lists/list-rows";
import { nameKey } from "@/lib/configuration/text-rules";

const rowOf = (name: string) => ({ key: nameKey(name), text: name });

/**
 * Choosing names in an order, each at most once, with two lists.
 * @param offered the names that can be chosen; those that are chosen already are left out
 * @param chosen the names in their order
 */
export function useOrderedChoice(
  offered: readonly string[],
  chosen: readonly string[],
  onChange: (chosen: readonly string[]) => void,
): ListsEditor {
  const t = useTranslations("configuration.lists");
  const [said, setSaid] = useState<Said | null>(null);
  const [focusWish, setFocusWish] = useState<FocusWish | null>(null);
  const [cursor, setCursor] = useState<ListsEditor["cursor"]>({ unselected: null, selected: null });
  const selected = chosen.map(rowOf);
  const unselected = offered.map(rowOf).filter(({ key }) => selected.every((row) => row.key !== key));

  /** Stores the order, makes the row at the position the current one and says where it is. */
  function place(names: readonly string[], position: number, takesFocus: boolean, left: string | null) {
    const name = names[position];
    if (name === undefined) return;
    onChange(names);
    setCursor({ unselected: left, selected: nameKey(name) });
    if (takesFocus) setFocusWish({ list: "selected", key: nameKey(name) });
    setSaid({ text: t("placed", { name, position: position + 1, count: names.length }), isRefusal: false });
  }

  return {
    unselected,
    selected,
    cursor,
    setCursor: (list, key) => setCursor({ ...cursor, [list]: key }),
    focusWish,
    said,
    add: (key, position = chosen.length, takesFocus = false) => {
      const at = unselected.findIndex((row) => row.key === key);
      const row = unselected[at];
      if (!row) return;
      const next = unselected[at + 1] ?? unselected[at - 1];
      place(chosen.toSpliced(position, 0, row.text), position, takesFocus, next?.key ?? null);
    },
    remove: (position, takesFocus = false) => {
      const row = selected[position];
      if (!row) return;
      const rest = chosen.toSpliced(position, 1);
      const next = selected.toSpliced(position, 1)[Math.min(position, rest.length - 1)];
      onChange(rest);
      setCursor({ unselected: row.key, selected: next?.key ?? null });
      if (takesFocus) {
        setFocusWish(next ? { list: "selected", key: next.key } : { list: "unselected", key: row.key });
      }
      setSaid({ text: t("removed", { name: row.text, count: rest.length }), isRefusal: false });
    },
    move: (from, to, takesFocus = false) => {
      const name = chosen[from];
      if (to < 0 || to >= chosen.length) setSaid({ text: t(to < 0 ? "isFirst" : "isLast"), isRefusal: true });
      else if (name !== undefined) {
        place(chosen.toSpliced(from, 1).toSpliced(to, 0, name), to, takesFocus, cursor.unselected);
      }
    },
  };
}
