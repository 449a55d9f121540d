import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { startTimeOf } from "@/lib/server/services/job/start-time";

const now = new Date("2026-01-01T00:00:00Z");
const answer = (dateTime: string, timeZone: string, offset?: string) => {
  const { startTime, problem } = startTimeOf(
    { dateTime, timeZone, ...(offset === undefined ? {} : { offset }) },
    now,
  );
  return startTime ? startTime.startsAt.toISOString() : problem;
};
const problem = (field: string, code: string, params?: object) => ({
  ...{ path: ["at", field], code },
  ...(params ? { params } : {}),
});

describe("the time at which a job starts", () => {
  test("is the instant at which the clocks of the zone show it", () => {
    expect(answer("2026-12-01T02:30", "Asia/Seoul")).toBe("2026-11-30T17:30:00.000Z");
    expect(answer("2026-07-01T02:30", "Europe/Berlin")).toBe("2026-07-01T00:30:00.000Z");
    expect(answer("2026-12-01T02:30", "Europe/Berlin", "+01:00")).toBe("2026-12-01T01:30:00.000Z");
    expect(answer("2026-12-01T02:30", "UTC")).toBe("2026-12-01T02:30:00.000Z");
  });

  test("keeps the zone as it is written in the list of IANA", () => {
    const { startTime } = startTimeOf({ dateTime: "2026-12-01T02:30", timeZone: "asia/seoul" }, now);
    expect(startTime?.timeZone).toBe("Asia/Seoul");
  });

  test("is none that clocks leave out when they are put forward; the next one is told", () => {
    const skipped = problem("dateTime", "timeSkipped", { time: "02:30", next: "03:00" });
    expect(answer("2026-03-29T02:30", "Europe/Berlin")).toEqual(skipped);
    expect(answer("2026-03-29T02:30", "Europe/Berlin", "+01:00")).toEqual(skipped);
    expect(answer("2026-03-29T01:59", "Europe/Berlin")).toBe("2026-03-29T00:59:00.000Z");
    expect(answer("2026-03-29T03:00", "Europe/Berlin")).toBe("2026-03-29T01:00:00.000Z");
    // Half an hour, on Lord Howe Island.
    expect(answer("2026-10-04T02:15", "Australia/Lord_Howe")).toEqual(
      problem("dateTime", "timeSkipped", { time: "02:15", next: "02:30" }),
    );
  });

  test("is asked for when clocks are put back and show it twice", () => {
    expect(answer("2026-10-25T02:30", "Europe/Berlin")).toEqual(
      problem("offset", "timeTwice", { time: "02:30", earlier: "+02:00", later: "+01:00" }),
    );
    expect(answer("2026-10-25T02:30", "Europe/Berlin", "+02:00")).toBe("2026-10-25T00:30:00.000Z");
    expect(answer("2026-10-25T02:30", "Europe/Berlin", "+01:00")).toBe("2026-10-25T01:30:00.000Z");
    expect(answer("2026-10-25T02:30", "Europe/Berlin", "+09:00")).toEqual(
      problem("offset", "timeNotWithOffset", { offset: "+09:00", accepted: "+02:00, +01:00" }),
    );
  });

  test("is not over, nor more than a year ahead", () => {
    const utc = (dateTime: string) => answer(dateTime, "UTC");
    expect(utc("2026-01-01T00:00")).toEqual(problem("dateTime", "timePast"));
    expect(utc("2025-12-31T23:59")).toEqual(problem("dateTime", "timePast"));
    expect(utc("2026-01-01T00:01")).toBe("2026-01-01T00:01:00.000Z");
    expect(utc("2027-01-02T00:00")).toBe("2027-01-02T00:00:00.000Z");
    expect(utc("2027-01-02T00:01")).toEqual(problem("dateTime", "timeTooFar", { days: 366 }));
  });

  test.each(["2026-02-30T10:00", "2026-13-01T10:00", "2026-12-01T24:00", "2026-12-01", "tomorrow", ""])(
    "“%s” is no time",
    (dateTime) => {
      expect(answer(dateTime, "UTC")).toEqual(problem("dateTime", "badLocalTime", { value: dateTime }));
    },
  );

  test.each(["+09:00", "Asia/Soul", "", "../etc", "Mars/Olympus"])("“%s” is no time zone", (timeZone) => {
    const refused = problem("timeZone", "unknownTimeZone", { value: timeZone });
    expect(answer("2026-12-01T02:30", timeZone)).toEqual(refused);
  });

  test("whatever is sent is answered; what is accepted is shown by the clocks of its zone again", () => {
    const two = (most: number) => fc.integer({ min: 0, max: most }).map((n) => String(n).padStart(2, "0"));
    const dateTimes = fc
      .tuple(fc.integer({ min: 2025, max: 2027 }), two(13), two(32), two(24), two(60))
      .map(([year, month, day, hour, minute]) => `${year}-${month}-${day}T${hour}:${minute}`);
    const zones = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));
    const offsets = fc.option(fc.constantFrom("+00:00", "+01:00", "+09:00", "-05:00"), { nil: undefined });
    fc.assert(
      fc.property(
        fc.oneof({ arbitrary: dateTimes, weight: 9 }, fc.string()),
        fc.oneof({ arbitrary: zones, weight: 9 }, fc.string()),
        offsets,
        (dateTime, timeZone, offset) => {
          const { startTime } = startTimeOf(
            { dateTime, timeZone, ...(offset === undefined ? {} : { offset }) },
            now,
          );
          if (!startTime) return;
          const shown = new Intl.DateTimeFormat("sv-SE", {
            ...{ dateStyle: "short", timeStyle: "short", timeZone: startTime.timeZone },
          }).format(startTime.startsAt);
          expect(shown.replace(" ", "T")).toBe(dateTime);
          expect(startTime.startsAt > now).toBe(true);
        },
      ),
    );
  });
});
