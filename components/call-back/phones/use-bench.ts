"use client";

import { parseAsNativeArrayOf, parseAsString, useQueryState } from "nuqs";
import { useState } from "react";

/** The phones on the desk, kept in the address, and the one that the keyboard works on. */
export function useBench() {
  const [phones, setPhones] = useQueryState(
    "phone",
    parseAsNativeArrayOf(parseAsString).withOptions({ history: "push" }),
  );
  const [active, setActive] = useState<string | null>(null);
  const unique = [...new Set(phones)].filter((name) => name !== "");
  return {
    phones: unique,
    active: active !== null && unique.includes(active) ? active : (unique[0] ?? null),
    activate: setActive,
    add(names: readonly string[]) {
      void setPhones([...new Set([...unique, ...names])]);
      setActive(names.at(-1) ?? null);
    },
    replace(name: string, other: string) {
      void setPhones([...new Set(unique.map((one) => (one === name ? other : one)))]);
      setActive(other);
    },
    remove: (name: string) => void setPhones(unique.filter((other) => other !== name)),
  };
}
