import fc from "fast-check";
import { expect, test } from "vitest";
import { draftOf, firstDraft, startTimeInput } from "@/components/console/start-time/start-time-draft";

test("an instant is shown by the clocks of the zone, whichever hour it is", () => {
  const midnight = new Date("2026-11-30T15:00:00Z");
  expect(draftOf(midnight, "Asia/Seoul")).toEqual({
    ...{ date: "2026-12-01", time: "00:00", timeZone: "Asia/Seoul" },
  });
  expect(draftOf(midnight, "America/New_York")).toMatchObject({ date: "2026-11-30", time: "10:00" });
});

test("nothing is sent while date or time is missing, and an offset only when it was asked for", () => {
  const draft = { date: "2026-12-01", time: "02:30", timeZone: "Asia/Seoul" };
  expect(startTimeInput(draft)).toEqual({ dateTime: "2026-12-01T02:30", timeZone: "Asia/Seoul" });
  expect(startTimeInput({ ...draft, offset: "+09:00" })).toMatchObject({ offset: "+09:00" });
  expect([startTimeInput({ ...draft, date: "" }), startTimeInput({ ...draft, time: "" })]).toEqual([
    null,
    null,
  ]);
});

test("the fields begin with a full hour that lies between one and two hours ahead", () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date("2026-01-01"), max: new Date("2030-01-01"), noInvalidDate: true }),
      (now) => {
        const { date, time, timeZone } = firstDraft(now);
        const [at] = [0, 1, 2, 3]
          .map((hours) => new Date(Math.ceil(now.getTime() / 3_600_000) * 3_600_000 + hours * 3_600_000))
          .filter((hour) => {
            const draft = draftOf(hour, timeZone);
            return draft.date === date && draft.time === time;
          });
        const ahead = (at?.getTime() ?? 0) - now.getTime();
        expect(ahead).toBeGreaterThanOrEqual(3_600_000);
        expect(ahead).toBeLessThanOrEqual(7_200_000);
      },
    ),
  );
});
