import { sameContent, withItemDefaults, withPatch } from "@/lib/configuration/content-patch";
import type { Problem } from "@/lib/configuration/problem";
import { mostDependencies } from "@/lib/contract/errors";
import { inChange, requirePermission, type ServiceContext } from "@/lib/server/context";
import type { Identity, StoredObject } from "@/lib/server/db/configuration/read";
import type { StoredFields } from "@/lib/server/db/configuration/table";
import { listUses } from "@/lib/server/db/configuration/uses";
import { inTransaction } from "@/lib/server/db/transaction";
import { refuseProblems } from "@/lib/server/errors";
import { answerObject } from "@/lib/server/services/configuration/answer";
import { checkedContent } from "@/lib/server/services/configuration/check";
import type { Definition, Input } from "@/lib/server/services/configuration/definition";
import { loadForChange } from "@/lib/server/services/configuration/load";
import { refuseChange, refuseTaken } from "@/lib/server/services/configuration/refusals";
import { saveVersion, staleRefusal } from "@/lib/server/services/configuration/save";
import { toObjectDto } from "@/lib/server/services/configuration/to-dto";

/** Fields of every answer that change by themselves. */
const readOnlyFields = ["usedByCount", "inheritedByCount", "warnings", "updatedAt", "updatedBy"];

/**
 * Changes the fields of an object that the input names [CD-02, PH-02, PH-03, PH-05, BT-03]. A change that changes
 * nothing answers the stored object and makes no revision.
 * @throws Refusal forbidden, notFound, stale, validationFailed, standardReadOnly, inUse, nameTaken
 */
export async function updateObject(
  context: ServiceContext,
  definition: Definition,
  identity: Identity,
  input: Input,
): Promise<StoredFields> {
  requirePermission(context, definition.kind, "update");
  const changing = inChange(context, "save", String(input.reason ?? ""));
  const { version, reason, ...given } = input;
  const { shape } = definition.rules;
  return refuseTaken(definition, given, () =>
    inTransaction(context.database, async (transaction) => {
      const before = await loadForChange(transaction, definition, identity);
      if (before.version !== version)
        throw await staleRefusal(transaction, definition, before, Number(version));
      refuseProblems(readOnlyProblems(definition, before, given));
      const own = Object.entries(given).filter(([field]) => Object.hasOwn(shape.fields, field));
      const patch = Object.fromEntries(own);
      const candidate = withPatch(
        before.content,
        withItemDefaults(shape, definition.accept?.(patch) ?? patch),
      );
      const normalized = definition.rules.normalize(candidate as StoredFields);
      if (sameContent(before.content, normalized)) return answerObject(transaction, definition, before);
      if (definition.checkChange) {
        const uses = await listUses(transaction, definition.kind, before.id, mostDependencies);
        refuseChange(definition.checkChange(before, normalized, uses.total), uses);
      }
      const checked = await checkedContent(transaction, definition, candidate);
      if (sameContent(before.content, checked.content)) return answerObject(transaction, definition, before);
      const change = { action: "updated", reason: String(reason ?? "") } as const;
      const after = await saveVersion(transaction, changing, definition, before, checked, change);
      return answerObject(transaction, definition, after);
    }),
  );
}

/** Read-only fields may be sent back as they were; another value is a mistake that is not passed over. */
function readOnlyProblems(definition: Definition, before: StoredObject, given: Input): Problem[] {
  const dto = toObjectDto(definition, before);
  return Object.entries(given)
    .filter(([field, value]) => value !== undefined && !Object.hasOwn(definition.rules.shape.fields, field))
    .filter(([field]) => ![...readOnlyFields, ...(definition.readOnlyFields ?? [])].includes(field))
    .filter(([field, value]) => !sameContent(dto[field], value))
    .map(([field]) => ({ path: [field], code: "readOnlyField", params: { field } }));
}
