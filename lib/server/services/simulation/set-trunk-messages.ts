import { echo } from "@/lib/configuration/problem";
import type { TrunkMessageMode } from "@/lib/contract/simulation";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { countHeldTrunkMessages, setLinkMode } from "@/lib/server/db/call/link";
import { findObject } from "@/lib/server/db/configuration/read";
import { inTransaction } from "@/lib/server/db/transaction";
import { Refusal } from "@/lib/server/errors";
import { deliverDue } from "@/lib/server/runtime/calls/run-due-calls";
import type { Runtime } from "@/lib/server/runtime/runtime";
import { definitions } from "@/lib/server/services/configuration/definitions";

/** What becomes of messages to and from a remote cluster. */
export interface TrunkMessages {
  readonly remoteCluster: string;
  readonly mode: TrunkMessageMode;
}

/**
 * Decides what becomes of messages to and from another cluster until it is decided anew, and lets those arrive that
 * may. It changes no object of the configuration, so there is no history.
 * @returns how many messages wait now
 * @throws Refusal forbidden, clockNotManual, validationFailed
 */
export async function setTrunkMessages(
  context: ServiceContext,
  runtime: Runtime,
  { remoteCluster, mode }: TrunkMessages,
): Promise<TrunkMessages & { readonly waiting: number }> {
  requirePermission(context, "phone", "update");
  if (!runtime.clock.advanceTo) throw new Refusal("clockNotManual");
  const { prisma } = context.database;
  const { table } = definitions.remoteCluster;
  const found = await findObject(prisma, table, { name: remoteCluster, partition: null });
  if (!found) {
    const params = { kind: "remoteCluster", name: echo(remoteCluster) } as const;
    throw new Refusal("validationFailed", {
      problems: [{ path: ["remoteCluster"], code: "unknownReference", params }],
    });
  }
  const cluster = { id: found.id, name: String(found.content.name) };
  await inTransaction(context.database, (transaction) =>
    setLinkMode(transaction, cluster, mode, context.now(), context.newId),
  );
  await deliverDue(runtime);
  return { remoteCluster: cluster.name, mode, waiting: await countHeldTrunkMessages(prisma, cluster.id) };
}
