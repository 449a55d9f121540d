import { sameContent } from "@/lib/configuration/content-patch";
import { mostDependencies } from "@/lib/contract/errors";
import { inChange, requirePermission, type ServiceContext } from "@/lib/server/context";
import type { Identity } from "@/lib/server/db/configuration/read";
import type { StoredFields } from "@/lib/server/db/configuration/table";
import { listUses } from "@/lib/server/db/configuration/uses";
import { findRevision } from "@/lib/server/db/revision";
import { inTransaction } from "@/lib/server/db/transaction";
import { answerObject } from "@/lib/server/services/configuration/answer";
import { checkedContent } from "@/lib/server/services/configuration/check";
import type { Definition } from "@/lib/server/services/configuration/definition";
import { loadForChange } from "@/lib/server/services/configuration/load";
import { refuseChange, refuseTaken } from "@/lib/server/services/configuration/refusals";
import { saveVersion, staleRefusal } from "@/lib/server/services/configuration/save";
import { noRevision } from "@/lib/server/services/revision-page";

/**
 * Makes the content of an old revision the newest version; what tells the object from others stays. When it is what is stored,
 * nothing is written. Objects that it names must still exist.
 * @param version the version that was seen, when that matters
 * @throws Refusal forbidden, notFound, stale, validationFailed, standardReadOnly, inUse, nameTaken
 */
export async function restoreObject(
  context: ServiceContext,
  definition: Definition,
  identity: Identity,
  number: number,
  version?: number,
): Promise<StoredFields> {
  requirePermission(context, definition.kind, "update");
  const changing = inChange(context, "save", "");
  return refuseTaken(definition, {}, () =>
    inTransaction(context.database, async (transaction) => {
      const before = await loadForChange(transaction, definition, identity);
      if (version !== undefined && before.version !== version)
        throw await staleRefusal(transaction, definition, before, version);
      const revision = await findRevision(transaction, definition.kind, before.id, number);
      if (!revision) throw noRevision(identity.name, number);
      const candidate = restored(definition, before.content, revision.content as StoredFields);
      if (sameContent(before.content, candidate)) return answerObject(transaction, definition, before);
      if (definition.checkChange) {
        const uses = await listUses(transaction, definition.kind, before.id, mostDependencies);
        refuseChange(definition.checkChange(before, candidate, uses.total), uses);
      }
      const checked = await checkedContent(transaction, definition, candidate);
      if (sameContent(before.content, checked.content)) return answerObject(transaction, definition, before);
      const after = await saveVersion(transaction, changing, definition, before, checked, {
        action: "restored",
        reason: "",
        restored: number,
      });
      return answerObject(transaction, definition, after);
    }),
  );
}

/** The old content, with the fields that a later version added and those that are the object's own as they are. */
function restored({ rules }: Definition, now: StoredFields, old: StoredFields): StoredFields {
  const fields = Object.keys(rules.shape.fields).map((field) => {
    const isKept = rules.distinctive.includes(field) || !Object.hasOwn(old, field);
    return [field, isKept ? now[field] : old[field]];
  });
  return Object.fromEntries(fields);
}
