import { updatePhone } from "@/lib/callback/phones/phone-calls";
import { closeScreen, stopTone } from "@/lib/callback/phones/show-screen";
import { reconsider } from "@/lib/callback/requests/queue";
import { holdToTable, type RequestRowName, type StateAfter } from "@/lib/callback/requests/request-table";
import type { CallBackRequest } from "@/lib/callback/state/request";
import type { Screen } from "@/lib/callback/state/screen";
import type { StepContext } from "@/lib/callback/state/step-context";

/** True until the request has ended. */
export function isLive(request: CallBackRequest | undefined): request is CallBackRequest {
  return request !== undefined && request.state !== "ended";
}

/** The request of the originating phone that counts: the live one, else one that was to replace an ended one. */
export function liveRequest(context: StepContext, name: string): CallBackRequest | null {
  const phone = context.get("phones", name);
  const id = phone?.request ?? phone?.replacement;
  const request = id ? context.get("requests", id) : undefined;
  return isLive(request) ? request : null;
}

/** Another state of a request by a row of its table, and other fields. Whoever gives up the line lets the next one have it. */
export function setState<Name extends RequestRowName>(
  context: StepContext,
  request: CallBackRequest,
  row: Name,
  state: StateAfter<Name>,
  fields: Partial<CallBackRequest> = {},
): CallBackRequest {
  holdToTable(context, request.id, row, state);
  const changed = { ...request, ...fields, state };
  context.put("requests", request.id, changed);
  const hadLine = request.state === "ready" || request.state === "calling";
  if (hadLine && request.target.kind === "local") reconsider(context, request.target.watched, request.id);
  return changed;
}

/** The subject of decisions about a request. */
export function about(request: CallBackRequest): { readonly phone: string; readonly request: string } {
  return { phone: request.originator.phone, request: request.id };
}

/** The screen that tells how the request stands; none while it is asked for or being called. */
export function screenOf(request: CallBackRequest): Screen | null {
  const number = request.target.digits;
  switch (request.state) {
    case "active":
    case "suspended":
      return { kind: "callBackActivated", number };
    case "ready":
    case "readyLate":
      return { kind: "callBackAvailable", number, at: request.readyAt ?? request.createdAt };
    case "readyDndReject":
      return { kind: "callBackAvailableDndReject", number };
    case "requested":
    case "calling":
    case "ended":
      return null;
  }
}

/** True for the screens that tell how a request stands. */
export function isRequestScreen(screen: Screen | null): boolean {
  switch (screen?.kind) {
    case "callBackActivated":
    case "callBackAvailable":
    case "callBackAvailableDndReject":
      return true;
    default:
      return false;
  }
}

/** Takes the tone and the screen of the request from its phone; other screens stay. */
export function hideRequest(context: StepContext, name: string): void {
  stopTone(context, name);
  if (isRequestScreen(context.get("phones", name)?.screen ?? null)) closeScreen(context, name);
}

/** The phone has no live request any more; one that was to replace it takes its place. */
export function forgetRequest(context: StepContext, name: string, id: string): void {
  const phone = context.get("phones", name);
  if (phone?.request === id) updatePhone(context, name, { request: phone.replacement, replacement: null });
  else if (phone?.replacement === id) updatePhone(context, name, { replacement: null });
}

/** The line whose guard time a request waits for, when it runs; null for one that waits for nobody here. */
export function guardedLine({ target, state }: CallBackRequest): string | null {
  return target.kind === "local" && state === "active" ? target.watched : null;
}
