import type { StartTimeInput } from "@/lib/contract/start-time";

/** What is typed of the time at which something starts. */
export interface StartTimeDraft {
  /** As a date field has it, 2026-12-01, or "". */
  readonly date: string;
  /** As a time field has it, 02:30, or "". */
  readonly time: string;
  readonly timeZone: string;
  /** Which of two equal times is meant; absent: it was not asked for. */
  readonly offset?: string;
}

/** The time as it is sent; null while something is missing. */
export function startTimeInput({ date, time, timeZone, offset }: StartTimeDraft): StartTimeInput | null {
  if (date === "" || time === "") return null;
  return { dateTime: `${date}T${time.slice(0, 5)}`, timeZone, ...(offset === undefined ? {} : { offset }) };
}

/** An instant as the clocks of a zone show it. */
export function draftOf(at: Date, timeZone: string): StartTimeDraft {
  const parts = new Intl.DateTimeFormat("en-GB", {
    ...{ timeZone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit" },
    ...{ hour: "2-digit", minute: "2-digit" },
  }).formatToParts(at);
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? "";
  return {
    date: `${of("year")}-${of("month")}-${of("day")}`,
    time: `${of("hour")}:${of("minute")}`,
    timeZone,
  };
}

/** Where this browser is. */
export function ownTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

const hourMilliseconds = 3_600_000;

/** What the fields begin with: the next full hour that is not just about to come, where this browser is. */
export function firstDraft(now: Date): StartTimeDraft {
  const hour = Math.ceil(now.getTime() / hourMilliseconds) * hourMilliseconds;
  return draftOf(new Date(hour + hourMilliseconds), ownTimeZone());
}
