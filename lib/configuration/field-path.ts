/**
 * Names a field of a content: of `{ name: string; dnd: { status: boolean }; lines: { label: string }[] }` these are
 * `name`, `dnd`, `dnd.status` and `lines`. A list counts as one field.
 */
export type FieldPath<Content> = {
  [Field in keyof Content & string]: Content[Field] extends readonly unknown[]
    ? Field
    : Content[Field] extends object
      ? Field | `${Field}.${FieldPath<Content[Field]>}`
      : Field;
}[keyof Content & string];

/** Names a field of the items of a list: `lines.label`. */
export type ItemFieldPath<Content> = {
  [Field in keyof Content & string]: Content[Field] extends readonly (infer Item extends object)[]
    ? `${Field}.${FieldPath<Item>}`
    : never;
}[keyof Content & string];
