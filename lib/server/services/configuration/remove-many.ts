import { echo } from "@/lib/configuration/problem";
import type { ChangingContext } from "@/lib/server/context";
import type { Identity, StoredObject } from "@/lib/server/db/configuration/read";
import { findObjectsForChange, identityKey } from "@/lib/server/db/configuration/read-many";
import { deleteObjects } from "@/lib/server/db/configuration/write-many";
import { recordRevisions } from "@/lib/server/db/revision";
import { inSavepoint, isReferenceViolation, type Transaction } from "@/lib/server/db/transaction";
import type { Definition } from "@/lib/server/services/configuration/definition";
import { waitForOthers } from "@/lib/server/services/configuration/load";
import type { ManyResult } from "@/lib/server/services/configuration/many";
import { removalProblems } from "@/lib/server/services/configuration/refusals";
import { nameOf, revisionContent } from "@/lib/server/services/configuration/to-dto";

/**
 * Deletes many objects within a transaction, by the rules of single ones. Those that are standard, built in, default or
 * in use stay, the others go; their history remains. The caller has checked permission.
 * @returns what became of each, in the same order
 */
export async function removeMany(
  transaction: Transaction,
  context: ChangingContext,
  definition: Definition,
  identities: readonly Identity[],
  reason: string,
): Promise<ManyResult[]> {
  try {
    return await inSavepoint(transaction, () =>
      removeAll(transaction, context, definition, identities, reason),
    );
  } catch (error) {
    if (!isReferenceViolation(error)) throw error;
    // Somebody made an object use one of them between the look and the delete.
    const [only, ...others] = identities;
    if (only && others.length === 0) return [{ problems: [inUse(only.name)], content: null }];
    const results: ManyResult[] = [];
    for (const identity of identities)
      results.push(...(await removeMany(transaction, context, definition, [identity], reason)));
    return results;
  }
}

function inUse(name: string) {
  return { path: [], code: "inUse", params: { name: echo(name), count: 1 } } as const;
}

async function removeAll(
  transaction: Transaction,
  context: ChangingContext,
  definition: Definition,
  identities: readonly Identity[],
  reason: string,
): Promise<ManyResult[]> {
  await waitForOthers(transaction, definition);
  const stored = await findObjectsForChange(transaction, definition.table, identities);
  const going: StoredObject[] = [];
  const results = identities.map((identity): ManyResult => {
    const object = stored.get(identityKey(identity));
    if (!object) {
      const problem = { path: [], code: "notThere", params: { name: echo(identity.name) } } as const;
      return { problems: [problem], content: null };
    }
    const problems = removalProblems(definition, object, object.usedByCount);
    if (problems.length > 0) return { problems, content: object.content };
    going.push(object);
    return { outcome: "deleted" };
  });
  await definition.beforeRemove?.(transaction, context, going);
  await deleteObjects(
    transaction,
    definition.table,
    going.map(({ id }) => id),
  );
  await recordRevisions(
    transaction,
    context,
    going.map((object) => ({
      entity: definition.kind,
      entityId: object.id,
      entityName: nameOf(definition, object.content),
      number: object.version + 1,
      action: "deleted" as const,
      content: revisionContent(definition, object),
      before: object.content,
      reason,
    })),
  );
  return results;
}
