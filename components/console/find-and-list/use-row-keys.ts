"use client";

import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import { useCommand } from "@/components/console/commands";

/** J and K move the focus through the rows of the table inside `container`, "/" to the search text. */
export function useRowKeys(
  container: RefObject<HTMLElement | null>,
  searchText: RefObject<HTMLInputElement | null>,
) {
  const t = useTranslations("findAndList");
  function move(step: 1 | -1) {
    const rows = [...(container.current?.querySelectorAll<HTMLElement>("tbody tr") ?? [])];
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    const next = at === -1 ? rows.at(0) : rows[Math.max(0, at + step)];
    next?.focus();
  }
  useCommand({
    id: "nextRow",
    label: t("nextRow"),
    keys: "J",
    scope: "page",
    isInPalette: false,
    run: () => move(1),
  });
  useCommand({
    id: "previousRow",
    label: t("previousRow"),
    keys: "K",
    scope: "page",
    isInPalette: false,
    run: () => move(-1),
  });
  useCommand({
    id: "focusFilter",
    label: t("focusFilter"),
    keys: "/",
    scope: "page",
    run: () => searchText.current?.focus(),
  });
}
