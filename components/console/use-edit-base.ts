"use client";

import { useState } from "react";

/**
 * The stored version that editing started from. It follows newer versions that arrive only while nothing is
 * unsaved: what somebody typed stays compared with what they saw, so that a save on top of it is noticed.
 */
export function useEditBase<Stored extends { version: number }>(stored: Stored) {
  const [base, setBase] = useState(stored);
  return {
    base,
    /** Starts again from what is stored now, whatever its version. */
    startFrom: setBase,
    /** Starts again from the newest version unless something is unsaved. Call it while rendering or after a save. */
    follow: (isUnsaved: boolean, newest: Stored = stored) => {
      if (!isUnsaved && newest.version > base.version) setBase(newest);
    },
  };
}
