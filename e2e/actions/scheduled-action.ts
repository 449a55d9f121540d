import type { Locator } from "@playwright/test";

/** The words of actions at a time that scenarios use. */
export const words = {
  en: {
    whenIdle: "When idle",
    at: "At a time",
    date: "Date",
    time: "Time",
    timeZone: "Time zone",
    findTimeZone: "Find a time zone",
    schedule: "Schedule",
    scheduled: "Scheduled",
    isScheduled: "scheduled",
    allUsers: "all phones that use this when it starts",
    change: "Change Time",
    changed: "The job starts at another time",
    changedBy: "Time changed by",
    startNow: "Start Now",
    startsNow: "The job starts now",
  },
  ko: {
    whenIdle: "유휴 상태일 때",
    at: "시각 지정",
    date: "날짜",
    time: "시각",
    timeZone: "시간대",
    findTimeZone: "시간대 찾기",
    schedule: "예약",
    scheduled: "예약됨",
    isScheduled: "예약했습니다",
    allUsers: "시작할 때 이 항목을 사용하는 모든 전화기",
    change: "시각 변경",
    changed: "작업 시작 시각을 변경했습니다",
    changedBy: "시각을 변경한 사용자",
    startNow: "지금 시작",
    startsNow: "작업을 지금 시작합니다",
  },
} as const;

type Words = (typeof words)["en"] | (typeof words)["ko"];

/** A time on the clocks of a zone. */
export interface LocalTime {
  readonly date: string;
  readonly time: string;
  readonly timeZone: string;
}

/** Chooses a time in the sheet of an action. */
export async function chooseTime(
  sheet: Locator,
  { date, time, timeZone }: LocalTime,
  say: Words,
): Promise<void> {
  await sheet.getByRole("radio", { name: say.at, exact: true }).check({ force: true });
  await sheet.getByLabel(say.date, { exact: true }).fill(date);
  await sheet.getByLabel(say.time, { exact: true }).fill(time);
  const page = sheet.page();
  await sheet.getByRole("button", { name: new RegExp(say.timeZone) }).click();
  await page.getByLabel(say.findTimeZone, { exact: true }).fill(timeZone);
  await page.getByRole("option", { name: timeZone, exact: true }).click();
}

/** A time in Seoul so many hours from now, at half past. */
export function inHours(hours: number): LocalTime {
  const seoul = new Date(Date.now() + (hours + 9) * 3_600_000).toISOString();
  return { date: seoul.slice(0, 10), time: `${seoul.slice(11, 13)}:30`, timeZone: "Asia/Seoul" };
}

/** The next day on which clocks in the European Union are changed: the last Sunday of the month. */
function nextLastSunday(month: number): string {
  const today = new Date();
  for (const year of [today.getUTCFullYear(), today.getUTCFullYear() + 1]) {
    const day = new Date(Date.UTC(year, month, 0));
    day.setUTCDate(day.getUTCDate() - day.getUTCDay());
    if (day > today) return day.toISOString().slice(0, 10);
  }
  throw new Error("There is one within a year");
}

/** A time that clocks in Berlin do not show, and one that they show twice. */
export const skippedHour = () => ({ date: nextLastSunday(3), time: "02:30" });
export const doubledHour = () => ({ date: nextLastSunday(10), time: "02:30" });
