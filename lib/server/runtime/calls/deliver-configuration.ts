import type { EngineEvent, Judged } from "@/lib/callback/state/events";
import type { Concern, ConfigurationChanged, JudgedKey } from "@/lib/server/db/call/configuration-changed";
import { deleteWorld, listFormerPhones, listJudged, listWorlds } from "@/lib/server/db/call/judged";
import { inTransaction } from "@/lib/server/db/transaction";
import {
  applyCallEvents,
  type CallServices,
  type SaveEffects,
} from "@/lib/server/runtime/calls/apply-call-events";

/** So much is judged in one step: many callers must not make everybody else wait. */
const mostJudged = 500;
/** What other clusters follow as well: they are joined by the same trunks and have the same parameters. */
const shared: readonly Concern[] = ["routes", "policy", "guard"];

/** That the configuration of a cluster has changed, as it is due there. */
interface DueConfiguration {
  readonly dueEvent: string;
  readonly cluster: string;
  readonly dueAt: Date;
  readonly change: ConfigurationChanged;
}

/**
 * Lets requests and calls follow the configuration (rows 31b to 31d): one part of what it may concern; another one for the rest
 * goes on. Everything is read as it is saved now, whatever has changed since the first was written.
 */
export async function deliverConfiguration(
  runtime: CallServices & { readonly save: SaveEffects },
  { dueEvent, cluster, dueAt, change }: DueConfiguration,
): Promise<void> {
  const { prisma } = runtime.database;
  const keys = await listJudged(prisma, cluster, change.concerns, change.after, mostJudged);
  const last = keys.length < mostJudged ? undefined : keys.at(-1);
  const isFirst = change.after === null;
  const former = cluster === "" ? null : isFirst ? await listFormerPhones(prisma, cluster) : [];
  const follow = last ? [{ cluster, event: { ...change, id: runtime.newId(), after: last } }] : [];
  const events: EngineEvent[] = [
    { id: runtime.newId(), kind: "configured", changes: [], judged: judgedOf(keys) },
    ...(former ?? []).map((phone) => ({ id: runtime.newId(), kind: "phoneRemoved", phone }) as const),
  ];
  const sends = [...(cluster === "" && isFirst ? await eventsForOthers(runtime, change) : []), ...follow];
  const ahead = keys.map(({ kind, key }) => [kind === "guards" ? "watches" : kind, key] as const);
  const now = dueAt.getTime();
  await applyCallEvents(runtime, { cluster, events, now, dueEvent, sends, former, ahead }, runtime.save);
  if (cluster !== "" && !last) await inTransaction(runtime.database, (one) => deleteWorld(one, cluster));
}

function judgedOf(keys: readonly JudgedKey[]): Judged {
  const of = (...kinds: JudgedKey["kind"][]) =>
    keys.filter(({ kind }) => kinds.includes(kind)).map(({ key }) => key);
  return {
    calls: of("calls"),
    requests: of("requests"),
    served: of("served"),
    watches: [...new Set(of("watches", "guards"))],
    guards: of("guards"),
  };
}

async function eventsForOthers({ database, newId }: CallServices, { concerns }: ConfigurationChanged) {
  const followed = concerns.filter((concern) => shared.includes(concern));
  if (followed.length === 0) return [];
  const clusters = await listWorlds(database.prisma);
  return clusters.map((cluster) => ({
    cluster,
    event: { id: newId(), kind: "configuration", concerns: followed, after: null } as const,
  }));
}
