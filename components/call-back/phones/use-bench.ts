"use client";

import { parseAsNativeArrayOf, parseAsString, parseAsStringLiteral, useQueryState } from "nuqs";
import { useState } from "react";
import type { GuidedPhones } from "@/components/call-back/guide/use-first-call-back";

/** The phones on the desk and whether the guide is beside them, kept in the address, and the phone that the keyboard works on. */
export function useBench() {
  const [phones, setPhones] = useQueryState(
    "phone",
    parseAsNativeArrayOf(parseAsString).withOptions({ history: "push" }),
  );
  const [guide, setGuide] = useQueryState("guide", parseAsStringLiteral(["callBack"]));
  const [active, setActive] = useState<string | null>(null);
  const unique = [...new Set(phones)].filter((name) => name !== "");
  const [originator, target] = unique;
  const guided: GuidedPhones | null =
    guide && originator !== undefined && target !== undefined ? { originator, target } : null;
  return {
    phones: unique,
    active: active !== null && unique.includes(active) ? active : (unique[0] ?? null),
    /** The first two phones, while the guide is beside them. */
    guided,
    endGuide: () => void setGuide(null),
    activate: setActive,
    add(names: readonly string[], withGuide = false) {
      void setPhones([...new Set([...unique, ...names])]);
      if (withGuide) void setGuide("callBack");
      setActive(names.at(-1) ?? null);
    },
    replace(name: string, other: string) {
      void setPhones([...new Set(unique.map((one) => (one === name ? other : one)))]);
      setActive(other);
    },
    remove: (name: string) => void setPhones(unique.filter((other) => other !== name)),
  };
}

export type Bench = ReturnType<typeof useBench>;
