"use client";

import { useEffect, useRef, useState } from "react";
import { sameContent } from "@/lib/configuration/content-patch";

// A form draws itself at every key. With a hundred rows of fields only the one that is typed into may be drawn.

type Actions = { [name: string]: (...values: never[]) => void };

/** The same functions at every drawing, which do what those of the newest one do. */
export function useStableActions<Given extends Actions>(actions: Given): Given {
  const newest = useRef(actions);
  useEffect(() => {
    newest.current = actions;
  });
  const [stable] = useState(() => {
    const names = Object.keys(actions);
    return Object.fromEntries(
      names.map((name) => [name, (...values: never[]) => newest.current[name]?.(...values)]),
    );
  });
  return stable as Given;
}

/** For `memo`: true when a row would look the same, whatever objects hold what it shows. */
export function isDrawn(before: object, after: object): boolean {
  return sameContent({ ...before }, { ...after });
}
