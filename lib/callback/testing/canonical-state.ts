import { isLive } from "@/lib/callback/requests/request-state";
import type { Call } from "@/lib/callback/state/call";
import { type MemoryWorld, memoryWorld } from "@/lib/callback/state/memory-world";
import type { Phone } from "@/lib/callback/state/phone";
import type { CallBackRequest, Timer, Waiter, Watch } from "@/lib/callback/state/request";

/** What can change of a world, without ids and times; equal texts are equal states. */
export interface Canonical {
  readonly text: string;
}

interface Dynamic {
  readonly phones: readonly Omit<Phone, "running">[];
  readonly calls: readonly Call[];
  readonly requests: readonly CallBackRequest[];
  readonly watches: readonly Watch[];
  readonly waiters: readonly Waiter[];
  readonly timers: readonly Timer[];
}

/**
 * Times are 0 but for the one that matters: whether Dial would still override forwarding. What only a reset of A or
 * the length of T2 would ask for is left out, because the explored moves never do.
 */
function timeless(world: MemoryWorld, request: CallBackRequest): CallBackRequest {
  const runs = world.tables.timers.has(`T3:${request.id}`);
  const recallUntil = request.recallUntil === null ? null : runs ? 20_000 : -1;
  return { ...request, createdAt: 0, readyAt: null, recallUntil, wasReady: false, mode: "busy" };
}

/** Prompt, tone and the screens that a key brings back decide nothing; a question does. */
function silent({ running: _, ...phone }: Phone): Omit<Phone, "running"> {
  const screen = phone.screen?.kind === "callBackAlreadyActive" ? phone.screen : null;
  return { ...phone, screen, prompt: null, lastDialled: null, playsCallBackTone: false };
}

/** Counts of uses and places only matter relative to each other. */
function relative(watch: Watch, waiters: readonly Waiter[]): { watch: Watch; waiters: Waiter[] } {
  const begun = watch.usesBegun > watch.usesEnded ? 1 : 0;
  const need = ({ needsUse }: Waiter) => {
    if (needsUse === null || needsUse <= watch.usesEnded) return null;
    return needsUse <= watch.usesBegun ? 1 : begun + 1;
  };
  const queue = [...waiters].sort((one, other) => one.place - other.place);
  return {
    watch: { ...watch, usesBegun: begun, usesEnded: 0, nextPlace: queue.length + 1 },
    waiters: queue.map((waiter, index) => ({
      ...waiter,
      place: index + 1,
      since: 0,
      needsUse: need(waiter),
    })),
  };
}

function dynamicOf(world: MemoryWorld): Dynamic {
  const { tables } = world;
  const queues = [...tables.watches.values()]
    .sort((one, other) => (one.number < other.number ? -1 : 1))
    .map((watch) =>
      relative(
        watch,
        [...tables.waiters.values()].filter(({ watched }) => watched === watch.number),
      ),
    );
  return {
    phones: [...tables.phones.values()].map(silent).sort((one, other) => (one.name < other.name ? -1 : 1)),
    calls: [...tables.calls.values()],
    requests: [...tables.requests.values()].filter(isLive).map((request) => timeless(world, request)),
    watches: queues.map(({ watch }) => watch),
    waiters: queues.flatMap(({ waiters }) => waiters),
    timers: [...tables.timers.values()].map((timer) => ({ ...timer, dueAt: 0 })),
  };
}

/** New names for requests and calls: after the originator, and after the caller with a number. */
function renaming({ phones, requests, calls }: Dynamic): Map<string, string> {
  const names = new Map(requests.map(({ id, originator }) => [id, `R-${originator.phone.slice(4)}`]));
  const callers = new Map(calls.map(({ id, caller }) => [id, caller.kind === "phone" ? caller.phone : ""]));
  for (const { name, calls: own } of phones) {
    const made = own.filter((call) => callers.get(call) === name);
    for (const [index, call] of made.entries()) names.set(call, `C-${name.slice(4)}.${index}`);
  }
  return names;
}

/** How an originator stands, without names: interchangeable ones with equal signatures are swapped freely. */
function signature({ phones, requests, waiters, calls }: Dynamic, name: string): string {
  const phone = phones.find((candidate) => candidate.name === name);
  const request = requests.find(({ originator }) => originator.phone === name);
  const place = waiters.find((waiter) => waiter.id === request?.id);
  const own = calls.filter(({ caller }) => caller.kind === "phone" && caller.phone === name);
  const parts = [
    request && [request.state, request.target.digits, request.recallUntil],
    place && [place.place, place.needsUse],
    phone && [phone.hook, phone.screen?.kind, phone.calls.length, phone.used],
    own.map(({ phase, digits }) => [phase, digits]),
  ];
  return JSON.stringify(parts);
}

/** Numbers and names of originators in the order of their signatures. */
function swapping(dynamic: Dynamic, originators: readonly string[]): Map<string, string> {
  const sorted = originators
    .map((name) => ({ name, key: signature(dynamic, name) }))
    .sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0));
  return new Map(sorted.map(({ name }, index) => [name.slice(4), originators[index]?.slice(4) ?? ""]));
}

const names = /§\d+(?:\.\d+)?|(?:SEP-|[RC]-)[a-z]\d*(?:\.\d+)?|20\d\d/g;

/** The state of the world as a text. Originators are phones `SEP-a1` with number `2001`, and so on. */
export function canonicalOf(world: MemoryWorld, originators: readonly string[]): Canonical {
  const dynamic = dynamicOf(world);
  const renamed = renaming(dynamic);
  const swapped = swapping(dynamic, originators);
  const swap = (name: string) => name.replace(/a\d/, (who) => swapped.get(who) ?? who);
  const number = (digits: string) =>
    `20${(swapped.get(`a${Number(digits.slice(2))}`) ?? digits.slice(1)).slice(1).padStart(2, "0")}`;
  const final = (name: string) => (name.startsWith("20") ? number(name) : swap(renamed.get(name) ?? name));
  const timerName = ({ kind, owner }: Timer) => `${kind}:${final(owner)}`;
  const sorted = <Item>(items: readonly Item[], key: (item: Item) => string) =>
    items
      .map((item) => [key(item), item] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, item]) => item);
  const text = JSON.stringify({
    phones: sorted(dynamic.phones, ({ name }) => final(name)),
    calls: sorted(dynamic.calls, ({ id }) => final(id)),
    requests: sorted(dynamic.requests, ({ id }) => final(id)),
    watches: dynamic.watches,
    waiters: dynamic.waiters,
    timers: sorted(dynamic.timers, timerName),
  });
  return { text: text.replace(names, final) };
}

const configured = [
  "numbers",
  "extensions",
  "lines",
  "routePatterns",
  "searchSpaces",
  "trunks",
  "parameters",
] as const;

/** Another world with the same content. */
export function copyOf(world: MemoryWorld): MemoryWorld {
  const tables: MemoryWorld["tables"] = { ...world.tables };
  for (const table of ["phones", "calls", "requests", "watches", "waiters", "timers"] as const) {
    Object.assign(tables, { [table]: new Map<string, unknown>(world.tables[table]) });
  }
  return { ...world, tables, get: (table, key) => tables[table].get(key) };
}

/** A world in that state, with the configuration of the base. */
export function worldOf(base: MemoryWorld, { text }: Canonical): MemoryWorld {
  const dynamic = JSON.parse(text) as Dynamic;
  const world = memoryWorld(base.cluster);
  for (const table of configured) Object.assign(world.tables, { [table]: base.tables[table] });
  for (const phone of dynamic.phones) {
    const running = base.get("phones", phone.name)?.running;
    if (running) world.tables.phones.set(phone.name, { ...phone, running });
  }
  for (const call of dynamic.calls) world.tables.calls.set(call.id, call);
  for (const request of dynamic.requests) world.tables.requests.set(request.id, request);
  for (const watch of dynamic.watches) world.tables.watches.set(watch.number, watch);
  for (const waiter of dynamic.waiters) world.tables.waiters.set(waiter.id, waiter);
  for (const timer of dynamic.timers) world.tables.timers.set(timer.id, timer);
  return world;
}
