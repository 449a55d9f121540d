"use client";

import { type RefObject, useEffect, useRef } from "react";

/**
 * Keeps what is typed while something opens that takes the keys and whose code is still on its way: else letters would act on
 * the page, or be lost.
 * @param isOpen it was asked for; what is kept is forgotten when it is closed again
 * @param onGiveUp Escape was pressed before it was there
 * @returns `begin` when it is asked for, `end` when it is there: answers what was typed meanwhile
 */
export function useTypedAhead(isOpen: boolean, onGiveUp: () => void) {
  const stop = useRef<(() => string) | null>(null);
  const giveUp = useRef(onGiveUp);
  useEffect(() => {
    giveUp.current = onGiveUp;
  });
  useEffect(() => {
    if (isOpen) return () => void forget(stop);
  }, [isOpen]);

  function begin() {
    let text = "";
    const keep = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, isComposing } = event;
      if (ctrlKey || metaKey || altKey || isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      if (key === "Escape") giveUp.current();
      else if (key === "Backspace") text = text.slice(0, -1);
      else if (key.length === 1) text += key;
    };
    forget(stop);
    // Before everybody else who listens for keys of the page.
    window.addEventListener("keydown", keep, { capture: true });
    stop.current = () => {
      window.removeEventListener("keydown", keep, { capture: true });
      return text;
    };
  }
  return { begin, end: () => forget(stop) };
}

function forget(stop: RefObject<(() => string) | null>): string {
  const text = stop.current?.() ?? "";
  stop.current = null;
  return text;
}

/** Tells when what it stands beside is there, and whatever that does when it has come is done. */
export function WhenThere({ run }: { run: () => void }) {
  const latest = useRef(run);
  useEffect(() => {
    const frame = requestAnimationFrame(() => latest.current());
    return () => cancelAnimationFrame(frame);
  }, []);
  return null;
}

/** Types a text into the field that has the focus, as a person would: letter by letter, for what follows the field counts on that. */
export function typeIntoFocus(text: string): void {
  for (const data of text) {
    // Browsers tell this of keys, and not all of them of the command.
    const event = { inputType: "insertText", data, bubbles: true, cancelable: true };
    document.activeElement?.dispatchEvent(new InputEvent("beforeinput", event));
    document.execCommand("insertText", false, data);
  }
}
