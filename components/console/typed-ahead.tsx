"use client";

import { type RefObject, useEffect, useRef } from "react";

/**
 * Keeps what is typed while something opens that takes the keys and whose code is still on its way: else letters would act on
 * the page, or be lost. What an input method composes is left to the field in which it began.
 * @param pathname of the page for which it is asked; on another one nothing is kept
 * @param onGiveUp Escape was pressed before it was there
 * @returns `begin` when it is asked for, `end` when it is there or is wanted no more: answers what was typed meanwhile
 */
export function useTypedAhead(pathname: string, onGiveUp: () => void) {
  const stop = useRef<(() => string) | null>(null);
  const giveUp = useRef(onGiveUp);
  useEffect(() => {
    giveUp.current = onGiveUp;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever goes to another page types there
  useEffect(() => () => void forget(stop), [pathname]);

  function begin() {
    let text = "";
    const keep = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey } = event;
      if (ctrlKey || metaKey || altKey || isOfInputMethod(event)) return;
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

/** The key is, or begins, a part of a syllable; the first of them is known by its code alone. */
function isOfInputMethod({ isComposing, keyCode }: KeyboardEvent): boolean {
  return isComposing || keyCode === 229;
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
