import type { Transaction } from "@/lib/server/db/transaction";

/**
 * What of the configuration has changed, as far as requests that are there have to follow: the ways to other clusters, where
 * numbers lead, and how it is selected who is told. Everything else holds from the next call or key on.
 */
export type Concern = "routes" | "numbers" | "policy" | "guard";

/** What is due in a cluster whose configuration has changed. The engine's events follow from it: what it concerns is looked up in parts. */
export interface ConfigurationChanged {
  readonly id: string;
  readonly kind: "configuration";
  readonly concerns: readonly Concern[];
  /** Where the next part begins; null at the first. */
  readonly after: JudgedKey | null;
}

/** Something that a change of the configuration may concern. */
export interface JudgedKey {
  readonly kind: "calls" | "guards" | "requests" | "served" | "watches";
  readonly key: string;
}

/** One change of the configuration, as the history has it. */
interface Changed {
  readonly entity: string;
  readonly entityName: string;
}

function concernsOf({ entity, entityName }: Changed): readonly Concern[] {
  switch (entity) {
    case "trunk":
    case "routePattern":
    case "remoteCluster":
      return ["routes"];
    case "ctiRoutePoint":
    case "directoryNumber":
      return ["numbers"];
    case "serviceParameter":
      if (entityName === "Callback Selection Policy") return ["policy"];
      return entityName === "Callback Guard Time" ? ["guard"] : [];
    default:
      return [];
  }
}

/**
 * Lets the engine know of changes of the configuration, in their transaction: once they are committed it judges what they
 * concern. To be called with every change; most concern nothing that is there.
 */
export async function sendConfigurationChanged(
  transaction: Transaction,
  changes: readonly Changed[],
  at: Date,
  newId: () => string,
): Promise<void> {
  const concerns = [...new Set(changes.flatMap(concernsOf))].sort();
  if (concerns.length === 0) return;
  const event: ConfigurationChanged = { id: newId(), kind: "configuration", concerns, after: null };
  // A transaction that makes many changes writes one.
  await transaction.$executeRaw`
    INSERT INTO "DueEvent" ("cluster", "dueAt", "event")
      SELECT '', ${at.toISOString().replace("Z", "")}::timestamp(3), ${JSON.stringify(event)}::jsonb
      WHERE NOT EXISTS (SELECT 1 FROM "DueEvent" d WHERE d."cluster" = '' AND d.xmin = pg_current_xact_id()::xid
        AND d."event" ->> 'kind' = 'configuration' AND d."event" -> 'concerns' = ${JSON.stringify(concerns)}::jsonb)`;
}
