import { judgeCall, judgeRequestLink, judgeServedLink } from "@/lib/callback/reactions/judge-links";
import { reselect } from "@/lib/callback/reactions/reselect";
import { rewatch } from "@/lib/callback/reactions/rewatch";
import type { Judged } from "@/lib/callback/state/events";
import type { StepContext } from "@/lib/callback/state/step-context";

/**
 * The configuration has changed: what it leaves without a way ends (row 31b), what leads elsewhere waits there (row 31c),
 * and selection follows its parameters (row 31d). Judging something twice changes nothing.
 */
export function judge(context: StepContext, { calls, requests, served, watches, guards }: Judged): void {
  for (const id of calls) judgeCall(context, id);
  for (const id of requests) {
    judgeRequestLink(context, id);
    rewatch(context, id);
  }
  for (const id of served) {
    judgeServedLink(context, id);
    rewatch(context, id);
  }
  for (const number of watches) reselect(context, number, guards.includes(number));
}
