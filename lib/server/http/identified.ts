import { channel } from "node:diagnostics_channel";

/** Who was found to have sent a request. */
export interface Identified {
  requestId: string;
  user: string;
}

/** Where it is told, across the copies of a module that the parts of the program load. */
export const identifiedChannel = "ringback:identified";

const identified = channel(identifiedChannel);

/** Tells the server, for its access line, who sent a request. */
export function tellIdentified(message: Identified): void {
  identified.publish(message);
}
