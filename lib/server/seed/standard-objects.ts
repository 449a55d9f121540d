import { type Seed, standardLocales } from "@/lib/catalog/locales";
import { standardPhoneButtonTemplates } from "@/lib/catalog/standard-phone-button-templates";
import { fallbackSoftkeyTemplate, standardSoftkeyTemplates } from "@/lib/catalog/standard-softkey-templates";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import { defaultDevicePool } from "@/lib/configuration/device-pool";
import { standardButtonContent } from "@/lib/configuration/phone-button-template";
import { initialServiceParameters } from "@/lib/configuration/service-parameter";
import type { SoftkeyTemplateContent } from "@/lib/configuration/softkey-template";
import type { ServiceContext } from "@/lib/server/context";
import { loadNames } from "@/lib/server/db/configuration/names";
import { findObject } from "@/lib/server/db/configuration/read";
import { tables } from "@/lib/server/db/configuration/tables";
import { insertObjects } from "@/lib/server/db/configuration/write";
import { recordRevisions } from "@/lib/server/db/revision";
import type { Transaction } from "@/lib/server/db/transaction";
import { definitions } from "@/lib/server/services/configuration/definitions";
import { nameOf, revisionContent } from "@/lib/server/services/configuration/to-dto";

/** Whether the objects that come with the product are there. */
export async function hasStandardObjects(transaction: Transaction): Promise<boolean> {
  const pool = await findObject(transaction, tables.devicePool, { name: defaultDevicePool, partition: null });
  return pool !== null;
}

/** Makes the objects that come with the product: button templates, device pool, locales, service parameters. */
export async function insertStandardObjects(
  transaction: Transaction,
  context: ServiceContext,
  contents: Seed,
): Promise<void> {
  const locales = standardLocales.map(({ name, kind, installedIn }) => ({
    name,
    kind,
    isInstalled: installedIn.includes(contents),
  }));
  const pool = { name: defaultDevicePool, description: "" };
  await insertAll(
    transaction,
    context,
    "phoneButtonTemplate",
    standardPhoneButtonTemplates.map(standardButtonContent),
  );
  await insertAll(transaction, context, "devicePool", [pool]);
  await insertAll(transaction, context, "locale", locales);
  await insertAll(transaction, context, "serviceParameter", initialServiceParameters);
}

/** Makes the standard softkey templates that are not there. */
export async function insertStandardSoftkeyTemplates(
  transaction: Transaction,
  context: ServiceContext,
): Promise<void> {
  const missing: SoftkeyTemplateContent[] = [];
  for (const { name, description, layout } of standardSoftkeyTemplates) {
    if (await findObject(transaction, tables.softkeyTemplate, { name, partition: null })) continue;
    missing.push({ name, description, isDefault: name === fallbackSoftkeyTemplate, callStates: layout });
  }
  await insertAll(transaction, context, "softkeyTemplate", missing);
}

async function insertAll(
  transaction: Transaction,
  context: ServiceContext,
  kind: ConfigurationKind,
  contents: readonly object[],
): Promise<void> {
  const definition = definitions[kind];
  const stamp = { at: context.now(), by: context.actor.name };
  const objects = contents.map((content) => ({
    id: context.newId(),
    content: { ...content },
    isStandard: definition.table.hasOrigin,
    copyOf: "",
    version: 1,
    updatedAt: stamp.at,
    updatedBy: stamp.by,
    usedByCount: 0,
    inheritedByCount: 0,
  }));
  await insertObjects(transaction, definition.table, objects, await loadNames(transaction, []), stamp);
  const revisions = objects.map((object) => ({
    entity: kind,
    entityId: object.id,
    entityName: nameOf(definition, object.content),
    number: 1,
    action: "created" as const,
    content: revisionContent(definition, object),
    before: null,
    reason: "",
  }));
  await recordRevisions(transaction, { ...context, change: null }, revisions);
}
