import type { Decision } from "@/lib/callback/state/decision";
import type { Effect } from "@/lib/callback/state/effects";
import type { EngineEvent } from "@/lib/callback/state/events";
import { apply, type MemoryWorld, parseWorld, serializeWorld } from "@/lib/callback/state/memory-world";
import type { Timer } from "@/lib/callback/state/request";
import { allRules, type RulesInForce } from "@/lib/callback/state/rules-in-force";
import type { TrunkMessage } from "@/lib/callback/state/trunk-messages";
import { type StepResult, step } from "@/lib/callback/step";

/** An event without its id, which the simulation gives. */
export type PlainEvent = EngineEvent extends infer Event
  ? Event extends EngineEvent
    ? Omit<Event, "id">
    : never
  : never;

/** A message on its way from one cluster to another. */
export interface SentMessage {
  readonly from: string;
  readonly to: string;
  readonly message: TrunkMessage;
}

/** One step of one cluster, for those who watch. */
export interface Entry {
  readonly cluster: string;
  readonly event: EngineEvent;
  readonly now: number;
  readonly result: StepResult;
}

/** What becomes of a message on its way. */
export type Transport = (sent: SentMessage) => "deliver" | "lose" | "twice" | "keep";

/**
 * Clusters in memory with a clock and the transport between them: events are given, timers fall due in order, messages
 * arrive at once unless the transport decides otherwise. Equal inputs give equal logs.
 */
export class Simulation {
  readonly #worlds: Map<string, MemoryWorld>;
  readonly log: Entry[] = [];
  /** Messages that the transport keeps. */
  readonly kept: SentMessage[] = [];
  now: number;
  transport: Transport = () => "deliver";
  rules: RulesInForce;
  /** Called with each step before it is applied, and after. */
  beforeStep: (world: MemoryWorld, entry: Entry) => void = () => {};
  afterStep: (world: MemoryWorld, entry: Entry) => void = () => {};
  #events = 0;
  readonly #inTransit: SentMessage[] = [];

  constructor(worlds: readonly MemoryWorld[], now: number, rules: RulesInForce = allRules) {
    this.#worlds = new Map(worlds.map((world) => [world.cluster, world]));
    this.now = now;
    this.rules = rules;
  }

  get worlds(): ReadonlyMap<string, MemoryWorld> {
    return this.#worlds;
  }

  world(cluster: string): MemoryWorld {
    const world = this.#worlds.get(cluster);
    if (!world) throw new Error(`no cluster ${cluster}`);
    return world;
  }

  /** An event happens in a cluster, and everything that follows from it at once. */
  happen(cluster: string, event: PlainEvent): void {
    this.#step(cluster, event);
    this.#deliverSent();
  }

  /** Stores every cluster and goes on with what was stored. */
  storeAndRead(): void {
    for (const [cluster, world] of this.#worlds) this.#worlds.set(cluster, parseWorld(serializeWorld(world)));
  }

  /** Every cluster stops and starts again with what it has stored (row 30). */
  restart(): void {
    this.storeAndRead();
    for (const cluster of this.#worlds.keys()) this.happen(cluster, { kind: "serverStarted" });
  }

  /** Time passes; timers that are due in it expire in the order of their times. */
  wait(milliseconds: number): void {
    const end = this.now + milliseconds;
    for (let due = this.nextTimer(end); due; due = this.nextTimer(end)) {
      this.now = Math.max(this.now, due.timer.dueAt);
      this.happen(due.cluster, { kind: "timerExpired", timer: due.timer.id });
    }
    this.now = end;
  }

  /** The timer that is due first of all clusters, if it is due by then. */
  nextTimer(until = Number.POSITIVE_INFINITY): { readonly cluster: string; readonly timer: Timer } | null {
    let first: { readonly cluster: string; readonly timer: Timer } | null = null;
    for (const [cluster, { tables }] of this.#worlds) {
      for (const timer of tables.timers.values()) {
        if (timer.dueAt <= until && (first === null || isEarlier(timer, first.timer)))
          first = { cluster, timer };
      }
    }
    return first;
  }

  /** Delivers a message that was kept, or a copy of one. */
  deliver({ from, to, message }: SentMessage): void {
    if (this.#worlds.has(to)) this.happen(to, { kind: "trunkMessage", from, message });
  }

  /** Why things were decided as they were, in order. */
  decisions(): Decision[] {
    return this.log.flatMap(({ result }) =>
      result.effects.flatMap((effect) => (effect.kind === "decided" ? [effect.decision] : [])),
    );
  }

  #step(cluster: string, plain: PlainEvent): void {
    const event: EngineEvent = { ...plain, id: `e${++this.#events}` };
    const world = this.world(cluster);
    const result = step(world, event, this.now, this.rules);
    const entry = { cluster, event, now: this.now, result };
    this.beforeStep(world, entry);
    apply(world, result.changes);
    this.log.push(entry);
    for (const effect of result.effects) this.#send(cluster, effect);
    this.afterStep(world, entry);
  }

  #send(from: string, effect: Effect): void {
    if (effect.kind !== "sendTrunkMessage") return;
    const sent = { from, to: effect.cluster, message: effect.message };
    const fate = this.transport(sent);
    if (fate === "keep") this.kept.push(sent);
    if (fate === "deliver" || fate === "twice") this.#inTransit.push(sent);
    if (fate === "twice") this.#inTransit.push(sent);
  }

  #deliverSent(): void {
    for (let sent = this.#inTransit.shift(); sent; sent = this.#inTransit.shift()) {
      const { from, to, message } = sent;
      if (this.#worlds.has(to)) this.#step(to, { kind: "trunkMessage", from, message });
    }
  }
}

function isEarlier(one: Timer, other: Timer): boolean {
  return one.dueAt < other.dueAt || (one.dueAt === other.dueAt && one.id < other.id);
}
