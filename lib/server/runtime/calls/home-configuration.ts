import type { Call } from "@/lib/callback/state/call";
import type { EngineEvent } from "@/lib/callback/state/events";
import { engineParameters } from "@/lib/callback/state/parameters";
import type { Phone } from "@/lib/callback/state/phone";
import type { CallBackRequest, ServedRequest } from "@/lib/callback/state/request";
import { engineParametersKey, type RouteTable, type TableName } from "@/lib/callback/state/world";
import { trunkTypes } from "@/lib/catalog/trunk-types";
import { nameKey } from "@/lib/configuration/text-rules";
import { loadDialPlan, loadRoutePlan, type PlannedTrunk } from "@/lib/server/db/call/dial-plan";
import type { Transaction } from "@/lib/server/db/transaction";
import type { DialPlans } from "@/lib/server/runtime/calls/dial-plans";
import type { RowCache } from "@/lib/server/runtime/calls/row-cache";
import type { ConfiguredRows, RowNotLoaded } from "@/lib/server/runtime/calls/working-set";

const tables: ReadonlySet<TableName> = new Set([
  "numbers",
  "extensions",
  "routePatterns",
  "searchSpaces",
  "phoneSpaces",
  "trunks",
  "parameters",
]);

/** A trunk as the engine knows it. */
export function engineTrunk({ name, type, throughCube, cluster }: PlannedTrunk) {
  const known = trunkTypes.find((candidate) => candidate === type) ?? "sip";
  return { name, type: known, throughCube, cluster };
}

/** What the saved configuration says for one event in this cluster, loaded as the step asks for it. */
export class HomeConfiguration implements ConfiguredRows {
  readonly tables = tables;
  readonly #rows = new Map<string, unknown>();
  readonly #dialPlans: DialPlans | null;
  #hasRoutes = false;

  /** @param dialPlans where it is read together with other events; null: each by itself, in its transaction */
  constructor(dialPlans: DialPlans | null = null) {
    this.#dialPlans = dialPlans;
  }

  get(table: TableName, key: string): unknown {
    const value = this.#rows.get(`${table} ${key}`);
    if (value !== undefined) return value;
    const isWhole = this.#hasRoutes && (table === "routePatterns" || table === "trunks");
    return isWhole ? null : undefined;
  }

  keysOf(table: RouteTable): readonly string[] | null {
    if (!this.#hasRoutes) return null;
    const start = `${table} `;
    return [...this.#rows.keys()].flatMap((key) => (key.startsWith(start) ? [key.slice(start.length)] : []));
  }

  #set(table: TableName, key: string, value: unknown): void {
    this.#rows.set(`${table} ${key}`, value);
  }

  /** Loads what a step missed, and what it is likely to ask for next. */
  async load(
    transaction: Transaction,
    { table, key }: Pick<RowNotLoaded, "table" | "key">,
    { numbers, digits, phones }: Hints,
  ): Promise<void> {
    if (table === "routePatterns" || table === "trunks") return this.#loadRoutes(transaction);
    const ids = table === "numbers" ? [...numbers, key] : numbers;
    const texts = table === "extensions" ? [...digits, key] : digits;
    const keys = texts.map(nameKey);
    const names = table === "phoneSpaces" ? [...phones, key] : phones;
    const wanted = { ids, digits: keys, phones: names };
    const plan = await (this.#dialPlans?.of(wanted) ?? loadDialPlan(transaction, wanted));
    this.#set("parameters", engineParametersKey, engineParameters(plan.parameters));
    for (const id of ids) this.#set("numbers", id, null);
    for (const { number } of plan.numbers) this.#set("numbers", number.key, number);
    for (const pattern of texts) {
      const entries = plan.numbers
        .filter((one) => one.digits === nameKey(pattern))
        .map(({ partition, number }) => ({ partition, number: number.key }));
      this.#set("extensions", pattern, entries.length === 0 ? null : { pattern, entries });
    }
    for (const name of names) this.#set("phoneSpaces", name, null);
    for (const { phone, space } of plan.phones) this.#set("phoneSpaces", phone, { phone, space });
    if (table === "searchSpaces") this.#set(table, key, null);
    for (const { key: space, partitions } of plan.spaces)
      this.#set("searchSpaces", space, { key: space, partitions });
  }

  async #loadRoutes(transaction: Transaction): Promise<void> {
    const { patterns, trunks } = await loadRoutePlan(transaction);
    for (const partition of new Set(patterns.map((one) => one.partition))) {
      const own = patterns.filter((one) => one.partition === partition);
      this.#set("routePatterns", partition, {
        partition,
        patterns: own.map(({ partition: _, ...pattern }) => pattern),
      });
    }
    for (const trunk of trunks) this.#set("trunks", trunk.key, engineTrunk(trunk));
    this.#hasRoutes = true;
  }
}

/** Numbers (by id), digits and calling phones (by name) that an event is likely to concern. */
export interface Hints {
  readonly numbers: readonly string[];
  readonly digits: readonly string[];
  readonly phones: readonly string[];
}

/** What is known of the phone of an event tells which numbers it is about. */
export function hintsOf(event: EngineEvent | undefined, rowCache: RowCache): Hints {
  const numbers = new Set<string>();
  const digits = new Set<string>();
  const add = (set: Set<string>, ...values: (string | null | undefined)[]) => {
    for (const value of values) if (value) set.add(value);
  };
  if (event?.kind === "trunkMessage" && "to" in event.message) add(digits, event.message.to);
  if (event?.kind === "configured") {
    for (const id of event.judged?.requests ?? []) {
      const target = (rowCache.get("requests", id)?.value as CallBackRequest | undefined)?.target;
      if (target?.kind === "local") add(numbers, target.number, target.watched);
    }
    for (const id of event.judged?.served ?? []) {
      const served = rowCache.get("served", id)?.value as ServedRequest | undefined;
      add(numbers, served?.watched);
      add(digits, served?.digits);
    }
    add(numbers, ...(event.judged?.watches ?? []));
    return { numbers: [...numbers], digits: [...digits], phones: [] };
  }
  if (event?.kind !== "phoneAction") return { numbers: [], digits: [...digits], phones: [] };
  const { action } = event;
  if (action.kind === "dial") add(digits, action.digits);
  const phone = rowCache.get("phones", event.phone)?.value as Phone | undefined;
  add(numbers, ...(phone?.running.lines.map(({ number }) => number) ?? []));
  const call = phone?.selected
    ? (rowCache.get("calls", phone.selected)?.value as Call | undefined)
    : undefined;
  for (const end of [call?.caller, call?.callee]) {
    const other =
      end?.kind === "phone" ? (rowCache.get("phones", end.phone)?.value as Phone | undefined) : undefined;
    add(numbers, ...(other?.running.lines.map(({ number }) => number) ?? []));
  }
  add(numbers, call?.reached, call?.destination?.kind === "number" ? call.destination.number : null);
  add(digits, call?.digits);
  const request = phone?.request
    ? (rowCache.get("requests", phone.request)?.value as CallBackRequest | undefined)
    : undefined;
  add(digits, request?.target.digits);
  if (request?.target.kind === "local") add(numbers, request.target.number, request.target.watched);
  return { numbers: [...numbers], digits: [...digits], phones: [event.phone] };
}
