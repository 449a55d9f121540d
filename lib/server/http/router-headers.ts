import type { IncomingHttpHeaders } from "node:http";

/** Where somebody is, as the router of the pages tells Next, to be sent only what is new on the next page. */
const stateHeader = "next-router-state-tree";
const prefetchHeader = "next-router-prefetch";
/** Pages lie five folders deep. Next takes 0.8 s for a state of a thousand. */
const deepestState = 32;
const dynamicKinds = /^(c|oc|d|(c|d)i(\(\.{1,3}\)|\(\.\.\)\(\.\.\)))$/;
const marks: readonly unknown[] = ["refetch", "inside-shared-layout", "metadata-only"];

/**
 * Takes away what the router of the pages would never send: Next makes a failure of its own of a state that it cannot
 * read, and fills the log for a way of fetching ahead that no page here uses. Without them it sends the whole page.
 */
export function removeUnreadableState(headers: IncomingHttpHeaders): void {
  const state = headers[stateHeader];
  if (state !== undefined && !isReadable(String(state))) delete headers[stateHeader];
  if (headers[prefetchHeader] !== "1") delete headers[prefetchHeader];
}

function isReadable(header: string): boolean {
  try {
    return isState(JSON.parse(decodeURIComponent(header)), 0);
  } catch {
    return false;
  }
}

/** A segment of the address, those within it, and what is to be sent of them: what Next itself demands of it. */
function isState(state: unknown, depth: number): boolean {
  if (!Array.isArray(state) || state.length < 2 || state.length > 6 || depth > deepestState) return false;
  const [segment, within, refresh, mark, hints, ...more] = state as unknown[];
  return (
    isSegment(segment) &&
    isObject(within) &&
    Object.values(within).every((inner) => isState(inner, depth + 1)) &&
    (isAbsent(refresh) || isTextPair(refresh)) &&
    (isAbsent(mark) || marks.includes(mark)) &&
    (isAbsent(hints) || typeof hints === "number") &&
    more.every((one) => typeof one === "string")
  );
}

/** The name of a folder, or the name and value of a parameter. */
function isSegment(segment: unknown): boolean {
  if (typeof segment === "string") return true;
  if (!Array.isArray(segment) || segment.length !== 4) return false;
  const [name, value, kind, siblings] = segment as unknown[];
  return (
    isTextPair([name, value]) &&
    typeof kind === "string" &&
    dynamicKinds.test(kind) &&
    (siblings === null || (Array.isArray(siblings) && siblings.every((one) => typeof one === "string")))
  );
}

function isTextPair(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === "string");
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}
