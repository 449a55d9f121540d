"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { objectQuery } from "@/lib/client/configuration";
import { identityKey, identityOfKey, type ObjectIdentity } from "@/lib/client/object-identity";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";

/** What tells that somebody is at the page; until then nothing on it can be lost. */
const signs = ["pointermove", "pointerdown", "keydown", "focusin", "scroll"] as const;

/**
 * Keeps an object that a page shows up to date with what others do to it, from the moment when somebody does anything on the
 * page, and as long as its window is seen: a browser holds few connections, and windows that nobody sees need none.
 */
export function useLiveObject(kind: ConfigurationKind, identity: ObjectIdentity): void {
  const client = useQueryClient();
  const key = identityKey(identity);
  useEffect(() => {
    let isAtPage = false;
    let stop: (() => void) | null = null;
    const { queryKey } = objectQuery(kind, identityOfKey(key));
    const leave = new AbortController();
    async function followOrStop() {
      const isWanted = isAtPage && document.visibilityState === "visible" && !leave.signal.aborted;
      if (!isWanted) {
        stop?.();
        stop = null;
        return;
      }
      if (stop) return;
      let isOver = false;
      stop = () => {
        isOver = true;
      };
      // Loaded when it is needed: pages are shown sooner without it.
      const { followObjects } = await import("@/lib/client/live-updates");
      if (isOver) return;
      stop = followObjects(client, () => void client.invalidateQueries({ queryKey }));
    }
    const arrive = () => {
      isAtPage = true;
      for (const sign of signs) window.removeEventListener(sign, arrive);
      void followOrStop();
    };
    for (const sign of signs) window.addEventListener(sign, arrive, { passive: true, signal: leave.signal });
    document.addEventListener("visibilitychange", () => void followOrStop(), { signal: leave.signal });
    return () => {
      leave.abort();
      void followOrStop();
    };
  }, [client, kind, key]);
}
