import { echo, type Problem } from "@/lib/configuration/problem";
import type { StartTimeInput } from "@/lib/contract/start-time";
import type { ServiceContext } from "@/lib/server/context";
import type { StartTime } from "@/lib/server/db/job";
import { Refusal } from "@/lib/server/errors";

/** Whoever means the year 2062 has mistyped it. */
const mostDaysAhead = 366;

const dateTimeForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;
/** Offsets such as +09:00 are no zones: nobody knows what becomes of them in summer. */
const zoneForm = /^[A-Za-z][A-Za-z0-9_+\-/]*$/;

/** The time at which something starts, or why there is none. */
export type StartTimeAnswer =
  | { readonly startTime: StartTime; readonly problem: null }
  | { readonly startTime: null; readonly problem: Problem };

/**
 * The instant that is meant by a date and time on the clocks of a time zone. A time that the clocks leave out when they are put
 * forward is no time; of one that they show twice when they are put back `offset` says which is meant.
 * @param input `dateTime` to the minute (2026-12-01T02:30), `timeZone` of IANA, `offset` from UTC (+09:00)
 * @param now before which nothing can start
 */
export function startTimeOf({ dateTime, timeZone, offset }: StartTimeInput, now: Date): StartTimeAnswer {
  const problem = (field: keyof StartTimeInput, code: Problem["code"], params?: Problem["params"]) => ({
    startTime: null,
    problem: { path: ["at", field], code, ...(params ? { params } : {}) },
  });
  const local = readLocal(dateTime);
  if (!local) return problem("dateTime", "badLocalTime", { value: echo(dateTime) });
  const [first, second] = zonedTimes(local, timeZone);
  if (!first || !second) return problem("timeZone", "unknownTimeZone", { value: echo(timeZone) });
  if (!first.toPlainDateTime().equals(local)) {
    const next = first.getTimeZoneTransition("next") ?? second;
    return problem("dateTime", "timeSkipped", { time: clockTime(local), next: clockTime(next) });
  }
  const [earlier, later] = [first.offset, second.offset];
  if (offset === undefined && earlier !== later) {
    return problem("offset", "timeTwice", { time: clockTime(local), earlier, later });
  }
  const meant = [first, second].find((one) => offset === undefined || one.offset === offset);
  if (!meant) {
    const accepted = earlier === later ? earlier : `${earlier}, ${later}`;
    return problem("offset", "timeNotWithOffset", { offset: echo(offset), accepted });
  }
  const startsAt = new Date(meant.epochMilliseconds);
  if (startsAt <= now) return problem("dateTime", "timePast");
  if (startsAt.getTime() - now.getTime() > mostDaysAhead * 86_400_000) {
    return problem("dateTime", "timeTooFar", { days: mostDaysAhead });
  }
  return { startTime: { startsAt, timeZone: meant.timeZoneId }, problem: null };
}

function readLocal(text: string): Temporal.PlainDateTime | null {
  if (!dateTimeForm.test(text)) return null;
  try {
    return Temporal.PlainDateTime.from(text, { overflow: "reject" });
  } catch {
    return null;
  }
}

/** The time with the offset before and after a change of the clocks; nothing in a zone that does not exist. */
function zonedTimes(local: Temporal.PlainDateTime, timeZone: string): Temporal.ZonedDateTime[] {
  if (!zoneForm.test(timeZone)) return [];
  try {
    return (["earlier", "later"] as const).map((disambiguation) =>
      local.toZonedDateTime(timeZone, { disambiguation }),
    );
  } catch {
    return [];
  }
}

function clockTime(time: Temporal.PlainDateTime | Temporal.ZonedDateTime): string {
  return time.toString().slice("2026-12-01T".length, "2026-12-01T02:30".length);
}

/**
 * The same for a service; without an input it starts at once.
 * @throws Refusal validationFailed
 */
export function readStartTime({ now }: Pick<ServiceContext, "now">, at: StartTimeInput | undefined) {
  if (at === undefined) return undefined;
  const { startTime, problem } = startTimeOf(at, now());
  if (problem) throw new Refusal("validationFailed", { problems: [problem] });
  return startTime;
}
