"use client";

import { useEffect, useState } from "react";

/** What tells that somebody is at the page; until then nothing on it can be lost. */
const signs = ["pointermove", "pointerdown", "keydown", "focusin", "scroll"] as const;

/** True from the moment when somebody does anything on the page. */
export function useAttended(): boolean {
  const [isAttended, setAttended] = useState(false);
  useEffect(() => {
    const arrived = new AbortController();
    const arrive = () => {
      arrived.abort();
      setAttended(true);
    };
    for (const sign of signs)
      window.addEventListener(sign, arrive, { passive: true, signal: arrived.signal });
    return () => arrived.abort();
  }, []);
  return isAttended;
}
