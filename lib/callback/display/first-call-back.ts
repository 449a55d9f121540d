import type { PhoneDisplay } from "@/lib/callback/display/display";
import type { EndReason, RequestState } from "@/lib/callback/state/request";

/** What two people do for a first call back, in their order: who it is, and what they press. */
export const firstCallBackSteps = [
  { id: "lift", at: "target" },
  { id: "dial", at: "originator" },
  { id: "callBack", at: "originator" },
  { id: "hangUp", at: "target" },
  { id: "dialBack", at: "originator" },
  { id: "answer", at: "target" },
] as const;

/** What is to be seen of the two phones and of the newest request of the one that asks for call back. */
export interface FirstCallBack {
  /** The number of the phone that is called back. */
  readonly number: string;
  readonly originator: Pick<PhoneDisplay, "calls">;
  readonly target: Pick<PhoneDisplay, "hook">;
  readonly request: {
    readonly state: RequestState;
    readonly reason: EndReason | null;
    readonly target: string;
  } | null;
}

const all = firstCallBackSteps.length;

/** How many steps the phones have got through by what they show now, whatever was before. */
function stepsShown({ number, originator, target, request }: FirstCallBack): number {
  switch (request?.target === number ? request.state : "ended") {
    case "active":
    case "suspended":
      return 3;
    case "ready":
    case "readyLate":
    case "readyDndReject":
      return 4;
    case "calling":
      return 5;
  }
  const isDialled = originator.calls.some(
    ({ callState, party }) => callState === "Ring Out" && party === number,
  );
  if (isDialled) return 2;
  return target.hook === "off" ? 1 : 0;
}

/**
 * How many steps are done. Who strays is led on from where the phones are; a story that has come to its end stays there.
 * @param before how many were done until now
 */
export function stepsDone(before: number, now: FirstCallBack): number {
  if (before === all) return all;
  const { request, number } = now;
  const isCompleted =
    request?.target === number && request.state === "ended" && request.reason === "completed";
  // An older request of the phone may have been completed too: only one that was seen living counts.
  return before >= 3 && isCompleted ? all : stepsShown(now);
}
