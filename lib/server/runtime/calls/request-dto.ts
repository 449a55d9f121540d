import { guardedLine } from "@/lib/callback/requests/request-state";
import type { CallBackRequest, TimerKind } from "@/lib/callback/state/request";
import { timerId } from "@/lib/callback/state/step-context";
import type { Reader } from "@/lib/callback/state/world";
import type { RequestDto } from "@/lib/contract/call-back";

const kinds: readonly TimerKind[] = ["T1", "T2", "T3"];

/** A request as viewers see it, with its timers. */
export function toRequestDto(reader: Reader, request: CallBackRequest): RequestDto {
  const { id, originator, target, mode, state, reason, createdAt } = request;
  const guarded = guardedLine(request);
  const ids = [...kinds.map((kind) => timerId(kind, id)), ...(guarded ? [timerId("guard", guarded)] : [])];
  const timers = ids.flatMap((one) => {
    const timer = reader.get("timers", one);
    return timer ? [{ kind: timer.kind, dueAt: new Date(timer.dueAt).toISOString() }] : [];
  });
  return {
    id,
    originator: { phone: originator.phone, directoryNumber: originator.number },
    target: target.digits,
    ...{ mode, state, reason },
    createdAt: new Date(createdAt).toISOString(),
    timers,
  };
}
