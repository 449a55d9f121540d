import type { Interruption } from "@/lib/devices/impact";
import type { RegistrationReason } from "@/lib/devices/registration-reasons";

/** Milliseconds of the engine's clock, which the caller owns. */
export type Instant = number;

/** One immutable revision of an object: its id and the number of the revision. */
export interface RevisionReference {
  readonly id: string;
  readonly number: number;
}

/** What a phone downloaded: the revision of everything that its configuration was made of. */
export interface ConfigurationSnapshot {
  readonly phone: RevisionReference;
  readonly softkeyTemplate: RevisionReference | null;
  readonly phoneButtonTemplate: RevisionReference;
  readonly commonDeviceConfiguration: RevisionReference | null;
  /** Of the user who is logged in, else null. */
  readonly deviceProfile: RevisionReference | null;
  /** Of its lines, in their order. */
  readonly directoryNumbers: readonly RevisionReference[];
}

/**
 * Where a phone is in its life: `unplugged`; `waiting` for the registration limiter; `registering`; `registered`;
 * `rejected`: it was refused and tries no more; `down`: it shut down and is coming back; `removed` from the system.
 */
export const phases = [
  "unplugged",
  "waiting",
  "registering",
  "registered",
  "rejected",
  "down",
  "removed",
] as const;
export type Phase = (typeof phases)[number];

/** Identifies one action on one phone: the item of a job. */
export type ActionId = string;

/** Actions on a phone that one interruption fulfils. */
export interface Interrupting {
  readonly impact: Interruption;
  /** With what the phone will lose its registration. */
  readonly reason: RegistrationReason;
  readonly actions: readonly ActionId[];
}

/** When something must happen to the phone if nothing else does before. */
export interface DeviceTimer {
  readonly kind: "shutDown" | "registering";
  readonly dueAt: Instant;
}

/** Who is logged in to a phone by Extension Mobility. */
export interface Login {
  /** Id of the device profile that the user brings along. */
  readonly profile: string;
  readonly userId: string;
}

/** Everything that is known of a phone's running side; plain data that survives being stored. */
export interface Device {
  readonly phase: Phase;
  /** Has lines without a button of the phone; meaningful while it is registered. */
  readonly isPartial: boolean;
  /** Why it is registered, or lost its registration; null before anything happened. */
  readonly reason: RegistrationReason | null;
  readonly lastRegisteredAt: Instant | null;
  /** Null before the first download. */
  readonly running: ConfigurationSnapshot | null;
  readonly login: Login | null;
  readonly calls: number;
  /** What waits for the end of the last call. */
  readonly postponed: Interrupting | null;
  /** What took the phone away; done when it is registered again. */
  readonly underway: Interrupting | null;
  readonly timer: DeviceTimer | null;
  /** Since when it waits for the registration limiter. */
  readonly queuedAt: Instant | null;
}

/** A phone that has never been plugged in. */
export const newDevice: Device = {
  phase: "unplugged",
  isPartial: false,
  reason: null,
  lastRegisteredAt: null,
  running: null,
  login: null,
  calls: 0,
  postponed: null,
  underway: null,
  timer: null,
  queuedAt: null,
};

/** The status that lists and displays show; Unified CM's *None* is `neverRegistered`. */
export const registrationStatuses = [
  "neverRegistered",
  "unregistered",
  "registering",
  "registered",
  "partiallyRegistered",
  "rejected",
] as const;
export type RegistrationStatus = (typeof registrationStatuses)[number];

/** The registration status of a phone. */
export function registrationOf({ phase, isPartial, lastRegisteredAt }: Device): RegistrationStatus {
  if (phase === "registering" || phase === "rejected") return phase;
  if (phase === "registered") return isPartial ? "partiallyRegistered" : "registered";
  return lastRegisteredAt === null ? "neverRegistered" : "unregistered";
}

/** How long a reset phone is down before it asks to register, and how long registering takes (our decision). */
export const shutDownMilliseconds = 4_000;
export const registeringMilliseconds = 1_000;
