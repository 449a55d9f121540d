import type { TrunkMessageMode } from "@/lib/contract/simulation";
import type { Prisma } from "@/lib/server/db/generated/client";
import type { Transaction } from "@/lib/server/db/transaction";

/** A remote cluster whose link to this one is treated specially. */
export interface LinkedCluster {
  readonly id: string;
  readonly name: string;
}

/** The same lock as `storeCallEvents`: nothing may be on its way to be sent meanwhile. */
async function lockCalls(transaction: Transaction): Promise<void> {
  await transaction.$queryRaw`SELECT pg_advisory_xact_lock(720020004)::text`;
}

/**
 * Says what becomes of messages between this cluster and another one from now on; also of those on their way. The
 * caller lets what is due be delivered.
 * @param newId ids of the events that a link which goes down makes in both clusters
 */
export async function setLinkMode(
  transaction: Transaction,
  { id, name }: LinkedCluster,
  mode: TrunkMessageMode,
  at: Date,
  newId: () => string,
): Promise<void> {
  await lockCalls(transaction);
  if (mode === "deliver" || mode === "up")
    await transaction.callLink.deleteMany({ where: { remoteClusterId: id } });
  else
    await transaction.callLink.upsert({
      where: { remoteClusterId: id },
      create: { remoteClusterId: id, mode },
      update: { mode },
    });
  await putBack(transaction, { id, name }, at);
  if (mode !== "down") return;
  await sendEvent(transaction, "", { id: newId(), kind: "linkLost", cluster: name }, at);
  await sendEvent(transaction, name, { id: newId(), kind: "linkLost", cluster: "" }, at);
}

/** Sends everything that waits on a link once more, in its order; the mode decides what becomes of it. */
async function putBack(transaction: Transaction, { id, name }: LinkedCluster, at: Date): Promise<void> {
  await transaction.$executeRaw`
    WITH waiting AS (DELETE FROM "DueEvent" d WHERE d."event" ->> 'kind' = 'trunkMessage'
        AND CASE WHEN d."cluster" = '' THEN d."event" ->> 'from' ELSE d."cluster" END = ${name}
        RETURNING d."id", d."cluster", d."event"),
      held AS (DELETE FROM "HeldTrunkMessage" h WHERE h."remoteClusterId" = ${id} RETURNING h."id", h."cluster", h."event")
    INSERT INTO "DueEvent" ("id", "cluster", "dueAt", "event")
      SELECT abs(w."id"), w."cluster", ${at.toISOString().replace("Z", "")}::timestamp(3), w."event"
      FROM (SELECT * FROM waiting UNION ALL SELECT * FROM held) w ORDER BY abs(w."id")`;
}

/** Lets something happen in a cluster, as soon as what was sent there before has arrived. */
export async function sendEvent(
  transaction: Transaction,
  cluster: string,
  event: { readonly id: string; readonly kind: string } & Readonly<Record<string, unknown>>,
  dueAt: Date,
): Promise<void> {
  await transaction.dueEvent.create({ data: { cluster, dueAt, event: event as Prisma.InputJsonObject } });
}

/** How many messages wait on a link until it delivers again. */
export async function countHeldTrunkMessages(
  transaction: Transaction,
  remoteClusterId: string,
): Promise<number> {
  return transaction.heldTrunkMessage.count({ where: { remoteClusterId } });
}

/** With a clock that goes by itself every link delivers. */
export async function releaseLinks(transaction: Transaction, at: Date): Promise<void> {
  const links = await transaction.callLink.findMany({ include: { remoteCluster: true } });
  for (const { remoteCluster } of links)
    await setLinkMode(transaction, remoteCluster, "deliver", at, () => "");
}
