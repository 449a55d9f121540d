import { createHash } from "node:crypto";
import { checkWorld } from "@/lib/callback/invariants/check-world";
import { checkStep } from "@/lib/callback/invariants/step-properties";
import type { Violation } from "@/lib/callback/invariants/violation";
import type { PlainEvent } from "@/lib/callback/scenario/simulation";
import type { EngineEvent } from "@/lib/callback/state/events";
import { apply, type MemoryWorld } from "@/lib/callback/state/memory-world";
import type { RulesInForce } from "@/lib/callback/state/rules-in-force";
import { step } from "@/lib/callback/step";
import { type Canonical, canonicalOf, copyOf, worldOf } from "@/lib/callback/testing/canonical-state";

/** A thing that may happen in any state: some events in a row, chosen by the world as it then is. */
export interface Move {
  readonly name: string;
  readonly events: readonly ((world: MemoryWorld) => PlainEvent | null)[];
}

export interface Exploration {
  readonly states: number;
  readonly steps: number;
  /** The first broken property, with the moves that lead to it. */
  readonly broken: { readonly violations: readonly Violation[]; readonly path: readonly string[] } | null;
}

/** The move that first led to a state, after those before it. */
interface Trail {
  readonly from: Trail | null;
  readonly by: string;
}

/** A state whose moves have not been tried yet; of the others only the trail and a digest are kept. */
interface Found {
  readonly state: Canonical;
  readonly trail: Trail | null;
}

function pathTo(trail: Trail | null): string[] {
  const path: string[] = [];
  for (let at = trail; at; at = at.from) path.unshift(at.by);
  return path;
}

function digestOf({ text }: Canonical): string {
  return createHash("sha1").update(text).digest("base64");
}

let events = 0;

/** Takes one event; answers what it breaks. A timer falls due in its step, whatever the others say. */
function take(world: MemoryWorld, plain: PlainEvent, rules: RulesInForce): Violation[] {
  const event = { ...plain, id: `§${++events}` } as EngineEvent;
  const timer = event.kind === "timerExpired" ? world.get("timers", event.timer) : undefined;
  const now = timer?.dueAt ?? 0;
  const result = step(world, event, now, rules);
  const { found } = checkStep({ before: world, event, now, result });
  apply(world, result.changes);
  return [...found, ...checkWorld(world)];
}

function move(
  world: MemoryWorld,
  { events: makers }: Move,
  rules: RulesInForce,
): { steps: number; found: Violation[] } {
  let steps = 0;
  for (const make of makers) {
    const event = make(world);
    if (!event) break;
    steps++;
    const found = take(world, event, rules);
    if (found.length > 0) return { steps, found };
  }
  return { steps, found: [] };
}

/** Every timer that runs, each as a move: they fire in any order. */
function timerMoves(world: MemoryWorld, kinds: ReadonlySet<string>): Move[] {
  return [...world.tables.timers.values()]
    .filter(({ kind }) => kinds.has(kind))
    .map(({ id }) => ({
      name: `timer ${id}`,
      events: [() => ({ kind: "timerExpired", timer: id }) as const],
    }));
}

/**
 * Visits every state that can be reached from the world by these moves, states compared without ids and times and
 * with interchangeable originators.
 */
export function explore(
  base: MemoryWorld,
  moves: readonly Move[],
  options: {
    readonly rules: RulesInForce;
    readonly originators: readonly string[];
    readonly timers: readonly string[];
  },
): Exploration {
  const kinds = new Set(options.timers);
  const first = canonicalOf(base, options.originators);
  const visited = new Set([digestOf(first)]);
  let frontier: Found[] = [{ state: first, trail: null }];
  let steps = 0;
  while (frontier.length > 0) {
    const next: Found[] = [];
    for (const found of frontier) {
      const start = worldOf(base, found.state);
      for (const candidate of [...moves, ...timerMoves(start, kinds)]) {
        const world = copyOf(start);
        const result = move(world, candidate, options.rules);
        steps += result.steps;
        if (result.steps === 0) continue;
        if (result.found.length > 0) {
          return {
            states: visited.size,
            steps,
            broken: { violations: result.found, path: [...pathTo(found.trail), candidate.name] },
          };
        }
        const reached = canonicalOf(world, options.originators);
        const digest = digestOf(reached);
        if (visited.has(digest)) continue;
        visited.add(digest);
        next.push({ state: reached, trail: { from: found.trail, by: candidate.name } });
      }
    }
    frontier = next;
  }
  return { states: visited.size, steps, broken: null };
}
