import { judgeCall, judgeRequestLink, judgeServedLink } from "@/lib/callback/reactions/judge-links";
import { reselect } from "@/lib/callback/reactions/reselect";
import { rewatch } from "@/lib/callback/reactions/rewatch";
import type { Judged } from "@/lib/callback/state/events";
import type { Turn } from "@/lib/callback/state/turn";

/**
 * The configuration has changed: what it leaves without a way ends (row 31b), what leads elsewhere waits there (row 31c),
 * and selection follows its parameters (row 31d). Judging something twice changes nothing.
 */
export function judge(turn: Turn, { calls, requests, served, watches, guards }: Judged): void {
  for (const id of calls) judgeCall(turn, id);
  for (const id of requests) {
    judgeRequestLink(turn, id);
    rewatch(turn, id);
  }
  for (const id of served) {
    judgeServedLink(turn, id);
    rewatch(turn, id);
  }
  for (const number of watches) reselect(turn, number, guards.includes(number));
}
