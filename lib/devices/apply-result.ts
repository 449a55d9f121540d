import { type Impact, isInterruption } from "@/lib/devices/impact";

/** What Unified CM found: the numbers of `CUCM_Result` in its alarm DeviceApplyConfigResult. */
export const cucmResults = {
  empty: 0,
  noChange: 1,
  appliedDynamically: 2,
  reRegistrationRequired: 3,
} as const;

/** What the phone does: the numbers of `Phone_Result`. */
export const phoneResults = {
  empty: 0,
  changesApplied: 1,
  resetDelayed: 2,
  restartNow: 3,
  restartDelayed: 4,
  configPending: 5,
  tftpError: 6,
} as const;

/** Why: the numbers of `Reason`. The reference has more of them for errors of a phone's network. */
export const applyReasons = {
  empty: 0,
  fileChanged: 1,
  firmwareDownload: 2,
  callActive: 3,
  reRegistrationDelayed: 4,
  resetDelayed: 5,
  tftpError: 6,
  fileNotFound: 7,
  notAllowed: 8,
  internalPhoneError: 9,
  connectionTimeout: 10,
} as const;

type ValueOf<Names> = Names[keyof Names];

/** The answer of one phone to one action. */
export interface ApplyResult {
  readonly cucmResult: ValueOf<typeof cucmResults>;
  readonly phoneResult: ValueOf<typeof phoneResults>;
  readonly reason: ValueOf<typeof applyReasons>;
}

/** Nothing was compared and the phone said nothing: it is not registered, or is reset at once. */
export const emptyResult: ApplyResult = { cucmResult: 0, phoneResult: 0, reason: 0 };

const delayed = {
  reRegister: { phoneResult: phoneResults.restartDelayed, reason: applyReasons.reRegistrationDelayed },
  restart: { phoneResult: phoneResults.restartDelayed, reason: applyReasons.callActive },
  reset: { phoneResult: phoneResults.resetDelayed, reason: applyReasons.resetDelayed },
} as const;

/** The answer of a registered phone to Apply Config, when that has this impact on it. */
export function applyConfigResult(impact: Impact, isInCall: boolean): ApplyResult {
  if (impact === "none") return { ...emptyResult, cucmResult: cucmResults.noChange };
  const { fileChanged: reason } = applyReasons;
  if (!isInterruption(impact)) {
    const { appliedDynamically: cucmResult } = cucmResults;
    return { cucmResult, phoneResult: phoneResults.changesApplied, reason };
  }
  const { reRegistrationRequired: cucmResult } = cucmResults;
  if (isInCall) return { cucmResult, ...delayed[impact] };
  return { cucmResult, phoneResult: phoneResults.restartNow, reason };
}

/** The answer of a registered phone to Reset or Restart: nothing is compared, it obeys now or after its call. */
export function commandResult(command: "reset" | "restart", isInCall: boolean): ApplyResult {
  if (isInCall) return { ...emptyResult, ...delayed[command] };
  return command === "restart" ? { ...emptyResult, phoneResult: phoneResults.restartNow } : emptyResult;
}
