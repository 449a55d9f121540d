"use client";

import { useEffect, useRef, useState } from "react";
import { isBeingSavedHere, isSavedHere } from "@/lib/client/done-here";
import type { ServiceParameterDto } from "@/lib/contract/service-parameter";

/**
 * The parameters that somebody else, or another window, has saved since the page was opened and before this page saves them;
 * `dismiss` once they are known.
 */
export function useParametersSavedByOthers(stored: readonly ServiceParameterDto[], isSaving: boolean) {
  const seen = useRef(new Map(stored.map(({ name, version }) => [name, version])));
  const [news, setNews] = useState<readonly ServiceParameterDto[]>([]);
  useEffect(() => {
    // The answer to a save may come after the stream has told of it.
    if (isSaving) return;
    const newer = stored.filter(
      (one) => one.version > (seen.current.get(one.name) ?? 0) && !isBeingSavedHere("serviceParameter", one),
    );
    if (newer.length === 0) return;
    for (const { name, version } of newer) seen.current.set(name, version);
    const others = newer.filter((one) => !isSavedHere("serviceParameter", one));
    const names = newer.map(({ name }) => name);
    setNews((before) => [...before.filter(({ name }) => !names.includes(name)), ...others]);
  }, [stored, isSaving]);
  return { news, dismiss: () => setNews([]) };
}
