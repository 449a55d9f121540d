/** Everything a rule can object to. The text of each code is in `lib/i18n/<locale>/problems.json`. */
export const problemCodes = [
  "required",
  "wrongType",
  "unknownField",
  "readOnlyField",
  "unknownValue",
  "tooSmall",
  "tooLarge",
  "tooShort",
  "tooLong",
  "nameTooLong",
  "descriptionTooLong",
  "forbiddenCharacters",
  "controlCharacters",
  "brokenCharacters",
  "invisibleCharacters",
  "lookAlikeLetters",
  "passwordIsUserName",
  "passwordHasUserName",
  "commonPassword",
  "passwordsDiffer",
  "wrongPassword",
  "nameReserved",
  "nameTaken",
  "unknownTemplate",
  "unknownCallState",
  "unknownSoftkey",
  "softkeyNotAllowed",
  "softkeyDuplicate",
  "mandatorySoftkeyMissing",
  "tooManySoftkeys",
  "positionOutOfRange",
  "standardReadOnly",
  "builtIn",
  "isDefaultTemplate",
  "inUse",
  "outOfRange",
  "tooMany",
  "tooManyItems",
  "tooDeep",
  "duplicate",
  "badNumber",
  "badPattern",
  "badPhoneName",
  "unknownReference",
  "localeNotInstalled",
  "unknownModel",
  "protocolNotSupported",
  "unknownFeature",
  "featureNotSupported",
  "buttonFixed",
  "positionsNotConsecutive",
  "sameObject",
  "otherModel",
  "expansionModuleNotSupported",
  "dndOptionNotSupported",
  "lineMissing",
  "fieldNotSupported",
  "lineNotOnButton",
  "speedDialNotOnButton",
  "templateBeyondHardware",
  "lineWithoutButton",
  "triggerAboveLimit",
  "badCondition",
  "badCursor",
  "unknownColumn",
  "unknownColumns",
  "missingColumn",
  "duplicateColumn",
  "emptyFile",
  "notUtf8",
  "wrongCellCount",
  "quoteNotClosed",
  "badQuote",
  "rowTooLong",
  "tooManyRows",
  "sameObjectAgain",
  "alreadyThere",
  "notThere",
  "unknownFile",
  "jobRefused",
  "jobBroken",
  "changedSince",
  "deletedSince",
  "phoneNotRegistered",
  "phoneRejected",
  "phoneRemoved",
  "unknownUserId",
  "extensionMobilityOff",
  "otherUserLoggedIn",
  "loggedInElsewhere",
  "nobodyLoggedIn",
  "userLoggedIn",
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** One objection: where (field names and 0-based positions), what, and the values its text names. */
export interface Problem {
  readonly path: readonly (string | number)[];
  readonly code: ProblemCode;
  readonly params?: Readonly<Record<string, string | number>>;
}

const longestEcho = 60;

/** A value from outside made fit to be shown in a problem: short, and free of broken characters. */
export function echo(value: unknown): string {
  const text = typeof value === "string" ? value : typeof value;
  // Enough code units for one character more than is shown, so that a cut is noticed.
  const wellFormed = text.slice(0, (longestEcho + 1) * 2).toWellFormed();
  const characters = Array.from(wellFormed);
  return characters.length > longestEcho ? `${characters.slice(0, longestEcho).join("")}…` : wellFormed;
}
