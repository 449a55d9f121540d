"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useProblemText } from "@/components/console/refusal-text";
import type { Said } from "@/components/console/said-line";
import type { FocusWish, ListId } from "@/components/console/two-lists/list-rows";
import { changedCallStates, editsSince } from "@/components/softkey-template/layout-edits";
import { softkeyRows } from "@/components/softkey-template/softkey-rows";
import { useWords } from "@/components/softkey-template/use-words";
import type { CallState } from "@/lib/catalog/call-states";
import { blankSoftkey } from "@/lib/catalog/softkey-key";
import { maximumSoftkeysPerState } from "@/lib/catalog/softkey-limits";
import type { SoftkeyId } from "@/lib/catalog/softkeys";
import type { Problem } from "@/lib/configuration/problem";
import { type SoftkeyLayout, withCallStates } from "@/lib/configuration/softkey-layout";
import {
  type LayoutEdit,
  moveSoftkey,
  selectSoftkey,
  unselectedSoftkeys,
  unselectSoftkey,
} from "@/lib/configuration/softkey-layout-edit";

type Cursor = { state: CallState; unselected: string | null; selected: string | null };

/**
 * The editor of one call state at a time over the layout of all of them (SK-07, SK-08, SK-09).
 * @param stored the layout as it is stored; steps that lead back to it leave nothing changed
 */
export function useLayoutEditor(stored: SoftkeyLayout, state: CallState) {
  const t = useTranslations("softkeyTemplate.layout.said");
  const words = useWords();
  const problemText = useProblemText();
  const [edits, setEdits] = useState<ReturnType<typeof changedCallStates>>({});
  const [said, setSaid] = useState<Said | null>(null);
  const [focusWish, setFocusWish] = useState<FocusWish | null>(null);
  const [lastCursor, setCursor] = useState<Cursor>({ state, unselected: null, selected: null });
  const layout = withCallStates(stored, edits);
  const cursor = lastCursor.state === state ? lastCursor : { state, unselected: null, selected: null };
  const unselected = softkeyRows(unselectedSoftkeys(layout, state));
  const selected = softkeyRows(layout[state]);

  /** A full list is told before it becomes too long, which the rule's own words speak of. */
  function refusalWords(problem: Problem): string {
    return problem.code === "tooManySoftkeys"
      ? t("isFull", { callState: words.callState(state), limit: maximumSoftkeysPerState })
      : problemText(problem);
  }

  /** Takes the step unless a rule forbids it; answers whether it was taken. */
  function take(edit: LayoutEdit): edit is Extract<LayoutEdit, { ok: true }> {
    if (edit.ok) setEdits(changedCallStates(stored, edit.layout));
    else setSaid({ text: refusalWords(edit.problem), isRefusal: true });
    return edit.ok;
  }

  /** Makes the selected row at the position the current one and says where it is. */
  function arrive(edited: SoftkeyLayout, position: number, takesFocus: boolean, left: string | null) {
    const rows = softkeyRows(edited[state]);
    const row = rows[position];
    if (!row) return;
    setCursor({ state, unselected: left, selected: row.key });
    if (takesFocus) setFocusWish({ list: "selected", key: row.key });
    const softkey = words.label(row.softkey);
    setSaid({ text: t("placed", { softkey, position: position + 1, count: rows.length }), isRefusal: false });
  }

  function add(softkey: SoftkeyId, position = selected.length, takesFocus = false) {
    const edit = selectSoftkey(layout, state, softkey, position);
    if (!take(edit)) return;
    const at = unselected.findIndex((row) => row.softkey === softkey);
    const next = softkey === blankSoftkey ? unselected[at] : (unselected[at + 1] ?? unselected[at - 1]);
    arrive(edit.layout, edit.position, takesFocus, next?.key ?? null);
  }

  function remove(position: number, takesFocus = false) {
    const row = selected[position];
    const edit = unselectSoftkey(layout, state, position);
    if (!take(edit) || !row) return;
    const next = softkeyRows(edit.layout[state])[edit.position];
    const isBlank = row.softkey === blankSoftkey;
    setCursor({ state, unselected: isBlank ? cursor.unselected : row.key, selected: next?.key ?? null });
    if (takesFocus) {
      setFocusWish(next ? { list: "selected", key: next.key } : { list: "unselected", key: row.key });
    }
    const count = edit.layout[state].length;
    setSaid({ text: t("removed", { softkey: words.label(row.softkey), count }), isRefusal: false });
  }

  function move(from: number, to: number, takesFocus = false) {
    if (to < 0 || to >= selected.length) {
      setSaid({ text: t(to < 0 ? "isFirst" : "isLast"), isRefusal: true });
      return;
    }
    const edit = moveSoftkey(layout, state, from, to);
    if (take(edit)) arrive(edit.layout, edit.position, takesFocus, cursor.unselected);
  }

  return {
    layout,
    edits,
    isUnsaved: Object.keys(edits).length > 0,
    unselected,
    selected,
    cursor,
    setCursor: (list: ListId, key: string) => setCursor({ ...cursor, [list]: key }),
    said,
    focusWish,
    add,
    remove,
    move,
    /** After a save: forgets the steps that led to the layout that was sent; those taken since then stay. */
    forgetSaved: (sent: SoftkeyLayout, saved: SoftkeyLayout) => {
      setEdits((now) => editsSince(sent, withCallStates(stored, now), saved));
      setSaid(null);
    },
    /** Back to the layout as it is stored. */
    forgetAll: () => {
      setEdits({});
      setSaid(null);
    },
    clearSaid: () => setSaid(null),
  };
}

export type LayoutEditor = ReturnType<typeof useLayoutEditor>;
