import { channel, subscribe, unsubscribe } from "node:diagnostics_channel";

/** What parts of the program tell of themselves to whoever keeps metrics; times in seconds. */
export interface Measurements {
  /** A request was answered or given up; `route` is a template, and `status` null when no answer began. */
  request: { method: string; route: string; status: number | null; seconds: number };
  /** An event stream began (1) or ended (-1). */
  stream: { change: 1 | -1 };
  statement: { seconds: number };
  /** A transaction has its connection, for which it waited. */
  transactionBegun: { waitedSeconds: number };
  transactionEnded: { seconds: number };
  /** An event of calls was worked out by the engine. */
  engineEvent: { kind: string; seconds: number };
}

type Name = keyof Measurements;

// Channels are shared by the copies of this module that the parts of the program load, and cost nothing unheard.
const channelOf = (name: Name) => channel(`ringback:measured:${name}`);

const seconds = (since: number) => (performance.now() - since) / 1000;

/** Passes a measurement on. */
export function recordMeasurement<Which extends Name>(name: Which, measured: Measurements[Which]): void {
  channelOf(name).publish(measured);
}

/** Begins a measurement of time; the answered function says how many seconds have gone since. */
export function stopwatch(): () => number {
  const started = performance.now();
  return () => seconds(started);
}

/**
 * Hears measurements of one name.
 * @returns what ends it
 */
export function hear<Which extends Name>(
  name: Which,
  heard: (measured: Measurements[Which]) => void,
): () => void {
  const listener = (message: unknown) => heard(message as Measurements[Which]);
  const { name: full } = channelOf(name);
  subscribe(full, listener);
  return () => void unsubscribe(full, listener);
}
