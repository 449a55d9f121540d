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

/** Names of the arguments that are written as numbers. */
function countedIn(message: string): string[] {
  const counted = argumentsOf(message).filter((argument) => /:(number|plural)$/.test(argument));
  return counted.map((argument) => argument.replace(/:.*/, ""));
}

/** Whether a syllable of Hangul has a final consonant: there are 28 endings, the first of which is none. */
function endsInConsonant(syllable: string): boolean {
  return ((syllable.codePointAt(0) ?? 0) - 0xac00) % 28 > 0;
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

  test.each(areas)("%s groups the digits of every number that English groups", async (area) => {
    const translated = new Map(flatten((await loadMessages(locale))[area]));
    const plain = flatten(english[area]).flatMap(([key, text]) => {
      const counted = new Set(countedIn(text));
      const others = argumentsOf(translated.get(key) ?? "").filter((argument) => argument.endsWith(":text"));
      return others
        .filter((argument) => counted.has(argument.replace(/:.*/, "")))
        .map((name) => `${key} ${name}`);
    });
    expect(plain).toEqual([]);
  });
});

describe("the texts in ko", () => {
  test("the particle after a word fits its last letter, and after what is inserted both forms stand", async () => {
    const misfits = flatten(await loadMessages("ko")).filter(([, text]) => {
      const afterWords = [...text.matchAll(/([가-힣])([을를])(?=[ .,)]|$)/g)];
      const afterValues = /\{\w+(, number)?\}["”]?(을|를|은|는|이|가|과|와|으로)(?=[ .,)]|$)/;
      return (
        afterValues.test(text) ||
        afterWords.some(([, letter = "", particle]) => endsInConsonant(letter) !== (particle === "을"))
      );
    });
    expect(misfits).toEqual([]);
  });

  test("the states of a request and how its call failed are called the same in lists and in traces", async () => {
    const { callBackRequest, explanation } = await loadMessages("ko");
    const states = ["requested", "active", "suspended", "ready", "readyLate", "calling", "ended"] as const;
    for (const state of states) expect(explanation.state[state]).toBe(callBackRequest.state[state]);
    expect(explanation.mode.noReply).toBe(callBackRequest.mode.noReply);
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
