import { configurationRules } from "@/lib/configuration/configuration-rules";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import type { Known } from "@/lib/configuration/known";
import { nameKey } from "@/lib/configuration/text-rules";
import type { ServiceContext } from "@/lib/server/context";
import type { StoredObject } from "@/lib/server/db/configuration/read";
import { identityKey, scanObjects } from "@/lib/server/db/configuration/read-many";
import { tables } from "@/lib/server/db/configuration/tables";

type Objects = Readonly<Record<ConfigurationKind, readonly StoredObject[]>>;

const everything = { where: [], match: "all", limit: 250 } as const;

async function allObjects({ database }: ServiceContext): Promise<Objects> {
  const kinds = Object.keys(tables) as ConfigurationKind[];
  const lists = await Promise.all(
    kinds.map(async (kind) => {
      const table = tables[kind];
      const query = { ...everything, where: [], sort: table.nameField };
      const found: StoredObject[] = [];
      for await (const page of scanObjects(database.prisma, table, query)) found.push(...page);
      return [kind, found] as const;
    }),
  );
  return Object.fromEntries(lists) as unknown as Objects;
}

/** What rules may ask, answered from all objects that are stored. */
function knownIn(objects: Objects): Known {
  const byName = new Map<string, StoredObject>();
  for (const [kind, list] of Object.entries(objects))
    for (const object of list) byName.set(`${kind} ${nameKey(String(object.content.name))}`, object);
  const find = (kind: ConfigurationKind, name: string) => byName.get(`${kind} ${nameKey(name)}`)?.content;
  return {
    exists: (kind, name) => find(kind, name) !== undefined,
    locale: (name) => find("locale", name) as ReturnType<Known["locale"]>,
    phoneButtonTemplate: (name) =>
      find("phoneButtonTemplate", name) as ReturnType<Known["phoneButtonTemplate"]>,
  };
}

/** Everything in the database that must not be: objects against the rules, names twice, more than one default. */
export async function brokenObjects(context: ServiceContext): Promise<string[]> {
  const objects = await allObjects(context);
  const known = knownIn(objects);
  const broken = Object.entries(objects).flatMap(([kind, list]) => {
    const { validate } = configurationRules[kind as ConfigurationKind];
    return list.flatMap(({ content }) =>
      validate(content, known).map(
        ({ path, code }) => `${kind} ${nameIn(content)}: ${path.join(".")} ${code}`,
      ),
    );
  });
  const defaults = objects.softkeyTemplate.filter(({ content }) => content.isDefault);
  if (defaults.length > 1) broken.push(`${defaults.length} default softkey templates`);
  return [
    ...broken,
    ...namesTwice(objects),
    ...withoutLineButton(objects),
    ...(await withWrongKeys(context)),
  ];
}

const nameIn = ({ name, pattern }: StoredObject["content"]) => String(name ?? pattern);

function namesTwice(objects: Objects): string[] {
  return Object.entries(objects).flatMap(([kind, list]) => {
    const keys = list.map(({ content }) =>
      identityKey({
        name: nameIn(content),
        partition: typeof content.pattern === "string" ? (content.partition as string | null) : null,
      }),
    );
    return keys.filter((key, at) => keys.indexOf(key) !== at).map((key) => `${kind} ${key} is there twice`);
  });
}

/** Phones whose button template has no line button; a phone may have no line. */
function withoutLineButton({ phone, phoneButtonTemplate }: Objects): string[] {
  const buttonsOf = new Map(phoneButtonTemplate.map(({ content }) => [content.name, content.buttons]));
  return phone.flatMap(({ content }) => {
    const buttons = (buttonsOf.get(content.phoneButtonTemplate) ?? []) as readonly { feature: string }[];
    const hasButton = buttons.some(({ feature }) => feature === "Line");
    return hasButton ? [] : [`phone ${nameIn(content)} has no line button`];
  });
}

/** Phones that would not be found by the numbers of their lines or grouped by what is on their buttons, and objects without a revision of their version. */
async function withWrongKeys({ database: { prisma } }: ServiceContext): Promise<string[]> {
  const phones = await prisma.$queryRaw<{ name: string }[]>`
    SELECT p."name" FROM "Phone" p LEFT JOIN LATERAL (
      SELECT (array_agg(d."key" ORDER BY l."index"))[1] AS first,
        E'\n' || string_agg(d."key", E'\n' ORDER BY l."index") || E'\n' AS joined
      FROM "PhoneLine" l JOIN "DirectoryNumber" d ON d."id" = l."directoryNumberId" WHERE l."phoneId" = p."id") n ON TRUE
    WHERE p."firstNumber" <> coalesce(n.first, '') OR p."numbersKey" <> coalesce(n.joined, '')`;
  const layouts = await prisma.$queryRaw<{ name: string }[]>`
    SELECT p."name" FROM "Phone" p WHERE p."layoutKey" <> concat_ws(';',
      coalesce((SELECT string_agg(m, ',') FROM jsonb_array_elements_text(p."settings" -> 'expansionModules') m), ''),
      coalesce((SELECT string_agg(l."index"::text, ',' ORDER BY l."index") FROM "PhoneLine" l WHERE l."phoneId" = p."id"), ''),
      coalesce((SELECT string_agg(d."index"::text, ',' ORDER BY d."index") FROM "PhoneSpeedDial" d WHERE d."phoneId" = p."id"), ''))`;
  const untold = await prisma.$queryRaw<{ name: string }[]>`
    SELECT p."name" FROM "Phone" p WHERE NOT EXISTS (
      SELECT 1 FROM "Revision" r WHERE r."entity" = 'phone' AND r."entityId" = p."id" AND r."number" = p."version")`;
  return [
    ...phones.map(({ name }) => `phone ${name} is not found by its numbers`),
    ...layouts.map(({ name }) => `phone ${name} is not grouped by what is on its buttons`),
    ...untold.map(({ name }) => `phone ${name} has no revision of its version`),
  ];
}
