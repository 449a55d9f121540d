type WithoutSpaces<Text extends string> = Text extends `${infer Head} ${infer Tail}`
  ? `${Head}${WithoutSpaces<Tail>}`
  : Text;

/** The key of a name in the messages: `On Hook` → `onHook`. */
export type MessageKey<Name extends string> = Uncapitalize<WithoutSpaces<Name>>;

/** The key under which the messages of every language have the words of a name of the catalogue. */
export function messageKey<Name extends string>(name: Name): MessageKey<Name> {
  const joined = name.replaceAll(" ", "");
  return `${joined.charAt(0).toLowerCase()}${joined.slice(1)}` as MessageKey<Name>;
}
