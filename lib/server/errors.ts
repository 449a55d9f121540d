import type { Problem } from "@/lib/configuration/problem";

/**
 * A request that is refused. `code` is one of the codes of `lib/contract/errors.ts`; status and words follow from
 * it in one place, `lib/server/api/error-mapper.ts`.
 */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(code: RefusalCode, data: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.name = "Refusal";
    this.code = code;
    this.data = data;
  }
}

export type RefusalCode =
  | "malformedRequest"
  | "notSignedIn"
  | "forbidden"
  | "tooManyAttempts"
  | "signInBusy"
  | "notWithApiKey"
  | "validationFailed"
  | "notFound"
  | "nameTaken"
  | "stale"
  | "alreadyUndone"
  | "changeUnderway"
  | "standardReadOnly"
  | "isDefaultTemplate"
  | "inUse"
  | "notReassignable"
  | "tooManyUses"
  | "lastSuperUser"
  | "ownUser"
  | "jobEnded"
  | "jobNotScheduled"
  | "nothingToRetry"
  | "fileTooLarge"
  | "notRecognised"
  | "phoneNotRegistered"
  | "loginRefused"
  | "clockNotManual";

/** Throws `validationFailed` when there are problems. */
export function refuseProblems(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new Refusal("validationFailed", { problems });
}
