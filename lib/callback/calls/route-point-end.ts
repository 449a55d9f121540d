import { findDestination } from "@/lib/callback/calls/find-destination";
import { maximumHops } from "@/lib/callback/calls/maximum-hops";
import type { DirectoryNumber, NumberKey } from "@/lib/callback/state/dial-plan";
import type { Refusal } from "@/lib/callback/state/refusals";
import type { Reader } from "@/lib/callback/state/world";

/** The directory number whose line is called in the end, or why there is none. */
export type RouteEnd = { readonly number: DirectoryNumber } | { readonly refusal: Refusal };

/** Where calls to a number arrive, through as many CTI route points as a call goes through [PR-07]. */
export function routeEnd(reader: Reader, key: NumberKey): RouteEnd {
  let number = reader.get("numbers", key);
  if (!number) return { refusal: "unknownNumber" };
  for (let hops = 0; number?.kind === "ctiRoutePoint"; hops++) {
    if (hops === maximumHops) return { refusal: "routePointInCircle" };
    if (number.forwardTo === null) return { refusal: "routePointToNothing" };
    const next = findDestination(reader, number.forwardTo, "everywhere");
    if (next.kind === "trunk") return { refusal: "routePointOverTrunk" };
    number = next.kind === "number" ? reader.get("numbers", next.number) : undefined;
  }
  return number ? { number } : { refusal: "routePointToUnknownNumber" };
}
