"use client";

import { useEffect, useRef, useState } from "react";
import { isBeingSavedHere, isSavedHere } from "@/lib/client/done-here";

type Version = Readonly<Record<string, unknown>> & { readonly version: number };

type PageState = {
  /** The version on which what is typed is based: it was seen. */
  base: Version;
  /** What is shown may be of an earlier visit, and is being read. */
  isReading: boolean;
  /** A save of this page is on its way. */
  isSaving: boolean;
};

/**
 * What somebody else, or another window, has saved of an object since its page was opened and before this page saves it; null:
 * nothing. `dismiss` once it is known.
 */
export function useSavedByOthers<Stored extends Version>(
  kind: string,
  stored: Stored,
  { base, isReading, isSaving }: PageState,
) {
  const seen = useRef(base.version);
  const isOpen = useRef(false);
  const [news, setNews] = useState<Stored | null>(null);
  useEffect(() => {
    // The answer to a save may come after the stream has told of it.
    if (isSaving || isBeingSavedHere(kind, stored)) return;
    const { version } = stored;
    const isOther = isOpen.current && version > seen.current && !isSavedHere(kind, stored);
    if (isOther) setNews(stored);
    else if (version !== seen.current) setNews(null);
    seen.current = version;
    if (!isReading) isOpen.current = true;
  }, [kind, stored, isReading, isSaving]);
  return { news, dismiss: () => setNews(null) };
}
