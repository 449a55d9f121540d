import type { ScreenKey } from "@/lib/callback/state/phone";
import type { SoftkeyId } from "@/lib/catalog/softkeys";
import { softkeyPages } from "@/lib/configuration/softkey-pages";

/** What one key below the screen does now. */
export type PhoneKey =
  | { readonly kind: "press"; readonly key: SoftkeyId | ScreenKey }
  | { readonly kind: "blank" }
  | { readonly kind: "more" };

const blank: PhoneKey = { kind: "blank" };
const more: PhoneKey = { kind: "more" };

function pagesOf(softkeys: readonly SoftkeyId[], count: number): PhoneKey[][] {
  return softkeyPages(softkeys, count).map((page) =>
    page.map((slot) => (slot.kind === "softkey" ? { kind: "press", key: slot.softkey } : slot)),
  );
}

function filled(keys: readonly PhoneKey[], count: number): PhoneKey[] {
  return Array.from({ length: count }, (_, index) => keys[index] ?? blank);
}

/**
 * The keys below the screen, page by page. The keys of an open screen come first; *more* leads from them to those of
 * the call state, which work as well.
 * @param count keys that the model shows at once, the more key included
 */
export function phoneKeyPages(
  screenKeys: readonly ScreenKey[],
  softkeys: readonly SoftkeyId[],
  count: number,
): PhoneKey[][] {
  if (count < 1 || screenKeys.length === 0) return pagesOf(softkeys, count);
  const keys = screenKeys.map((key): PhoneKey => ({ kind: "press", key }));
  if (softkeys.length === 0 && keys.length <= count) return [filled(keys, count)];
  const perPage = Math.max(1, count - 1);
  const groups = [keys, ...(softkeys.length > 0 ? [pagesOf(softkeys, softkeys.length).flat()] : [])];
  return groups.flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / perPage) }, (_, page) => [
      ...filled(group.slice(page * perPage, (page + 1) * perPage), perPage),
      more,
    ]),
  );
}
