import type { ListField } from "@/components/console/find-and-list/types";
import type { SearchedField } from "@/components/console/object/described-columns";

/** What a search row says of the fields of a kind, in the person's language. */
type FieldWords = {
  translate: (key: string) => string;
  field: (path: string) => string;
  choice: (path: string, value: string) => string;
};

/** A field of the search rows with its words, and those of its choices. */
export function listField(
  { field, choices, words: area, operators }: SearchedField,
  words: FieldWords,
): ListField {
  const { translate } = words;
  const labelOf = (id: string) => {
    if (id === "true" || id === "false") return translate(id === "true" ? "common.yes" : "common.no");
    return area === undefined ? words.choice(field, id) : translate(`${area}.${id}`);
  };
  return {
    name: field,
    label: words.field(field),
    ...(choices ? { choices: choices.map((id) => ({ id, label: labelOf(id) })) } : {}),
    ...(operators ? { operators } : {}),
  };
}
