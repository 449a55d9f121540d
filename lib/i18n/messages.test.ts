import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import { defaultLocale, locales } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";

type Tree = { readonly [key: string]: string | Tree };

/** Every text of a tree with the path that names it. */
function flatten(tree: Tree, path: readonly string[] = []): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[[...path, key].join("."), value]] : flatten(value, [...path, key]),
  );
}

/** The bodies of the outermost braces of an ICU message. */
function braces(message: string): string[] {
  const bodies: string[] = [];
  let depth = 0;
  let start = 0;
  for (const [index, character] of [...message].entries()) {
    if (character === "{" && depth++ === 0) start = index + 1;
    if (character === "}" && --depth === 0) bodies.push([...message].slice(start, index).join(""));
  }
  return bodies;
}

/** Names and types of the arguments of an ICU message, also of those inside plural and select branches. */
function argumentsOf(message: string): string[] {
  return braces(message).flatMap((body) => {
    const [name = "", type = "text", ...rest] = body.split(",").map((part) => part.trim());
    const branches = type === "plural" || type === "select" ? braces(rest.join(",")) : [];
    return [`${name}:${type}`, ...branches.flatMap(argumentsOf)];
  });
}

/** Names of the tags of a rich text, such as `<time></time>`. */
function tagsOf(message: string): string[] {
  return [...message.matchAll(/<(\w+)>/g)].map(([, name = ""]) => name);
}

/** Arguments and tags by name alone: a language without plural forms needs no plural argument. */
function namesOf(message: string): Set<string> {
  const names = argumentsOf(message).map((argument) => argument.replace(/:.*/, ""));
  return new Set([...names, ...tagsOf(message).map((name) => `<${name}>`)]);
}

const english = await loadMessages(defaultLocale);
const areas = Object.keys(english) as (keyof typeof english)[];

describe.each(locales.filter((locale) => locale !== defaultLocale))("the texts in %s", (locale) => {
  test.each(areas)("%s has the same keys and the same placeholders as in English", async (area) => {
    const translated = new Map(flatten((await loadMessages(locale))[area]));
    const original = new Map(flatten(english[area]));
    expect([...translated.keys()].sort()).toEqual([...original.keys()].sort());
    for (const [key, text] of original) {
      const placeholders = namesOf(translated.get(key) ?? "");
      expect(placeholders, `${area}.${key}`).toEqual(namesOf(text));
    }
  });
});

describe.each(locales)("the texts in %s", (locale) => {
  test("every message is valid ICU, not empty, and formats with its arguments", async () => {
    const messages: Tree = await loadMessages(locale);
    const failures: string[] = [];
    const translate = createTranslator({
      locale,
      messages,
      onError: (error) => failures.push(error.message),
    });
    for (const [key, text] of flatten(messages)) {
      const values = argumentsOf(text).map((argument) => {
        const [name = "", type] = argument.split(":");
        return [name, type === "text" || type === "select" ? "x" : 2];
      });
      const tags = tagsOf(text).map((name) => [name, (chunks: string) => `${name}${chunks}`]);
      const formatted = translate.markup(key as never, Object.fromEntries([...values, ...tags]) as never);
      expect(formatted, key).not.toBe("");
    }
    expect(failures).toEqual([]);
  });
});
