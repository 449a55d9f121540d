import type { Role } from "@/lib/catalog/roles";
import type { Problem } from "@/lib/configuration/problem";
import {
  checkDescription,
  checkName,
  forbiddenCharacters,
  invisible,
  nameKey,
  normalizeText,
} from "@/lib/configuration/text-rules";

/** What an administrator edits in a user, and what a revision keeps; the password is never part of it. */
export interface UserContent {
  readonly name: string;
  readonly fullName: string;
  readonly role: Role;
}

/** Lengths of a password in characters (code points). */
export const passwordLengths = { minimum: 8, maximum: 128 } as const;

/** A shorter name is part of many a password by chance. */
const shortestTellingName = 3;

/** The history says "(system)" for what the program did itself, so nobody may be called that. */
const reservedUserNames: ReadonlySet<string> = new Set(["(system)"]);

/** Alphabets with letters that look like each other's (UTS 39); a name has letters of one of them at most. */
const alphabets = ["Latin", "Cyrillic", "Greek", "Armenian", "Cherokee", "Coptic", "Lisu"].map(
  (script) => new RegExp(`\\p{Script=${script}}`, "u"),
);

/** HTTP Basic (RFC 7617) ends the user name at the first colon. */
const userNameSeparator = ":";

type Path = Problem["path"];

/**
 * What is wrong with the looks of a user name, which could pass for another one's: characters that nobody sees, letters
 * of several alphabets that look alike, and forms of letters that stand for others, such as full-width ones.
 */
function looksProblems(name: string, path: Path): Problem[] {
  if (invisible.test(name)) return [{ path, code: "invisibleCharacters" }];
  const isMixed = alphabets.filter((letter) => letter.test(name)).length > 1;
  return isMixed || name.normalize("NFKC") !== name ? [{ path, code: "lookAlikeLetters" }] : [];
}

/**
 * What is wrong with a user name: the rules of every name, no colon, and looks that nobody else's name can have. Any
 * value may be given.
 */
export function checkUserName(name: unknown, path: Path = ["name"]): Problem[] {
  const ofName = checkName(name, path);
  if (typeof name !== "string") return ofName;
  // A name that is too long, or not to be shown at all, is no name yet.
  const problems = ofName.length > 0 ? ofName : looksProblems(normalizeText(name), path);
  if (reservedUserNames.has(nameKey(name))) {
    problems.push({ path, code: "nameReserved", params: { name: normalizeText(name) } });
  }
  if (!name.includes(userNameSeparator)) return problems;
  // One problem names all characters, instead of two that each name some.
  const characters = [userNameSeparator, ...forbiddenCharacters].join(" ");
  const others = problems.filter(({ code }) => code !== "forbiddenCharacters");
  return [...others, { path, code: "forbiddenCharacters", params: { characters } }];
}

/** What is wrong with a full name: at most 50 characters, none forbidden. It may be empty. */
export function checkFullName(fullName: unknown, path: Path = ["fullName"]): Problem[] {
  return checkDescription(fullName, path).map((problem) =>
    problem.code === "descriptionTooLong" ? { ...problem, code: "tooLong" } : problem,
  );
}

/**
 * What is wrong with a new password: 8 to 128 characters that can be typed, without the user name in any letter
 * case. Nothing of the password is in the answer. That it is not a common one is checked on the server, which has the list.
 */
export function checkNewPassword(password: unknown, userName: string, path: Path = ["password"]): Problem[] {
  if (password === undefined) return [{ path, code: "required" }];
  if (typeof password !== "string") return [{ path, code: "wrongType", params: { expected: "string" } }];
  const { minimum, maximum } = passwordLengths;
  const length = Array.from(password).length;
  if (length === 0) return [{ path, code: "required" }];
  const problems: Problem[] = [];
  if (length < minimum) problems.push({ path, code: "tooShort", params: { minimum } });
  if (length > maximum) problems.push({ path, code: "tooLong", params: { limit: maximum } });
  if (/\p{Cc}/u.test(password)) problems.push({ path, code: "controlCharacters" });
  if (!password.isWellFormed()) problems.push({ path, code: "brokenCharacters" });
  const name = nameKey(userName);
  if (nameKey(password) === name) problems.push({ path, code: "passwordIsUserName" });
  else if (Array.from(name).length >= shortestTellingName && nameKey(password).includes(name))
    problems.push({ path, code: "passwordHasUserName" });
  return problems;
}

/** Whether a password that was typed twice is the same both times. */
export function checkRepeatedPassword(
  password: string,
  repeated: string,
  path: Path = ["repeatedPassword"],
): Problem[] {
  return password === repeated ? [] : [{ path, code: "passwordsDiffer" }];
}

/** What is wrong with a user's content; the role is checked by its type. */
export function validateUser(content: UserContent): Problem[] {
  return [...checkUserName(content.name), ...checkFullName(content.fullName)];
}

/** The content as it is stored: names trimmed and composed. */
export function normalizeUser(content: UserContent): UserContent {
  return { ...content, name: normalizeText(content.name), fullName: normalizeText(content.fullName) };
}

/** True when both contents are the same. */
export function sameUser(one: UserContent, other: UserContent): boolean {
  return one.name === other.name && one.fullName === other.fullName && one.role === other.role;
}
