/** The part of a keyboard event that decides which keys were pressed. */
export type KeyPress = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/**
 * True when the event is the combination, written as people read it: "Ctrl+K", "Alt+ArrowUp", "J", "?", or one of
 * several that are separated by a space: "F1 F2". Ctrl also means the Command key. Letters compare by place on the keyboard, so they work while a Korean
 * input method is on.
 */
export function matchesKeys(event: KeyPress, keys: string): boolean {
  return keys.split(" ").some((combination) => matchesCombination(event, combination));
}

function matchesCombination(event: KeyPress, keys: string): boolean {
  const parts = keys.split("+");
  const key = parts.at(-1) ?? "";
  const isLetter = /^[A-Z]$/.test(key);
  if ((event.ctrlKey || event.metaKey) !== parts.includes("Ctrl")) return false;
  if (event.altKey !== parts.includes("Alt")) return false;
  if (isLetter) return event.code === `Key${key}` && event.shiftKey === parts.includes("Shift");
  return event.key === key;
}

/** True for combinations that do not write a character, so they also work inside a text field. */
export function worksWhileTyping(keys: string): boolean {
  return keys.startsWith("Ctrl+") || keys.startsWith("Alt+");
}

/** True when the focus is where letters are typed. */
export function isTypingTarget(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox], [type=radio])")
  );
}
