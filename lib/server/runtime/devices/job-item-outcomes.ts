import type { JobItemState, JobOutcome } from "@/lib/catalog/jobs";
import type { Problem } from "@/lib/configuration/problem";
import { type ApplyResult, cucmResults } from "@/lib/devices/apply-result";
import type { ActionId, Device } from "@/lib/devices/device";
import type { ActionOutcome, DeviceEffect } from "@/lib/devices/device-event";
import { itemOfAction } from "@/lib/server/db/device/action-id";

/** How the item of a job goes on: underway after the phone has answered, then done or failed. */
export interface JobItemOutcome {
  readonly jobId: string;
  readonly position: number;
  readonly state: JobItemState;
  readonly outcome: JobOutcome | "";
  readonly problems: readonly Problem[] | null;
  /** Null leaves the answer as it was given before. */
  readonly result: ApplyResult | null;
}

/** How an action was fulfilled: at once, as the phone has just answered, or by coming back. */
function fulfilled({ underway }: Device, answer: ApplyResult | undefined): JobOutcome {
  if (answer) return answer.cucmResult === cucmResults.noChange ? "unchanged" : "applied";
  return underway?.impact === "reset" ? "reset" : "restarted";
}

type Ending = Pick<JobItemOutcome, "state" | "outcome" | "problems">;

function failure(code: Problem["code"]): Ending {
  return { state: "failed", outcome: "", problems: [{ path: [], code }] };
}

function ending(outcome: ActionOutcome, before: Device, answer: ApplyResult | undefined): Ending {
  switch (outcome) {
    case "done":
      return { state: "done", outcome: fulfilled(before, answer), problems: null };
    case "atRegistration":
      return { state: "done", outcome: "atRegistration", problems: null };
    case "rejected":
      return failure("phoneRejected");
    case "removed":
      return failure("phoneRemoved");
  }
}

/** What the effects of events at phones make of the items of jobs; each item once, as it is at the end. */
export function outcomesOf(
  effects: readonly { readonly before: Device; readonly effect: DeviceEffect }[],
): JobItemOutcome[] {
  const items = new Map<ActionId, JobItemOutcome>();
  const put = (action: ActionId, change: Ending, result?: ApplyResult) =>
    items.set(action, {
      ...itemOfAction(action),
      ...change,
      result: result ?? items.get(action)?.result ?? null,
    });
  for (const { before, effect } of effects) {
    if (effect.kind === "answered")
      put(effect.action, { state: "underway", outcome: "", problems: null }, effect.result);
    if (effect.kind === "refused") put(effect.action, failure(effect.code));
    if (effect.kind === "finished") {
      for (const action of effect.actions)
        put(action, ending(effect.outcome, before, items.get(action)?.result ?? undefined));
    }
  }
  return [...items.values()];
}
