import { z } from "zod";

/** When something starts that is not done at once: a date and time as clocks in a time zone show it. */
export const startTimeSchema = z
  .strictObject({
    dateTime: z
      .string()
      .max(40)
      .describe("Local date and time, to the minute")
      .meta({ examples: ["2026-12-01T02:30"] }),
    timeZone: z
      .string()
      .max(80)
      .describe("IANA time zone")
      .meta({ examples: ["Asia/Seoul"] }),
    offset: z
      .string()
      .max(20)
      .optional()
      .describe("Offset from UTC, where clocks are put back and show the time twice")
      .meta({ examples: ["+09:00"] }),
  })
  .describe(
    "Not at once but at a time. 422 `validationFailed` for a time in the past or more than 366 days ahead (`timePast`, `timeTooFar`), one that " +
      "clocks leave out when they are put forward (`timeSkipped`), and one that they show twice when `offset` does not say which is meant (`timeTwice`)",
  );
/** A week: whoever talks for longer than that has left the receiver off the hook. */
const mostIdleMinutes = 7 * 24 * 60;

/** How long phones in calls are waited for. */
export const idleWithinMinutesSchema = z
  .number()
  .int()
  .min(1)
  .max(mostIdleMinutes)
  .describe(
    "Each phone gets the action only when it has no call, also what would be applied on the fly; those that are not found without a call " +
      "before so many minutes after the start are over are not reached, and their items fail with `phoneNotIdle`. Without it what interrupts a phone waits for the end of its call, however late",
  );
export type StartTimeInput = z.output<typeof startTimeSchema>;
