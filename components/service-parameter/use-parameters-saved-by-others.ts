"use client";

import { useEffect, useRef, useState } from "react";
import { isBeingSavedHere, isSavedHere } from "@/lib/client/done-here";
import type { ServiceParameterDto } from "@/lib/contract/service-parameter";

type Parameters = readonly ServiceParameterDto[];

type PageState = {
  /** The versions that the page shows; those on which something typed is based. */
  seen: Parameters;
  /** What is shown may be of an earlier visit, and is being read. */
  isReading: boolean;
  /** A save of this page is on its way. */
  isSaving: boolean;
};

/**
 * The parameters that somebody else, or another window, has saved since the page was opened and before this page saves them;
 * `dismiss` those that are known.
 */
export function useParametersSavedByOthers(stored: Parameters, { seen, isReading, isSaving }: PageState) {
  const known = useRef(new Map(seen.map(({ name, version }) => [name, version])));
  const isOpen = useRef(false);
  const [news, setNews] = useState<Parameters>([]);
  useEffect(() => {
    // The answer to a save may come after the stream has told of it.
    if (isSaving) return;
    const newer = stored.filter(
      (one) => one.version > (known.current.get(one.name) ?? 0) && !isBeingSavedHere("serviceParameter", one),
    );
    const wasOpen = isOpen.current;
    if (!isReading) isOpen.current = true;
    if (newer.length === 0) return;
    for (const { name, version } of newer) known.current.set(name, version);
    const others = wasOpen ? newer.filter((one) => !isSavedHere("serviceParameter", one)) : [];
    setNews((before) => [...without(before, newer), ...others]);
  }, [stored, isReading, isSaving]);
  return { news, dismiss: (told: Parameters) => setNews((before) => without(before, told)) };
}

function without(all: Parameters, some: Parameters): Parameters {
  return all.filter(({ name }) => !some.some((one) => one.name === name));
}
