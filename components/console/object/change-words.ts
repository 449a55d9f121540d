import { softkeyChangeText } from "@/components/console/history/softkey-change-text";
import type { ItemKey } from "@/lib/configuration/content-difference";
import type { HistoryChange } from "@/lib/configuration/content-rules";
import type { Translate } from "@/lib/i18n/translate";

/** An item of a list, such as a line or a button. */
export type ListItem = Readonly<Record<string, unknown>>;

/** What the words of changes are made of: those of fields and values, and which field of an item is its key. */
export type ValueWords = {
  field: (path: string) => string;
  value: (path: string, stored: unknown) => string;
  keyOf: (list: string) => string | undefined;
};

/**
 * The words of what changed in an object: "Line 1: Line Text Label changed from (empty) to Desk".
 * @param kind the area of the kind's words, which names the items of its lists
 */
export function changeWords(translate: Translate, kind: string, { field, value, keyOf }: ValueWords) {
  const itemName = (list: string, key: ItemKey) => translate(`${kind}.item.${list}.name`, { key });
  const itemField = (list: string, name: string) => translate(`${kind}.item.${list}.field.${name}`);

  /** What is in an item of a list: its texts, then its numbers with their names; the key and empty ones are left out. */
  function itemText(list: string, item: ListItem): string {
    const key = keyOf(list);
    const values = Object.entries(item).filter(
      ([name, stored]) => name !== key && stored !== "" && stored !== null,
    );
    const texts = values
      .filter(([, stored]) => typeof stored !== "number")
      .map(([name, stored]) => value(`${list}.${name}`, stored));
    const numbers = values
      .filter(([, stored]) => typeof stored === "number")
      .map(([name, stored]) => `${itemField(list, name)} ${value(`${list}.${name}`, stored)}`);
    const all = [...texts, ...numbers];
    return all.length === 0 ? translate("configuration.empty") : all.join(" · ");
  }

  function change(of: HistoryChange): string {
    switch (of.kind) {
      case "renamed":
        return translate("configuration.change.renamed", { from: of.from, to: of.to });
      case "valueChanged": {
        const [from, to] = [value(of.field, of.from), value(of.field, of.to)];
        return translate("configuration.change.valueChanged", { field: field(of.field), from, to });
      }
      case "itemAdded":
      case "itemRemoved": {
        const values = { item: itemName(of.list, of.key), content: itemText(of.list, of.item) };
        return translate(`configuration.change.${of.kind}`, values);
      }
      case "itemChanged": {
        const path = `${of.list}.${of.field}`;
        const [from, to] = [value(path, of.from), value(path, of.to)];
        const names = { item: itemName(of.list, of.key), field: itemField(of.list, of.field) };
        return translate("configuration.change.itemChanged", { ...names, from, to });
      }
      default:
        return softkeyChangeText(translate, of);
    }
  }
  return { itemName, itemField, itemText, change };
}
