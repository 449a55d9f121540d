import type { ListField } from "@/components/console/find-and-list/types";
import type { ListOperator } from "@/lib/contract/list";
import type { Translate } from "@/lib/i18n/translate";

type ChoiceField<Value extends string> = {
  name: string;
  label: string;
  values: readonly Value[];
  /** Where the messages have the words of the values; without it they are shown as they are. */
  words?: string;
  operators?: readonly ListOperator[];
};

/** A field of the search rows whose values are few and known, in the person's language. */
export function choiceField<Value extends string>(
  translate: Translate,
  { name, label, values, words, operators }: ChoiceField<Value>,
): ListField {
  const choices = values.map((id) => ({ id, label: words === undefined ? id : translate(`${words}.${id}`) }));
  return { name, label, choices, ...(operators ? { operators } : {}) };
}
