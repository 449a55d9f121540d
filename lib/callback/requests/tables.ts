import { type OfferState, offerTable } from "@/lib/callback/requests/offer-table";
import { acceptedStates, liveStates, type StateInTable } from "@/lib/callback/requests/request-row";
import { requestTable } from "@/lib/callback/requests/request-table";
import type { TableRow } from "@/lib/callback/requests/table-row";
import { servedStates } from "@/lib/callback/state/request";
import { groupOf, type Move, targetsOf } from "@/lib/state-table/state-table";

const offers: Readonly<Record<string, TableRow<OfferState>>> = offerTable;
const requests: Readonly<Record<string, TableRow<StateInTable>>> = requestTable;

/** The requirements that a row serves, by its name; undefined for any other rule. */
export function requirementsOfRow(name: string): readonly string[] | undefined {
  return (requests[name] ?? offers[name])?.requirements;
}

/** Words for many states: a request that has not ended, one that was accepted, and any that is served. */
export const stateGroups = { live: liveStates, accepted: acceptedStates, any: servedStates } as const;

/** The states from which a move leads, as words. */
export function wordsOfFrom({ from }: Move<string>): string {
  return groupOf(from, stateGroups) ?? from.map(wordOfState).join(", ");
}

/** The states to which a move leads, as words. */
export function wordsOfTo(move: Move<string>): string {
  return targetsOf(move).map(wordOfState).join(" or ");
}

function wordOfState(state: string): string {
  return state === "none" ? "–" : state;
}

/**
 * A row in words: from which state, on what, to which state. One that ends an offer and begins a request leads from the one
 * to the other. Null for a rule that is no row.
 */
export function transitionOf(name: string): { from: string; on: string; to: string } | null {
  const first = offers[name] ?? requests[name];
  const last = requests[name] ?? offers[name];
  if (!first || !last) return null;
  const from = wordsOfFrom(first);
  const to = wordsOfTo(last);
  return { from, on: first.event, to: to === "same" ? from : to };
}
