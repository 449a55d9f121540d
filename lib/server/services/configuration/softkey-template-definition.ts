import { fallbackSoftkeyTemplate } from "@/lib/catalog/standard-softkey-templates";
import { completed } from "@/lib/configuration/content-patch";
import { echo } from "@/lib/configuration/problem";
import {
  checkSoftkeyTemplateChange,
  copiedSoftkeyTemplate,
  type SoftkeyTemplateContent,
} from "@/lib/configuration/softkey-template";
import { softkeyTemplateRules } from "@/lib/configuration/softkey-template-rules";
import type { ChangingContext } from "@/lib/server/context";
import { loadNames } from "@/lib/server/db/configuration/names";
import { scanObjects } from "@/lib/server/db/configuration/read-many";
import { tables } from "@/lib/server/db/configuration/tables";
import type { Transaction } from "@/lib/server/db/transaction";
import { type Definition, define, type SavedChange } from "@/lib/server/services/configuration/definition";
import { saveVersion } from "@/lib/server/services/configuration/save";

/** Softkey templates: always copies of another one [SK-02]; at most one is the default [SK-04]. */
export const softkeyTemplateDefinition: Definition = define<SoftkeyTemplateContent>({
  rules: softkeyTemplateRules,
  candidate: (given, source) =>
    source ? copiedSoftkeyTemplate(source, given) : completed(softkeyTemplateRules.shape, given),
  // A row of a file names none: what it leaves out is as in the template that applies without any other.
  copySourceOf: () => fallbackSoftkeyTemplate,
  unknownCopySource: (name) => ({ code: "unknownTemplate", params: { name: echo(name) } }),
  checkChange: (before, after) =>
    checkSoftkeyTemplateChange(before, before.content as SoftkeyTemplateContent, after),
  // Marking one takes the mark from another one, whose version and history change with it.
  lock: "defaultSoftkeyTemplate",
  beforeSave: async (transaction, context, changes, reason) => {
    if (changes.some(({ content }) => content.isDefault))
      await moveMark(transaction, context, changes, reason);
  },
  movesInheritors: (before, after) => (before?.isDefault ?? false) !== after.isDefault,
});

/** Takes the default mark from the template that has it, unless it is among the changes and so loses it itself. */
async function moveMark(
  transaction: Transaction,
  context: ChangingContext,
  changes: readonly SavedChange[],
  reason: string,
): Promise<void> {
  const query = { where: ["isDefault:isExactly:true"], match: "all" as const, sort: "name", limit: 1 };
  const { value: found } = await scanObjects(transaction, tables.softkeyTemplate, query).next();
  const [marked] = found ?? [];
  if (!marked || changes.some(({ before }) => before?.id === marked.id)) return;
  const content = { ...marked.content, isDefault: false };
  const names = await loadNames(transaction, []);
  const change = { action: "updated", reason } as const;
  await saveVersion(transaction, context, softkeyTemplateDefinition, marked, { content, names }, change);
}
