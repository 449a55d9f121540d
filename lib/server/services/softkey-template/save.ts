import type { SoftkeyTemplateContent } from "@/lib/configuration/softkey-template";
import type { ServiceContext } from "@/lib/server/context";
import { findRevision, type RevisionAction, recordRevision } from "@/lib/server/db/revision";
import {
  findDefaultSoftkeyTemplate,
  type StoredSoftkeyTemplate,
  saveSoftkeyTemplate,
} from "@/lib/server/db/softkey-template";
import type { Transaction } from "@/lib/server/db/transaction";
import { Refusal } from "@/lib/server/errors";
import { loadSoftkeyTemplate } from "@/lib/server/services/softkey-template/load";
import { revisionContent, toSoftkeyTemplateDto } from "@/lib/server/services/softkey-template/to-dto";

/**
 * Stores the next version of a template together with its revision. The caller has checked permission and rules.
 * @throws Refusal stale when somebody else saved in between
 */
export async function saveVersion(
  transaction: Transaction,
  context: ServiceContext,
  before: StoredSoftkeyTemplate,
  content: SoftkeyTemplateContent,
  { action, reason, restored }: { action: RevisionAction; reason: string; restored?: number },
): Promise<StoredSoftkeyTemplate> {
  const stamp = { at: context.now(), by: context.actor.name };
  const after = await saveSoftkeyTemplate(transaction, before, content, stamp);
  if (!after) {
    const current = await loadSoftkeyTemplate(transaction, before.content.name);
    throw await staleRefusal(transaction, current, before.version);
  }
  await recordRevision(transaction, context, {
    entity: "softkeyTemplate",
    entityId: after.id,
    entityName: after.content.name,
    number: after.version,
    action,
    content: revisionContent(after),
    reason,
    restored,
  });
  return after;
}

/** Takes the default mark from the template that has it, so that another one can have it (SK-04). */
export async function removeDefaultMark(
  transaction: Transaction,
  context: ServiceContext,
  reason: string,
): Promise<void> {
  const marked = await findDefaultSoftkeyTemplate(transaction);
  if (!marked) return;
  const content = { ...marked.content, isDefault: false };
  await saveVersion(transaction, context, marked, content, { action: "updated", reason });
}

/** The refusal of a change that is based on an old version, with what is stored now and what it was based on. */
export async function staleRefusal(
  transaction: Transaction,
  current: StoredSoftkeyTemplate,
  baseVersion: number,
): Promise<Refusal> {
  const base = await findRevision(transaction, "softkeyTemplate", current.id, baseVersion);
  return new Refusal("stale", {
    current: toSoftkeyTemplateDto(current),
    base: base && { ...(base.content as object), version: base.number },
  });
}
