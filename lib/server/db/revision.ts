import { fieldOf } from "@/lib/configuration/content-shape";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import { nameKey } from "@/lib/configuration/text-rules";
import { canBeInteger, canBeText } from "@/lib/server/db/bounds";
import { sendConfigurationChanged } from "@/lib/server/db/call/configuration-changed";
import {
  type FollowedKind,
  type PublishedObject,
  publishObjects,
} from "@/lib/server/db/call/publish-objects";
import { addToChange, type ChangedObject, identityIn, type OpenChange } from "@/lib/server/db/change";
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

/** Who changes something, when, for which request, and to which change it belongs: none of accounts and of the program's own. */
interface Author {
  readonly change: OpenChange | null;
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
  /** What was stored of it before; null: it is new. */
  before: Readonly<Record<string, unknown>> | null;
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

/** What is said of a change of an account. */
interface AccountInput extends Omit<RevisionInput, "before" | "entity"> {
  entity: "user" | "apiKey";
  /** Of a user who was there before: the name until now. Who looks at the page of that user is told. */
  formerName?: string;
}

/** Writes the history row of a user or an API key: accounts are no part of the configuration, and belong to no change. */
export async function recordAccount(
  transaction: Transaction,
  author: Omit<Author, "change">,
  { formerName, ...account }: AccountInput,
): Promise<void> {
  await recordRevisions(transaction, { ...author, change: null }, [{ ...account, before: null }]);
  const { entity, action, entityName } = account;
  if (entity !== "user" || formerName === undefined) return;
  const stamp = { at: author.now(), by: author.actor.name };
  const object = { entity, identity: { name: entityName, partition: null }, isDeleted: action === "deleted" };
  publishObjects(
    transaction,
    stamp,
    publishedObject({ ...object, former: { name: formerName, partition: null } }),
  );
}

/** Writes the history rows of many changes at once, and lets the engine of call back follow what concerns it. */
export async function recordRevisions(
  transaction: Transaction,
  { actor, now, newId, requestId, change }: Author,
  revisions: readonly RevisionInput[],
): Promise<void> {
  const changeId = change?.id ?? null;
  const rows = revisions.map(({ before: _, ...revision }) => ({
    ...revision,
    changeId,
    restored: revision.restored ?? null,
    id: newId(),
    by: actor.name,
    at: now(),
    requestId,
  }));
  await insertRows(transaction, "Revision", rows);
  if (change) {
    const stamp = { at: now(), by: actor.name };
    const objects = revisions.map(changedObject);
    await addToChange(transaction, change, stamp, objects);
    publishObjects(transaction, stamp, objects.flatMap(publishedObject));
  }
  await sendConfigurationChanged(transaction, revisions, now(), newId);
}

function changedObject({ entity, entityId, number, action, content, before }: RevisionInput): ChangedObject {
  if (entity === "user" || entity === "apiKey") throw new Error(`${entity} belongs to no change`);
  return {
    ...{ entity, entityId, number, isDeleted: action === "deleted" },
    identity: identityIn(entity, content),
    former: before && identityIn(entity, before),
  };
}

type Published = Pick<ChangedObject, "identity" | "former" | "isDeleted"> & { entity: FollowedKind };

/** What viewers are told of a changed object; nobody looks at one that is new. */
function publishedObject({ entity, identity, former, isDeleted }: Published): PublishedObject[] {
  if (former === null) return [];
  const isRenamed = former.name !== identity.name || former.partition !== identity.partition;
  const action = isDeleted ? "deleted" : isRenamed ? "renamed" : "saved";
  return [{ kind: entity, ...former, action, renamedTo: action === "renamed" ? identity : null }];
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
    omit: { place: true, changeId: true },
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
    omit: { place: true, changeId: true },
  });
  return row && { ...row, action: row.action as RevisionAction };
}
