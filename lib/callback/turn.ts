import type { Effect } from "@/lib/callback/effects";
import type { EngineEvent } from "@/lib/callback/events";
import type { Decision, DecisionInputs } from "@/lib/callback/explain/decision";
import type { RulesInForce } from "@/lib/callback/rules-in-force";
import { defaultParameters, type EngineParameters } from "@/lib/callback/world/parameters";
import type { TimerKind } from "@/lib/callback/world/request";
import {
  type Change,
  engineParametersKey,
  type Reader,
  type TableName,
  type Tables,
  type World,
} from "@/lib/callback/world/world";

type Overlay = { [Name in TableName]?: Map<string, Tables[Name] | null> };

/** What belongs to a decision beside its rule and inputs. */
interface Subject {
  readonly phone?: string | null;
  readonly request?: string | null;
}

/**
 * One step while it is being worked out: reads go to the world unless this step has written the thing already,
 * writes are collected. Nothing outside changes.
 */
export class Turn {
  readonly #world: World;
  readonly #overlay: Overlay = {};
  #created = 0;
  readonly event: EngineEvent;
  readonly now: number;
  readonly rules: RulesInForce;
  readonly effects: Effect[] = [];
  /** Watches to judge at the end of the step; null: for every waiter, else only for these. */
  readonly reconsidered = new Map<string, Set<string> | null>();

  constructor(world: World, event: EngineEvent, now: number, rules: RulesInForce) {
    this.#world = world;
    this.event = event;
    this.now = now;
    this.rules = rules;
  }

  get cluster(): string {
    return this.#world.cluster;
  }

  get<Name extends TableName>(table: Name, key: string): Tables[Name] | undefined {
    const written = this.#overlay[table]?.get(key);
    if (written === undefined) return this.#world.get(table, key);
    return (written ?? undefined) as Tables[Name] | undefined;
  }

  /** The world as it was before this step. */
  get start(): Reader {
    return this.#world;
  }

  put<Name extends TableName>(table: Name, key: string, value: Tables[Name] | null): void {
    let rows = this.#overlay[table] as Map<string, Tables[Name] | null> | undefined;
    if (!rows) {
      rows = new Map();
      this.#overlay[table] = rows as never;
    }
    rows.set(key, value);
  }

  /** The keys of a table that this step has written so far. */
  written(table: TableName): string[] {
    return [...(this.#overlay[table]?.keys() ?? [])];
  }

  /** Only for the loss of a link, before anything is written. */
  keysOfLink: World["keysOfLink"] = (table, cluster) => this.#world.keysOfLink(table, cluster);

  get parameters(): EngineParameters {
    return this.get("parameters", engineParametersKey) ?? defaultParameters;
  }

  /** A new id: that of the event, numbered when the step creates several things, unique among all clusters. */
  newId(): string {
    const number = this.#created++;
    const id = number === 0 ? this.event.id : `${this.event.id}.${number}`;
    return this.cluster === "" ? id : `${this.cluster}/${id}`;
  }

  setTimer(kind: TimerKind, owner: string, after: number): number {
    const id = timerId(kind, owner);
    const dueAt = this.now + after;
    this.put("timers", id, { id, kind, owner, dueAt });
    return dueAt;
  }

  clearTimer(kind: TimerKind, owner: string): void {
    const id = timerId(kind, owner);
    if (this.get("timers", id)) this.put("timers", id, null);
  }

  emit(effect: Effect): void {
    this.effects.push(effect);
  }

  /** Records why: the rule, what it is about and what it looked at. */
  decide(rule: Decision["rule"], subject: Subject, inputs: DecisionInputs = noInputs): void {
    const { phone = null, request = null } = subject;
    this.effects.push({
      kind: "decided",
      decision: { rule, at: this.now, event: this.event.id, phone, request, inputs },
    });
  }

  changes(): Change[] {
    const changes: Change[] = [];
    for (const table in this.#overlay) {
      const name = table as TableName;
      for (const [key, value] of this.#overlay[name] ?? [])
        changes.push({ table: name, key, value } as Change);
    }
    return changes;
  }
}

const noInputs: DecisionInputs = {};

/** The id of a timer: one of a kind an owner. */
export function timerId(kind: TimerKind, owner: string): string {
  return `${kind}:${owner}`;
}
