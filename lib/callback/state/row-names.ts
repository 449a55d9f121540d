import type { RuleId } from "@/lib/callback/state/rules";

/**
 * The rows of docs/engine.md in its order, with their numbers: code and traces name them, documents, what is stored and the
 * API's `rule` have the number.
 */
export const rowNumbers = {
  offerBegins: "1",
  offerEnds: "2",
  serviceNotActive: "3",
  cannotActivate: "4",
  asksToReplace: "5",
  alreadyRequested: "6",
  activated: "7",
  replaced: "8",
  questionClosed: "9",
  oldRequestEnded: "9b",
  farSideAnswered: "10",
  freeBeforeAccept: "10b",
  bothFree: "11",
  originatorNotFree: "12",
  cycleUnderDndReject: "13",
  turnedAway: "14",
  turnedAwayLate: "14b",
  originatorFree: "15",
  dialled: "16",
  recallExpired: "17",
  targetTaken: "18",
  dndRejectBegins: "18b",
  dndRejectEnds: "19",
  screenLeft: "20",
  answered: "21",
  busyAgain: "22",
  noAnswerAgain: "22b",
  notReached: "23",
  targetRemoved: "23b",
  hungUpFirst: "24",
  cancelled: "25",
  durationExpired: "26",
  userChanged: "27",
  lostBeforeReady: "28",
  lostWhenReady: "28b",
  lostWhileCalling: "28c",
  readyWhileHidden: "28d",
  joinedOtherwise: "29",
  serverStarted: "30",
  farSideEnded: "31",
  noRouteLeft: "31b",
  targetMoved: "31c",
  selectionChanged: "31d",
  messageTooLate: "32",
} as const satisfies Readonly<Record<string, string>>;

export type RowName = keyof typeof rowNumbers;

/** The names of all rows, in the order of the document. */
export const rowNames = Object.keys(rowNumbers) as readonly RowName[];

const names: ReadonlyMap<string, RowName> = new Map(rowNames.map((name) => [rowNumbers[name], name]));

function isRow(rule: string): rule is RowName {
  return Object.hasOwn(rowNumbers, rule);
}

/** A rule as it is stored and as the API's `rule` has it: of a row its number. */
export function numberOfRule(rule: RowName | RuleId): string {
  return isRow(rule) ? rowNumbers[rule] : rule;
}

/** The name of a rule that was stored: of a row its name. One of an older version that is there no more stays as it is. */
export function nameOfRule(stored: string): string {
  return names.get(stored) ?? stored;
}
