import { channel } from "node:diagnostics_channel";

/** What became known of a request while it was answered. */
export interface Identified {
  requestId: string;
  /** Who sent it. */
  user?: string;
  /** The operation that it is for, as the template of its path. */
  route?: string;
  /** Its answer is an event stream. */
  isStream?: true;
}

/** Where it is told, across the copies of a module that the parts of the program load. */
export const identifiedChannel = "ringback:identified";

const identified = channel(identifiedChannel);

/** Tells the server, for its access line and its metrics, what became known of a request. */
export function tellIdentified(message: Identified): void {
  identified.publish(message);
}
