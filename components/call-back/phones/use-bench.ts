"use client";

import { parseAsNativeArrayOf, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useState } from "react";
import type { GuidedPhones } from "@/components/call-back/guide/use-first-call-back";

const inAddress = {
  phone: parseAsNativeArrayOf(parseAsString),
  desk: parseAsString,
  guide: parseAsStringLiteral(["callBack"]),
};

/**
 * The phones on the desk, its name, and whether the guide is beside them, kept in the address; and the phone that the
 * keyboard works on.
 */
export function useBench() {
  const [{ phone, desk, guide }, set] = useQueryStates(inAddress, { history: "push" });
  const [active, setActive] = useState<string | null>(null);
  const unique = [...new Set(phone)].filter((name) => name !== "");
  const [originator, target] = unique;
  const guided: GuidedPhones | null =
    guide && originator !== undefined && target !== undefined ? { originator, target } : null;
  return {
    phones: unique,
    /** The name of the desk; null for the one without. */
    desk,
    active: active !== null && unique.includes(active) ? active : (unique[0] ?? null),
    /** The first two phones, while the guide is beside them. */
    guided,
    endGuide: () => void set({ guide: null }),
    activate: setActive,
    add(names: readonly string[], withGuide = false) {
      void set({ phone: [...new Set([...unique, ...names])], ...(withGuide ? { guide: "callBack" } : {}) });
      setActive(names.at(-1) ?? null);
    },
    replace(name: string, other: string) {
      void set({ phone: [...new Set(unique.map((one) => (one === name ? other : one)))] });
      setActive(other);
    },
    remove: (name: string) => void set({ phone: unique.filter((other) => other !== name) }),
    /** Another desk takes the place of this one. */
    open: (name: string | null, phones: readonly string[]) =>
      void set({ desk: name, phone: [...phones], guide: null }),
    /** The same phones on a desk that is called so. */
    call: (name: string | null) => void set({ desk: name }, { history: "replace" }),
  };
}

export type Bench = ReturnType<typeof useBench>;
