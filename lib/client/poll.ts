import { refusalOf } from "@/lib/client/api-error";

/** How often something is asked for again, in milliseconds; false: not at all. */
export type Interval = number | false;

/**
 * How often a query is asked again by itself. A page whose session has ended goes on being shown, and each of its questions
 * would be refused and written down: it asks nothing more by itself until a person comes back to it, who may have signed in.
 * @param interval as long as the session lasts, perhaps by the answer before
 */
export function poll<Data>(interval: Interval | ((data: Data | undefined) => Interval)) {
  return ({ state }: { state: { data: Data | undefined; error: unknown } }): Interval => {
    if (state.error !== null && refusalOf(state.error).code === "notSignedIn") return false;
    return typeof interval === "function" ? interval(state.data) : interval;
  };
}
