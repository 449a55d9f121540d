"use client";

import { useTranslations } from "next-intl";
import { useCallback, useLayoutEffect, useRef, useState } from "react";
import type { RemoteDirectoryNumber } from "@/lib/configuration/remote-cluster";

type Numbers = readonly RemoteDirectoryNumber[];

/**
 * The steps of the table of numbers. They stay the same functions while the numbers change, so that only the rows
 * that change are drawn again.
 */
export function useNumberRows(id: string, value: Numbers, onChange: (numbers: Numbers) => void) {
  const t = useTranslations("remoteCluster.numbers");
  const [added, setAdded] = useState<number | null>(null);
  const [said, setSaid] = useState("");
  const now = { value, onChange, removed: (number: string) => t("removed", { number }) };
  const latest = useRef(now);
  useLayoutEffect(() => {
    latest.current = now;
  });

  const change = useCallback((position: number, number: RemoteDirectoryNumber) => {
    const { value: before, onChange: store } = latest.current;
    store(before.with(position, number));
  }, []);
  const paste = useCallback((position: number, numbers: Numbers) => {
    const { value: before, onChange: store } = latest.current;
    store(before.toSpliced(position, 1, ...numbers));
  }, []);
  const remove = useCallback(
    (position: number) => {
      const { value: before, onChange: store, removed } = latest.current;
      setAdded(null);
      setSaid(removed(before[position]?.pattern ?? ""));
      store(before.toSpliced(position, 1));
      // The row that moves up keeps the focus; after the last one, the button that adds.
      const next = position < before.length - 1 ? `${id}-${position}-remove` : `${id}-add`;
      document.getElementById(next)?.focus();
    },
    [id],
  );
  function add() {
    const empty = value.findIndex(({ pattern }) => pattern.trim() === "");
    // One that has no number yet is filled in first.
    if (empty >= 0) return document.getElementById(`${id}-${empty}-pattern`)?.focus();
    setAdded(value.length);
    onChange([...value, { pattern: "", name: "" }]);
  }
  return { added, said, change, paste, remove, add };
}
