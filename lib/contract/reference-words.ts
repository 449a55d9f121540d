import { type ConfigurationKind, references } from "@/lib/configuration/dependencies";
import { localeKindOf } from "@/lib/configuration/references";

/** The name of a kind as the API writes it: `common device configuration`. */
export function kindWords(kind: ConfigurationKind): string {
  return kind.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace(/^cti\b/, "CTI");
}

/** The same of any object of the kind: `a trunk`. */
export function anyOfKind(kind: ConfigurationKind): string {
  const words = kindWords(kind);
  return `${/^[aeiou]/.test(words) ? "an" : "a"} ${words}`;
}

/** What is said of a field that names another object. */
export function referenceTo(kind: string, path: readonly string[], isOptional: boolean): string {
  const own = references.find(
    (reference) =>
      reference.from === kind && reference.path.filter((step) => step !== "*").join() === path.join(),
  );
  const none = isOptional ? ", or null" : "";
  if (own?.to !== "locale") return `Name of ${own ? anyOfKind(own.to) : "an object"}${none}`;
  return `Name of a ${localeKindOf(String(path.at(-1)))} locale that is installed${none}`;
}
