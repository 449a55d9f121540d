import { type AliasableExpression, type Expression, type SqlBool, sql } from "kysely";
import { builtInNetworkLocale, builtInUserLocale } from "@/lib/catalog/locales";
import { phoneModels } from "@/lib/catalog/phone-models";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import { nameKey } from "@/lib/configuration/text-rules";
import { defaultTemplate } from "@/lib/server/db/device/default-template";
import { sqlIn } from "@/lib/server/db/kysely";
import type { Transaction } from "@/lib/server/db/transaction";

/** A phone that takes an object without naming it. */
interface Inheritor {
  readonly kind: "phone";
  readonly name: string;
  /** What names the object in its place; null: nothing does, the object is what applies then. */
  readonly through: { readonly kind: ConfigurationKind; readonly name: string } | null;
}

/** The phones that inherit an object: the first ones by name, and how many there are. */
interface Inheritors {
  items: Inheritor[];
  total: number;
}

/** One way to inherit: the phones `p` that take the object with an id, and through which row `v`. */
interface Inheritance {
  readonly through: "deviceProfile" | "commonDeviceConfiguration" | null;
  readonly from: (id: Expression<string>) => Expression<unknown>;
}

/** A field of phones that is inherited, and who has it at all. */
interface InheritedField {
  readonly column: string;
  readonly isIn: { readonly profile: boolean; readonly common: boolean };
  /** The id of what applies where nothing is named. */
  readonly fallback: Expression<string | null> | null;
  readonly hasField: Expression<SqlBool>;
}

const localeNamed = (name: string) =>
  sql<string>`(SELECT l."id" FROM "Locale" l WHERE l."key" = ${nameKey(name)})`;
const everywhere = sql<SqlBool>`TRUE`;
const modelsWithSoftkeys = phoneModels.filter((model) => model.supportsSoftkeyTemplate);

/** What phones inherit, by the kind of the object; the order of precedence is [PH-04]. */
const inheritedFields: Partial<Record<ConfigurationKind, readonly InheritedField[]>> = {
  softkeyTemplate: [
    {
      column: "softkeyTemplateId",
      isIn: { profile: true, common: true },
      fallback: defaultTemplate,
      hasField: sql<SqlBool>`p."model" = ANY(${modelsWithSoftkeys.map(({ name }) => name)}::text[])`,
    },
  ],
  phoneButtonTemplate: [
    {
      column: "phoneButtonTemplateId",
      isIn: { profile: true, common: false },
      fallback: null,
      hasField: everywhere,
    },
  ],
  locale: [
    { column: "userLocaleId", fallback: localeNamed(builtInUserLocale) },
    { column: "networkLocaleId", fallback: localeNamed(builtInNetworkLocale) },
  ].map((field) => ({ ...field, isIn: { profile: false, common: true }, hasField: everywhere })),
};

/** Somebody is logged in to `p` whose profile names an object of its own. */
function isOverridden({ column, isIn }: InheritedField): Expression<SqlBool> {
  if (!isIn.profile) return sql<SqlBool>`FALSE`;
  // The few phones with a login are looked up once; with EXISTS PostgreSQL reads the state of each phone.
  return sql<SqlBool>`p."id" IN (SELECT s."phoneId" FROM "DeviceState" s JOIN "DeviceProfile" u ON u."id" = s."loginProfileId"
    WHERE ${sql.ref(`u.${column}`)} IS NOT NULL)`;
}

function inheritancesOf(field: InheritedField): Inheritance[] {
  const { isIn, fallback, hasField } = field;
  const own = sql.ref(`p.${field.column}`);
  const inherited = sql.ref(`v.${field.column}`);
  const isFree = sql`${own} IS NULL AND ${hasField} AND NOT ${isOverridden(field)}`;
  const ways: Inheritance[] = [];
  if (isIn.profile)
    ways.push({
      through: "deviceProfile",
      from: (id) => sql`FROM "DeviceProfile" v JOIN "DeviceState" s ON s."loginProfileId" = v."id"
        JOIN "Phone" p ON p."id" = s."phoneId"
        WHERE ${inherited} = ${id} AND ${own} IS DISTINCT FROM ${id} AND ${hasField}`,
    });
  if (isIn.common)
    ways.push({
      through: "commonDeviceConfiguration",
      from: (id) => sql`FROM "CommonDeviceConfiguration" v
        JOIN "Phone" p ON p."commonDeviceConfigurationId" = v."id" WHERE ${inherited} = ${id} AND ${isFree}`,
    });
  if (fallback)
    ways.push({
      through: null,
      from: (id) => sql`FROM "Phone" p
        LEFT JOIN "CommonDeviceConfiguration" v ON v."id" = p."commonDeviceConfigurationId"
        WHERE ${id} = ${fallback} AND ${inherited} IS NULL AND ${isFree}`,
    });
  return ways;
}

const waysToInherit = (kind: ConfigurationKind) => (inheritedFields[kind] ?? []).flatMap(inheritancesOf);

/** The number of phones that inherit the object `t`. */
export function countInheritors(kind: ConfigurationKind): AliasableExpression<number> {
  const counts = waysToInherit(kind).map(({ from }) => sql`(SELECT count(*) ${from(sql<string>`t."id"`)})`);
  return counts.length === 0 ? sql<number>`0` : sql<number>`(${sql.join(counts, sql` + `)})::int`;
}

interface InheritorRow {
  name: string;
  key: string;
  through: Inheritance["through"];
  throughName: string | null;
}

/** The phones that inherit an object and do not name it themselves. */
export async function listInheritors(
  transaction: Transaction,
  kind: ConfigurationKind,
  id: string,
  limit: number,
): Promise<Inheritors> {
  const ways = waysToInherit(kind);
  if (ways.length === 0) return { items: [], total: 0 };
  const selects = ways.map(({ through, from }) => {
    const name = through === null ? sql`NULL::text` : sql`v."name"`;
    return sql`SELECT p."name", p."key", ${through}::text AS "through", ${name} AS "throughName" ${from(sql<string>`${id}::text`)}`;
  });
  const all = sql<InheritorRow>`(${sql.join(selects, sql` UNION ALL `)})`;
  const rows = await sqlIn(transaction)
    .selectFrom(all.as("i"))
    .select(["name", "through", "throughName", sql<number>`(count(*) OVER ())::int`.as("total")])
    .orderBy("key")
    .limit(limit)
    .execute();
  const items = rows.map(({ name, through, throughName }) => ({
    kind: "phone" as const,
    name,
    through: through && { kind: through, name: throughName ?? "" },
  }));
  return { items, total: rows[0]?.total ?? 0 };
}
