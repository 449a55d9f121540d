import { checkStep } from "@/lib/callback/invariants/step-properties";
import type { Violation } from "@/lib/callback/invariants/violation";
import type { Decision } from "@/lib/callback/state/decision";
import type { Effect } from "@/lib/callback/state/effects";
import type { EngineEvent } from "@/lib/callback/state/events";
import type { MemoryWorld } from "@/lib/callback/state/memory-world";
import { nameOfRule } from "@/lib/callback/state/row-names";
import type { Change, TableName } from "@/lib/callback/state/world";
import type { Transaction } from "@/lib/server/db/transaction";

/** What a step of the engine writes and the properties of steps look at. */
const looked: readonly TableName[] = ["phones", "calls", "requests", "waiters"];
/** What holds also of several events together, such as a press and the messages that answer it. */
const ofSeveral: readonly string[] = ["S4", "S7"];

/** The place of the newest event. */
export async function newestPlace(prisma: Transaction): Promise<bigint> {
  const newest = await prisma.callEvent.aggregate({ _max: { place: true } });
  return newest._max.place ?? 0n;
}

/**
 * The properties of steps (S4, S5, S7, S9, L2, L5), looked at in what was stored of this cluster.
 * @param since the place of the newest event before
 */
export async function checkStored(
  prisma: Transaction,
  before: MemoryWorld,
  after: MemoryWorld,
  since: bigint,
): Promise<Violation[]> {
  const where = { place: { gt: since }, cluster: "" };
  const rows = await prisma.callEvent.findMany({ where, orderBy: { place: "asc" } });
  const [first] = rows;
  if (!first) return [];
  const event = first.event as EngineEvent;
  const decided = await prisma.callDecision.findMany({
    where: { place: { in: rows.map(({ place }) => place) } },
    orderBy: { id: "asc" },
  });
  const effects = decided.map(
    ({ rule, phone, requestId: request, inputs, at }): Effect => ({
      kind: "decided",
      decision: {
        ...{
          rule: nameOfRule(rule) as Decision["rule"],
          phone,
          request,
          inputs: inputs as Decision["inputs"],
        },
        ...{ event: event.id, at: at.getTime() },
      },
    }),
  );
  const result = {
    changes: changesBetween(before, after, event),
    effects: [...effects, ...screenOf(after, event)],
  };
  const { found } = checkStep({ before, event, now: first.at.getTime(), result });
  return rows.length === 1 ? found : found.filter(({ property }) => ofSeveral.includes(property));
}

/** What differs; the phone of the event was written, whether it is another one or not. */
function changesBetween(before: MemoryWorld, after: MemoryWorld, event: EngineEvent): Change[] {
  const used = "phone" in event ? event.phone : null;
  return looked.flatMap((table) => {
    const keys = new Set([...before.tables[table].keys(), ...after.tables[table].keys()]);
    return [...keys].flatMap((key) => {
      const [was, is] = [before.get(table, key) ?? null, after.get(table, key) ?? null];
      const isWritten = JSON.stringify(was) !== JSON.stringify(is) || (table === "phones" && key === used);
      return isWritten ? [{ table, key, value: is } as Change] : [];
    });
  });
}

/** The screen that is open on the phone of the event: it may have been shown once more. */
function screenOf(after: MemoryWorld, event: EngineEvent): Effect[] {
  if (!("phone" in event)) return [];
  const screen = after.get("phones", event.phone)?.screen;
  return screen ? [{ kind: "showScreen", phone: event.phone, screen }] : [];
}
