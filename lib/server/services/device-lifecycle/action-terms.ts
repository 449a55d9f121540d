import type { StartTimeInput } from "@/lib/contract/start-time";
import type { ServiceContext } from "@/lib/server/context";
import type { StartTime } from "@/lib/server/db/job";
import { readStartTime } from "@/lib/server/services/job/start-time";

/** Why an action is done, when (without a time at once), and how long phones in calls are waited for. */
export interface ActionTerms {
  readonly reason?: string | undefined;
  readonly at?: StartTimeInput | undefined;
  readonly idleWithinMinutes?: number | undefined;
}

/** When an action starts that is not done at once, and until when phones in calls are waited for, if they are. */
export interface ActionTimes {
  readonly startTime: StartTime | undefined;
  readonly idleUntil: Date | null;
}

/** @throws Refusal validationFailed */
export function readTimes(
  context: Pick<ServiceContext, "now">,
  { at, idleWithinMinutes }: ActionTerms,
): ActionTimes {
  const startTime = readStartTime(context, at);
  const start = startTime?.startsAt ?? context.now();
  const idleUntil =
    idleWithinMinutes === undefined ? null : new Date(start.getTime() + idleWithinMinutes * 60_000);
  return { startTime, idleUntil };
}
