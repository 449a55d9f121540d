import type { Decision, DecisionInputs } from "@/lib/callback/state/decision";
import type { Effect } from "@/lib/callback/state/effects";
import type { EngineEvent } from "@/lib/callback/state/events";
import { defaultParameters, type EngineParameters } from "@/lib/callback/state/parameters";
import type { TimerKind } from "@/lib/callback/state/request";
import type { RulesInForce } from "@/lib/callback/state/rules-in-force";
import {
  type Change,
  engineParametersKey,
  type Reader,
  type RouteTable,
  type TableName,
  type Tables,
  type World,
} from "@/lib/callback/state/world";
import { WriteSet } from "@/lib/callback/state/write-set";

/** What belongs to a decision beside its rule and inputs. */
interface Subject {
  readonly phone?: string | null;
  readonly request?: string | null;
}

/**
 * One step while it is being worked out: reads go to the world unless this step has written the thing already,
 * writes are collected. Nothing outside changes.
 */
export class StepContext {
  readonly #world: World;
  readonly #writes = new WriteSet();
  #created = 0;
  #lastTable: TableName | null = null;
  #lastKey = "";
  #lastValue: Tables[TableName] | undefined;
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
    const written = this.#writes.get(table, key);
    return written === undefined ? this.#read(table, key) : (written ?? undefined);
  }

  /** The same thing is often asked for several times in a row. */
  #read<Name extends TableName>(table: Name, key: string): Tables[Name] | undefined {
    if (key !== this.#lastKey || table !== this.#lastTable) {
      this.#lastValue = this.#world.get(table, key);
      this.#lastTable = table;
      this.#lastKey = key;
    }
    return this.#lastValue as Tables[Name] | undefined;
  }

  /** The world as it was before this step. */
  get start(): Reader {
    return this.#world;
  }

  put<Name extends TableName>(table: Name, key: string, value: Tables[Name] | null): void {
    this.#writes.put(table, key, value);
  }

  /** The keys of a table that this step has written so far. */
  written(table: TableName): string[] {
    return this.#writes.keys(table);
  }

  /** Only for the loss of a link, before anything is written. */
  keysOfLink: World["keysOfLink"] = (table, cluster) => this.#world.keysOfLink(table, cluster);

  /** Only for a change of the configuration. */
  keysOf(table: RouteTable): string[] {
    return [...new Set([...this.#world.keysOf(table), ...this.written(table)])];
  }

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

  changes(): readonly Change[] {
    return this.#writes.changes;
  }
}

const noInputs: DecisionInputs = {};

/** The id of a timer: one of a kind an owner. */
export function timerId(kind: TimerKind, owner: string): string {
  return `${kind}:${owner}`;
}
