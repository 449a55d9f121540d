import type { DecisionInputs } from "@/lib/callback/state/decision";
import type { EngineEvent } from "@/lib/callback/state/events";
import type { ConfigurationChanged } from "@/lib/server/db/call/configuration-changed";
import type { Transaction } from "@/lib/server/db/transaction";

/** A key of the world with the version that was read; null: it was not there. */
export interface ReadVersion {
  readonly key: string;
  readonly version: string | null;
}

/**
 * `look`: phones of which something else is shown; `removed`: phones and jobs that are gone, or have another name;
 * `configuration`: objects that were saved, renamed or deleted.
 */
export type ChangeTopic =
  | "configuration"
  | "display"
  | "job"
  | "look"
  | "registration"
  | "removed"
  | "request";

/** A change that is published to viewers. */
export interface NewChangeEvent {
  readonly topic: ChangeTopic;
  readonly subject: string;
  readonly content: object;
}

/** Steps of one cluster at one instant: what they read, what they write, and what they publish. */
export interface CallBatch {
  readonly cluster: string;
  readonly at: Date;
  readonly reads: readonly (ReadVersion & { readonly kind: string })[];
  readonly requestReads: readonly ReadVersion[];
  readonly timerReads: readonly ReadVersion[];
  readonly devices: readonly { readonly phoneId: string; readonly name: string; readonly version: string }[];
  readonly lines: readonly { readonly key: string; readonly phones: readonly string[] }[];
  /** The due event that is delivered; it must be the first one of its cluster. */
  readonly dueEvent: string | null;
  readonly entities: readonly { readonly kind: string; readonly key: string; readonly value: unknown }[];
  readonly timers: readonly {
    readonly id: string;
    readonly kind: string | null;
    readonly owner: string | null;
    readonly dueAt: Date | null;
  }[];
  readonly requests: readonly Readonly<Record<string, unknown>>[];
  /** How many calls phones have now. */
  readonly calls: readonly { readonly phoneId: string; readonly calls: number }[];
  readonly events: readonly EngineEvent[];
  readonly decisions: readonly {
    readonly event: number;
    readonly position: number;
    readonly request: string | null;
    readonly phone: string | null;
    readonly rule: string;
    readonly inputs: DecisionInputs;
  }[];
  readonly dueEvents: readonly {
    readonly cluster: string;
    readonly event: EngineEvent | ConfigurationChanged;
  }[];
  readonly changeEvents: readonly NewChangeEvent[];
}

/** Stored, with the place of the last event and the version of phones whose calls changed; or what was stale. */
export type StoreOutcome =
  | { readonly place: number; readonly version: string }
  | { readonly stale: readonly (readonly [kind: string, key: string])[] };

/** Stores steps in one round trip if everything that they read is unchanged; else nothing. */
export async function storeCallEvents(transaction: Transaction, batch: CallBatch): Promise<StoreOutcome> {
  const [row] = await transaction.$queryRaw<{ outcome: StoreOutcome }[]>`
    SELECT "storeCallEvents"(${JSON.stringify(batch)}::jsonb) AS "outcome"`;
  if (!row) throw new Error("storeCallEvents answers one row");
  return row.outcome;
}

/**
 * Stores batches that do not know of each other in one round trip and with one commit; each one that has become stale by
 * then, also by one before it, is not stored.
 * @returns the outcomes in the order of the batches
 */
export async function storeCallEventsTogether(
  transaction: Transaction,
  batches: readonly CallBatch[],
): Promise<StoreOutcome[]> {
  const [row] = await transaction.$queryRaw<{ outcomes: StoreOutcome[] }[]>`
    SELECT "storeCallEventsTogether"(${JSON.stringify(batches)}::jsonb) AS "outcomes"`;
  if (!row) throw new Error("storeCallEventsTogether answers one row");
  return row.outcomes;
}
