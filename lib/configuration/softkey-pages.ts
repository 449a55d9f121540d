import { blankSoftkey, type VisibleSoftkeyId } from "@/lib/catalog/softkey-key";
import type { SoftkeyId } from "@/lib/catalog/softkeys";

/** What one key position of the phone's screen shows; `position` is the key's place in the layout (0-based). */
export type SoftkeySlot =
  | { readonly kind: "softkey"; readonly softkey: VisibleSoftkeyId; readonly position: number }
  | { readonly kind: "blank" }
  | { readonly kind: "more" };

function slot(softkey: SoftkeyId, position: number): SoftkeySlot {
  return softkey === blankSoftkey ? { kind: "blank" } : { kind: "softkey", softkey, position };
}

function padded(slots: readonly SoftkeySlot[], length: number): SoftkeySlot[] {
  return Array.from({ length }, (_, index) => slots[index] ?? { kind: "blank" });
}

/**
 * The softkeys of a call state as the phone shows them, page by page; every page has as many slots as the screen
 * has keys. When they do not all fit, the last slot of each page is the more key, which leads to the next page
 * and from the last to the first. A screen without softkeys has no pages.
 */
export function softkeyPages(softkeys: readonly SoftkeyId[], softkeysOnScreen: number): SoftkeySlot[][] {
  if (softkeysOnScreen < 1) return [];
  const slots = softkeys.map(slot);
  if (slots.length <= softkeysOnScreen) return [padded(slots, softkeysOnScreen)];
  // A screen of one key has no room for more: each key is its own page.
  const perPage = Math.max(1, softkeysOnScreen - 1);
  const pages: SoftkeySlot[][] = [];
  for (let start = 0; start < slots.length; start += perPage) {
    const page = padded(slots.slice(start, start + perPage), perPage);
    pages.push(softkeysOnScreen > 1 ? [...page, { kind: "more" }] : page);
  }
  return pages;
}
