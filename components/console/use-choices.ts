"use client";

import { useState } from "react";
import type { Choice } from "@/components/console/three-way-view";

/** Whose value of each field is kept: theirs where only they changed it, else yours, until the person chooses. */
export function useChoices(fields: readonly { id: string; status: string }[]) {
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({});
  return {
    choiceOf: (id: string): Choice =>
      choices[id] ?? (fields.find((field) => field.id === id)?.status === "theirs" ? "theirs" : "yours"),
    choose: (id: string, choice: Choice) => setChoices({ ...choices, [id]: choice }),
  };
}
