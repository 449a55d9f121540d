import type { SoftkeyTemplateContent } from "@/lib/configuration/softkey-template";
import { foldCase, nameKey } from "@/lib/configuration/text-rules";
import type { ListQuery } from "@/lib/contract/list";
import type { softkeyTemplateListFields } from "@/lib/contract/softkey-template";
import { canBeText } from "@/lib/server/db/bounds";
import { countInheritors } from "@/lib/server/db/configuration/inheritors";
import type { Stamp } from "@/lib/server/db/configuration/write";
import type { Prisma, SoftkeyTemplate } from "@/lib/server/db/generated/client";
import { type ListFields, planList } from "@/lib/server/db/list";
import type { Transaction } from "@/lib/server/db/transaction";

/** A softkey template as it is stored, with the number of objects that name it and of phones that inherit it. */
export interface StoredSoftkeyTemplate {
  id: string;
  content: SoftkeyTemplateContent;
  isStandard: boolean;
  /** Name of the template that was copied, or "". */
  copyOf: string;
  version: number;
  updatedAt: Date;
  updatedBy: string;
  usedByCount: number;
  inheritedByCount: number;
}

const withUse = {
  _count: { select: { usedByCommon: true, usedByPhones: true, usedByProfiles: true } },
} as const;
type Row = SoftkeyTemplate & { _count: Record<keyof (typeof withUse)["_count"]["select"], number> };

const listFields: ListFields<(typeof softkeyTemplateListFields)[number]> = {
  name: { column: "key", kind: "text", fold: foldCase },
  description: { column: "descriptionKey", kind: "text", fold: foldCase },
  isDefault: { column: "isDefault", kind: "boolean" },
  isStandard: { column: "isStandard", kind: "boolean" },
  copyOf: { column: "copyOfKey", kind: "text", fold: foldCase },
  callStates: { column: "softkeysKey", kind: "text", fold: foldCase },
  version: { column: "version", kind: "number" },
  updatedAt: { column: "updatedAt", kind: "date" },
  updatedBy: { column: "updatedBy", kind: "text" },
};

/** One page of the templates that match, the cursor of the next page and the count of all that match. */
export async function listSoftkeyTemplates(
  transaction: Transaction,
  query: ListQuery,
): Promise<{ items: StoredSoftkeyTemplate[]; nextCursor: string | null; total: number }> {
  const plan = planList(query, listFields);
  const filter = plan.filter as Prisma.SoftkeyTemplateWhereInput;
  const rows = await transaction.softkeyTemplate.findMany({
    where: { AND: [filter, plan.page as Prisma.SoftkeyTemplateWhereInput] },
    orderBy: plan.orderBy as Prisma.SoftkeyTemplateOrderByWithRelationInput[],
    take: plan.take + 1,
    include: withUse,
  });
  const total = await transaction.softkeyTemplate.count({ where: filter });
  const items = rows.slice(0, plan.take);
  const last = items.at(-1);
  const nextCursor = rows.length > plan.take && last ? plan.cursorAfter({ ...last }) : null;
  return { items: await storedAll(transaction, items), nextCursor, total };
}

/** The template of that name, ignoring case, or null. */
export async function findSoftkeyTemplate(
  transaction: Transaction,
  name: string,
): Promise<StoredSoftkeyTemplate | null> {
  if (!canBeText(name)) return null;
  const row = await transaction.softkeyTemplate.findUnique({
    where: { key: nameKey(name) },
    include: withUse,
  });
  return row && stored(transaction, row);
}

/** The contents of the templates with some ids, by id, without counting who uses them; those that are gone are left out. */
export async function findSoftkeyTemplateContents(
  transaction: Transaction,
  ids: readonly string[],
): Promise<Map<string, SoftkeyTemplateContent>> {
  const rows = await transaction.softkeyTemplate.findMany({ where: { id: { in: [...ids] } } });
  return new Map(rows.map((row) => [row.id, contentOf(row)]));
}

/** The template that is marked default, or null. */
export async function findDefaultSoftkeyTemplate(
  transaction: Transaction,
): Promise<StoredSoftkeyTemplate | null> {
  const row = await transaction.softkeyTemplate.findFirst({ where: { isDefault: true }, include: withUse });
  return row && stored(transaction, row);
}

/** Stores a new template as version 1. Fails with a unique violation when the name is taken. */
export async function insertSoftkeyTemplate(
  transaction: Transaction,
  id: string,
  content: SoftkeyTemplateContent,
  origin: { isStandard: boolean; copyOf: string },
  stamp: Stamp,
): Promise<StoredSoftkeyTemplate> {
  const row = await transaction.softkeyTemplate.create({
    data: {
      id,
      ...columns(content),
      isStandard: origin.isStandard,
      copyOf: origin.copyOf,
      copyOfKey: nameKey(origin.copyOf),
      createdAt: stamp.at,
      updatedAt: stamp.at,
      updatedBy: stamp.by,
    },
    include: withUse,
  });
  return stored(transaction, row);
}

/**
 * Stores the next version of a template.
 * @returns the stored template, or null when somebody else has stored another version since it was read
 */
export async function saveSoftkeyTemplate(
  transaction: Transaction,
  before: StoredSoftkeyTemplate,
  content: SoftkeyTemplateContent,
  stamp: Stamp,
): Promise<StoredSoftkeyTemplate | null> {
  const { count } = await transaction.softkeyTemplate.updateMany({
    where: { id: before.id, version: before.version },
    data: { ...columns(content), version: before.version + 1, updatedAt: stamp.at, updatedBy: stamp.by },
  });
  if (count === 0) return null;
  const version = before.version + 1;
  // With the default mark phones come and go.
  const inheritedByCount = await inheritorsOf(transaction, before.id);
  return { ...before, content, version, updatedAt: stamp.at, updatedBy: stamp.by, inheritedByCount };
}

/** Removes a template. Fails with a reference violation when an object uses it. */
export async function deleteSoftkeyTemplate(transaction: Transaction, id: string): Promise<void> {
  await transaction.softkeyTemplate.delete({ where: { id } });
}

function columns(content: SoftkeyTemplateContent) {
  const softkeys = Object.entries(content.callStates).map(([state, keys]) => `${state}: ${keys.join(", ")}`);
  return {
    name: content.name,
    key: nameKey(content.name),
    description: content.description,
    descriptionKey: nameKey(content.description),
    isDefault: content.isDefault,
    callStates: content.callStates as unknown as Prisma.InputJsonObject,
    softkeysKey: nameKey(softkeys.join("; ")),
  };
}

function contentOf({ name, description, isDefault, callStates }: SoftkeyTemplate): SoftkeyTemplateContent {
  return {
    ...{ name, description, isDefault },
    callStates: callStates as unknown as SoftkeyTemplateContent["callStates"],
  };
}

/** How many phones inherit each of some templates. */
async function countInheritorsOf(
  transaction: Transaction,
  ids: readonly string[],
): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await transaction.$queryRaw<{ id: string; count: number }[]>`
    SELECT t."id", ${countInheritors("softkeyTemplate")} AS "count" FROM "SoftkeyTemplate" t WHERE t."id" = ANY(${[...ids]}::text[])`;
  return new Map(rows.map(({ id, count }) => [id, count]));
}

async function inheritorsOf(transaction: Transaction, id: string): Promise<number> {
  return (await countInheritorsOf(transaction, [id])).get(id) ?? 0;
}

async function stored(transaction: Transaction, row: Row): Promise<StoredSoftkeyTemplate> {
  return storedWith(row, await inheritorsOf(transaction, row.id));
}

async function storedAll(transaction: Transaction, rows: readonly Row[]): Promise<StoredSoftkeyTemplate[]> {
  const counts = await countInheritorsOf(
    transaction,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => storedWith(row, counts.get(row.id) ?? 0));
}

function storedWith(row: Row, inheritedByCount: number): StoredSoftkeyTemplate {
  return {
    inheritedByCount,
    id: row.id,
    content: contentOf(row),
    isStandard: row.isStandard,
    copyOf: row.copyOf,
    version: row.version,
    updatedAt: row.updatedAt,
    updatedBy: row.updatedBy,
    usedByCount: row._count.usedByCommon + row._count.usedByPhones + row._count.usedByProfiles,
  };
}
