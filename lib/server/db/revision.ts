import { fieldOf } from "@/lib/configuration/content-shape";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import { nameKey } from "@/lib/configuration/text-rules";
import { canBeInteger, canBeText } from "@/lib/server/db/bounds";
import { sendConfigurationChanged } from "@/lib/server/db/call/configuration-changed";
import { insertRows } from "@/lib/server/db/insert-rows";
import type { Transaction } from "@/lib/server/db/transaction";

/** User name under which the program itself makes objects. No person can have it. */
export const systemActor = "(system)";

/** Kinds of object that have a history. */
export type Entity = ConfigurationKind | "user" | "apiKey";

export type RevisionAction = "created" | "updated" | "restored" | "deleted";

/** A row of the history as it is stored. */
export interface StoredRevision {
  number: number;
  action: RevisionAction;
  /** Of a restore: the number of the revision whose content it brought back. */
  restored: number | null;
  content: unknown;
  reason: string;
  by: string;
  at: Date;
}

/** Who changes something, when, and for which request. */
interface Author {
  readonly actor: { readonly name: string };
  readonly now: () => Date;
  readonly newId: () => string;
  readonly requestId: string;
}

/** What a service says of a change; who, when and which request come from its context. */
export interface RevisionInput {
  entity: Entity;
  entityId: string;
  entityName: string;
  number: number;
  action: RevisionAction;
  /** The object as the history keeps it: what JSON can hold. */
  content: Readonly<Record<string, unknown>>;
  reason: string;
  /** Of a restore: the revision whose content came back. */
  restored?: number | undefined;
}

/** Writes the history row of a change, in the transaction of the change. */
export async function recordRevision(
  transaction: Transaction,
  author: Author,
  revision: RevisionInput,
): Promise<void> {
  await recordRevisions(transaction, author, [revision]);
}

/** Writes the history rows of many changes at once, and lets the engine of call back follow what concerns it. */
export async function recordRevisions(
  transaction: Transaction,
  { actor, now, newId, requestId }: Author,
  revisions: readonly RevisionInput[],
): Promise<void> {
  const rows = revisions.map((revision) => ({
    ...revision,
    restored: revision.restored ?? null,
    id: newId(),
    by: actor.name,
    at: now(),
    requestId,
  }));
  await insertRows(transaction, "Revision", rows);
  await sendConfigurationChanged(transaction, revisions, now(), newId);
}

/** The history of one object, newest first: all of it, or so many revisions before one. */
export async function listRevisions(
  transaction: Transaction,
  entity: Entity,
  entityId: string,
  { limit, before }: { limit?: number; before?: number | undefined } = {},
): Promise<StoredRevision[]> {
  const rows = await transaction.revision.findMany({
    where: { entity, entityId, ...(before === undefined ? {} : { number: { lt: before } }) },
    orderBy: { number: "desc" },
    omit: { place: true },
    ...(limit === undefined ? {} : { take: limit }),
  });
  return rows.map((row) => ({ ...row, action: row.action as RevisionAction }));
}

/** As many deleted objects of one name are looked at for the one that was in a partition. */
const mostNamesakes = 250;

/**
 * The id of the object that had exactly this name and was deleted last; null when there was none.
 * @param partition of what is named by a pattern: the partition that it was in
 */
export async function findDeleted(
  transaction: Transaction,
  entity: Entity,
  name: string,
  partition: string | null,
): Promise<string | null> {
  if (!canBeText(name)) return null;
  const rows = await transaction.revision.findMany({
    where: { entity, action: "deleted", entityName: name },
    orderBy: [{ at: "desc" }, { place: "desc" }],
    select: { entityId: true, content: true },
    take: mostNamesakes,
  });
  const found = rows.find(({ content }) => nameKey(partitionIn(content)) === nameKey(partition ?? ""));
  return found?.entityId ?? null;
}

function partitionIn(content: unknown): string {
  const partition = fieldOf(content, "partition");
  return typeof partition === "string" ? partition : "";
}

/** One revision of an object, or null. */
export async function findRevision(
  transaction: Transaction,
  entity: Entity,
  entityId: string,
  number: number,
): Promise<StoredRevision | null> {
  if (!canBeInteger(number)) return null;
  const row = await transaction.revision.findUnique({
    where: { entity_entityId_number: { entity, entityId, number } },
    omit: { place: true },
  });
  return row && { ...row, action: row.action as RevisionAction };
}

/** The latest revisions of all objects of some kinds, newest first; what the seed made is left out. */
export async function listLatestRevisions(
  transaction: Transaction,
  entities: readonly Entity[],
  limit: number,
): Promise<(StoredRevision & { entity: Entity; entityName: string })[]> {
  const rows = await transaction.revision.findMany({
    where: { entity: { in: [...entities] }, by: { not: systemActor } },
    orderBy: [{ at: "desc" }, { place: "desc" }],
    omit: { place: true },
    take: limit,
  });
  return rows.map((row) => ({
    ...row,
    entity: row.entity as Entity,
    action: row.action as RevisionAction,
  }));
}
