/** The part of a keyboard event that decides which keys were pressed. */
export type KeyPress = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** What stands between two keys that are pressed one after the other: "G>P". */
const then = ">";

/**
 * True when the event is the combination, written as people read it: "Ctrl+K", "Alt+ArrowUp", "J", "?", or one of
 * several that are separated by a space: "F1 F2". Ctrl also means the Command key. Letters compare by place on the keyboard, so they work while a Korean
 * input method is on. Of keys that follow each other, such as "G>P", it is the last, after `first`.
 * @param first the key that was pressed before, if it may be the beginning of something
 */
export function matchesKeys(event: KeyPress, keys: string, first: KeyPress | null = null): boolean {
  return keys.split(" ").some((alternative) => {
    const [one = "", other] = alternative.split(then);
    if (other === undefined) return first === null && matchesCombination(event, one);
    return first !== null && matchesCombination(first, one) && matchesCombination(event, other);
  });
}

/** True when the event is the first of keys that follow each other. */
export function beginsKeys(event: KeyPress, keys: string): boolean {
  return keys.split(" ").some((alternative) => {
    const [one = "", other] = alternative.split(then);
    return other !== undefined && matchesCombination(event, one);
  });
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
