import type { Instant } from "@/lib/devices/device";

/** Registrations a second when nobody chose another number (our decision). */
export const defaultRegistrationsPerSecond = 500;

/**
 * How many phones may register a second (null: any number), and when the next one may: at `nextAt` and `fraction`
 * parts of `perSecond` of a millisecond. Plain data that survives being stored.
 */
export interface RegistrationLimiter {
  readonly perSecond: number | null;
  readonly nextAt: Instant;
  readonly fraction: number;
}

/** A limiter that has let nobody through yet. Instants are not negative. */
export function newLimiter(perSecond: number | null = defaultRegistrationsPerSecond): RegistrationLimiter {
  return { perSecond, nextAt: 0, fraction: 0 };
}

/** The limiter with another number a second; slots already given stay. */
export function withRate(limiter: RegistrationLimiter, perSecond: number | null): RegistrationLimiter {
  return { perSecond, nextAt: limiter.nextAt + Number(limiter.fraction > 0), fraction: 0 };
}

/** A phone that wants to register. */
export interface QueuedPhone {
  readonly id: string;
  readonly queuedAt: Instant;
}

/** A phone that has a registration slot, and when. */
export interface Grant {
  readonly id: string;
  readonly at: Instant;
}

/** First come, first served; who came at the same instant, by id. */
export function compareQueued(one: QueuedPhone, other: QueuedPhone): number {
  if (one.queuedAt !== other.queuedAt) return one.queuedAt - other.queuedAt;
  return one.id < other.id ? -1 : Number(one.id > other.id);
}

/** The registration slot of a phone that came at that instant, and the limiter after it. */
function registrationSlot(
  limiter: RegistrationLimiter,
  queuedAt: Instant,
): { at: Instant; after: RegistrationLimiter } {
  const { perSecond, nextAt, fraction } = limiter;
  if (perSecond === null) return { at: queuedAt, after: limiter };
  const free = fraction > 0 ? nextAt + 1 : nextAt;
  const [at, start, part] = queuedAt >= free ? [queuedAt, queuedAt, 0] : [free, nextAt, fraction];
  const parts = part + 1_000;
  const after = { perSecond, nextAt: start + Math.floor(parts / perSecond), fraction: parts % perSecond };
  return { at, after };
}

/**
 * Who has a registration slot up to and including `until`, each with the instant, in order: at most `perSecond` in any
 * second, evenly spread, and nobody overtakes. The same queue gives the same slots however often it is asked.
 */
export function grantRegistrations(
  limiter: RegistrationLimiter,
  queue: readonly QueuedPhone[],
  until: Instant,
): { readonly grants: readonly Grant[]; readonly limiter: RegistrationLimiter } {
  const grants: Grant[] = [];
  let state = limiter;
  for (const { id, queuedAt } of [...queue].sort(compareQueued)) {
    const { at, after } = registrationSlot(state, queuedAt);
    if (at > until) break;
    grants.push({ id, at });
    state = after;
  }
  return { grants, limiter: state };
}
