"use client";

import { changeWords, type ListItem } from "@/components/console/object/change-words";
import { fieldsOf, listAt } from "@/components/console/object/described-fields";
import type { ObjectKind } from "@/components/console/object/object-description";
import { valueText } from "@/components/console/object/value-text";
import { useTranslate } from "@/components/console/use-translate";
import { messageKey } from "@/lib/catalog/message-key";
import type { ItemKey } from "@/lib/configuration/content-difference";
import type { MergedValue } from "@/lib/configuration/content-merge";
import type { HistoryChange } from "@/lib/configuration/content-rules";
import { fieldOf, valueAt } from "@/lib/configuration/content-shape";
import type { Problem } from "@/lib/configuration/problem";
import { fieldName } from "@/lib/i18n/field-name";

type Values = Record<string, string | number>;

/** Everything that the pages of a kind say, in the person's language: its area, else the words of all kinds. */
export function useObjectWords(object: ObjectKind) {
  const { kind } = object;
  const translate = useTranslate();
  const one = translate(`catalogue.configurationKind.${kind}`);
  const plural = translate(`${kind}.plural`);
  const fields = new Map<string, ReturnType<typeof fieldsOf>[number]>(
    fieldsOf(object).map((field) => [field.path, field]),
  );

  /** A text of the pages: the kind's own when it has one, else that of all kinds, which may name {kind} and {objects}. */
  function say(key: string, values: Values = {}): string {
    const own = `${kind}.${key}`;
    return translate(translate.has(own) ? own : `configuration.${key}`, {
      kind: one,
      objects: plural,
      ...values,
    });
  }

  const field = (path: string) => fieldName(translate, kind, path);

  function choice(path: string, value: string): string {
    const described = fields.get(path);
    const area = described?.control === "choice" ? described.words : undefined;
    const key = `${area ?? `${kind}.choice`}.${messageKey(value)}`;
    return translate.has(key) ? translate(key) : value;
  }

  function value(path: string, stored: unknown): string {
    const own = object.valueText?.(path, stored, translate);
    if (own !== undefined) return own;
    const isChoice = fields.get(path)?.control === "choice";
    return valueText(translate, stored, isChoice ? (text) => choice(path, text) : undefined);
  }

  const words = changeWords(translate, kind, { field, value, keyOf: (list) => listAt(object, list)?.key });
  const { itemName, itemField, itemText } = words;

  /** A value of one of the versions of a stale save; of lists an item. */
  function merged(path: string, key: ItemKey | null, stored: MergedValue): string {
    if (key === null) return value(path, stored);
    return stored === null ? translate("configuration.absent") : itemText(path, stored as ListItem);
  }

  /** Where a problem is: the field, and within a list the item and its field. */
  function place(path: Problem["path"], content: unknown): string {
    const position = path.findIndex((step) => typeof step === "number");
    const name = path.slice(0, position === -1 ? undefined : position).join(".");
    const list = position === -1 ? undefined : listAt(object, name);
    if (!list) return field(name);
    const items = valueAt(content, name.split("."));
    const key = Array.isArray(items) ? fieldOf(items[Number(path[position])], list.key) : undefined;
    const item = itemName(
      name,
      typeof key === "number" || key ? (key as ItemKey) : Number(path[position]) + 1,
    );
    const inner = path[position + 1];
    return inner === undefined ? item : `${item}: ${itemField(name, String(inner))}`;
  }

  return {
    translate,
    say,
    plural,
    title: translate(`${kind}.title`),
    own: (key: string) => (translate.has(`${kind}.${key}`) ? translate(`${kind}.${key}`) : undefined),
    field,
    choice,
    value,
    merged,
    place,
    mergedLabel: (path: string, key: ItemKey | null) => (key === null ? field(path) : itemName(path, key)),
    changes: (all: readonly HistoryChange[]) => all.map(words.change),
  };
}

export type ObjectWords = ReturnType<typeof useObjectWords>;
