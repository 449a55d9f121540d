"use client";

import { useMemo, useSyncExternalStore } from "react";

/** How a person likes to see a list; remembered in this browser. */
export type ListView = { density: "comfortable" | "compact"; columns: readonly string[] | null };

const initialView: ListView = { density: "comfortable", columns: null };
const changed = new EventTarget();

function subscribe(listener: () => void) {
  changed.addEventListener("change", listener);
  return () => changed.removeEventListener("change", listener);
}

function parseView(text: string | null): ListView {
  try {
    const value: unknown = JSON.parse(text ?? "null");
    if (typeof value !== "object" || value === null) return initialView;
    const columns =
      "columns" in value && Array.isArray(value.columns)
        ? value.columns.filter((column): column is string => typeof column === "string")
        : null;
    return {
      density: "density" in value && value.density === "compact" ? "compact" : "comfortable",
      columns,
    };
  } catch {
    return initialView;
  }
}

/** Density and shown columns of the list named `resource`, and how to change them. */
export function useListView(resource: string): [ListView, (view: ListView) => void] {
  const key = `ringback-list-${resource}`;
  const stored = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(key),
    () => null,
  );
  const view = useMemo(() => parseView(stored), [stored]);
  function setView(next: ListView) {
    localStorage.setItem(key, JSON.stringify(next));
    changed.dispatchEvent(new Event("change"));
  }
  return [view, setView];
}
