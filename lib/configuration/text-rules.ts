import {
  maximumDescriptionLength,
  maximumNameLength,
  maximumReasonLength,
} from "@/lib/configuration/lengths";
import type { Problem } from "@/lib/configuration/problem";

/** Refused in names and descriptions, as in Unified CM. */
export const forbiddenCharacters = ['"', "%", "&", "\\", "<", ">"] as const;

/** Those that turn the direction of what follows among them: what comes after the name would be shown backwards. */
const controlCharacter = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u;
const reservedNames: ReadonlySet<string> = new Set([".", ".."]);

/** Characters that nobody sees: format characters, fillers, the blank of Braille. */
export const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]/u;
const onlyInvisible = new RegExp(`^(${invisible.source}|\\s)+$`, "u");

type Path = Problem["path"];

/** Far more code units than any text that is stored: 200 characters, each of them composed of several. */
const longestComposed = 4_000;

/**
 * The text composed (NFC). Composing puts marks in order, for which long rows of them take time by the square of their
 * number; a text that is too long for every field stays as it is.
 */
function composed(text: string): string {
  return text.length > longestComposed ? text : text.normalize("NFC");
}

/** The text as it is stored: without white space at the ends, composed (NFC). */
export function normalizeText(text: string): string {
  return composed(text.trim()).trim();
}

/** The text without its letter case, for comparing and searching; white space at the ends counts. */
export function foldCase(text: string): string {
  // There and back, so that letters with several forms in one case (ß, ẞ and ss, σ and ς) meet.
  return composed(composed(text).toLowerCase().toUpperCase().toLowerCase());
}

/** The key under which a name is unique: two names that differ only in letter case have the same key. */
export function nameKey(name: string): string {
  return foldCase(normalizeText(name));
}

/** Characters that no text may hold, because they cannot be shown or stored. */
function brokenTextProblems(text: string, path: Path): Problem[] {
  const problems: Problem[] = [];
  if (controlCharacter.test(text)) problems.push({ path, code: "controlCharacters" });
  if (!text.isWellFormed()) problems.push({ path, code: "brokenCharacters" });
  return problems;
}

function characterProblems(text: string, path: Path): Problem[] {
  const problems: Problem[] = [];
  if (forbiddenCharacters.some((character) => text.includes(character))) {
    problems.push({
      path,
      code: "forbiddenCharacters",
      params: { characters: forbiddenCharacters.join(" ") },
    });
  }
  return [...problems, ...brokenTextProblems(text, path)];
}

/** What is wrong with a free text: too long for its field, or not fit to be shown. It may be empty. */
export function checkText(text: unknown, limit: number, path: Path): Problem[] {
  if (typeof text !== "string") return [{ path, code: "wrongType", params: { expected: "string" } }];
  const composed = normalizeText(text);
  return [
    ...lengthProblems(composed, limit, "tooLong", path),
    ...characterProblems(composed, path).filter(({ code }) => code !== "forbiddenCharacters"),
  ];
}

function lengthProblems(text: string, limit: number, code: Problem["code"], path: Path): Problem[] {
  const length = Array.from(text).length;
  return length > limit ? [{ path, code, params: { limit, length } }] : [];
}

/** What is wrong with a name: 1 to 50 characters, none forbidden, and not one that a URL path swallows. */
export function checkName(name: unknown, path: Path = ["name"]): Problem[] {
  if (name === undefined) return [{ path, code: "required" }];
  if (typeof name !== "string") return [{ path, code: "wrongType", params: { expected: "string" } }];
  const text = normalizeText(name);
  if (text === "") return [{ path, code: "required" }];
  if (text.length <= longestComposed && onlyInvisible.test(text))
    return [{ path, code: "invisibleCharacters" }];
  if (reservedNames.has(text)) return [{ path, code: "nameReserved", params: { name: text } }];
  return [...lengthProblems(text, maximumNameLength, "nameTooLong", path), ...characterProblems(text, path)];
}

/** What is wrong with a description: longer than its kind of object has it, or a forbidden character. It may be empty. */
export function checkDescription(
  description: unknown,
  path: Path = ["description"],
  limit: number = maximumDescriptionLength,
): Problem[] {
  if (typeof description !== "string") return [{ path, code: "wrongType", params: { expected: "string" } }];
  const text = normalizeText(description);
  return [...lengthProblems(text, limit, "descriptionTooLong", path), ...characterProblems(text, path)];
}

/** What is wrong with the reason of a change: at most 200 characters that can be shown. It may be empty. */
export function checkReason(reason: string, path: Path = ["reason"]): Problem[] {
  return [
    ...lengthProblems(reason, maximumReasonLength, "tooLong", path),
    ...brokenTextProblems(reason, path),
  ];
}
