import type { TableRow } from "@/lib/callback/requests/table-row";
import { type EndReason, type RequestState, requestStates } from "@/lib/callback/state/request";

/** A request in the table: "none" before there is one. */
export type StateInTable = RequestState | "none";

/** A row of the table of requests, with the reasons for which it may end one. */
export interface RequestRow extends TableRow<StateInTable> {
  readonly reasons?: readonly EndReason[];
}

/** Until it has ended. */
export const liveStates = requestStates.filter((state) => state !== "ended");
/** From the acceptance on: T2 runs. */
export const acceptedStates = liveStates.filter((state) => state !== "requested");
/** Accepted and not calling: each of these has a screen of its own. */
export const waitingStates = acceptedStates.filter((state) => state !== "calling");
