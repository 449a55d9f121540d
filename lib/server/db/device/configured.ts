import { fallbackSoftkeyTemplate } from "@/lib/catalog/standard-softkey-templates";
import { nameKey } from "@/lib/configuration/text-rules";
import type { ConfigurationSnapshot, RevisionReference } from "@/lib/devices/device";
import type { KeyedPhone } from "@/lib/devices/plan-key";
import { Prisma } from "@/lib/server/db/generated/client";
import type { Transaction } from "@/lib/server/db/transaction";

/** What a phone would download now, and what decides which phones are alike. */
export interface ConfiguredPhone {
  readonly phoneId: string;
  readonly keyed: KeyedPhone;
  readonly snapshot: ConfigurationSnapshot;
}

/** The template that applies where nothing else is chosen: the one that is marked, else Standard User [SK-04]. */
const defaultTemplate = Prisma.sql`coalesce((SELECT m."id" FROM "SoftkeyTemplate" m WHERE m."isDefault" LIMIT 1),
  (SELECT m."id" FROM "SoftkeyTemplate" m WHERE m."key" = ${nameKey(fallbackSoftkeyTemplate)}))`;

/** The softkey template of the phone `p` with the common device configuration `c`, by precedence [PH-04]. */
export const appliedSoftkeyTemplate = Prisma.sql`coalesce(p."softkeyTemplateId", c."softkeyTemplateId", ${defaultTemplate})`;

/** Joins what the configuration of the phone `p` is made of. */
export const joinShared = Prisma.sql`LEFT JOIN "CommonDeviceConfiguration" c ON c."id" = p."commonDeviceConfigurationId"
  LEFT JOIN "SoftkeyTemplate" k ON k."id" = ${appliedSoftkeyTemplate}
  JOIN "PhoneButtonTemplate" b ON b."id" = p."phoneButtonTemplateId"`;

/** Every phone `p` with what its configuration is made of. */
export const fromConfigured = Prisma.sql`FROM "Phone" p ${joinShared}`;

/** The numbers on the lines of `p`, as a snapshot names them. */
export const lineNumbers = Prisma.sql`coalesce((SELECT jsonb_agg(jsonb_build_object('id', n."id", 'number', n."version") ORDER BY l."index")
  FROM "PhoneLine" l JOIN "DirectoryNumber" n ON n."id" = l."directoryNumberId" WHERE l."phoneId" = p."id"), '[]'::jsonb)`;

/** Which lines and speed dials `p` has. */
export const lineIndexes = Prisma.sql`coalesce((SELECT jsonb_agg(jsonb_build_object('index', l."index") ORDER BY l."index")
  FROM "PhoneLine" l WHERE l."phoneId" = p."id"), '[]'::jsonb)`;
export const dialIndexes = Prisma.sql`coalesce((SELECT jsonb_agg(jsonb_build_object('index', d."index") ORDER BY d."index")
  FROM "PhoneSpeedDial" d WHERE d."phoneId" = p."id"), '[]'::jsonb)`;

interface ConfiguredRow {
  phoneId: string;
  model: string;
  protocol: KeyedPhone["protocol"];
  expansionModules: KeyedPhone["expansionModules"] | null;
  userLocale: string | null;
  networkLocale: string | null;
  lines: KeyedPhone["lines"];
  speedDials: KeyedPhone["speedDials"];
  version: number;
  softkeyTemplate: RevisionReference | null;
  phoneButtonTemplate: RevisionReference;
  commonDeviceConfiguration: RevisionReference | null;
  directoryNumbers: RevisionReference[];
}

/** A shared object as a snapshot names it: the softkey template `k`, the button template `b`, the common configuration `c`. */
export const configuredReference = (row: "k" | "b" | "c") => {
  const of = Prisma.raw(row);
  return Prisma.sql`CASE WHEN ${of}."id" IS NOT NULL THEN jsonb_build_object('id', ${of}."id", 'number', ${of}."version") END`;
};

/** What some phones would download now, by the id of the phone. */
export async function configuredPhones(
  transaction: Transaction,
  phoneIds: readonly string[],
): Promise<Map<string, ConfiguredPhone>> {
  if (phoneIds.length === 0) return new Map();
  const rows = await transaction.$queryRaw<ConfiguredRow[]>`
    SELECT p."id" AS "phoneId", p."model", p."protocol", p."settings" -> 'expansionModules' AS "expansionModules",
      p."userLocaleId" AS "userLocale", p."networkLocaleId" AS "networkLocale", p."version",
      ${lineIndexes} AS "lines", ${dialIndexes} AS "speedDials",
      ${configuredReference("k")} AS "softkeyTemplate", ${configuredReference("b")} AS "phoneButtonTemplate",
      ${configuredReference("c")} AS "commonDeviceConfiguration", ${lineNumbers} AS "directoryNumbers"
    ${fromConfigured} WHERE p."id" = ANY(${[...phoneIds]}::text[])`;
  return new Map(rows.map((row) => [row.phoneId, configuredOf(row)]));
}

function configuredOf(row: ConfiguredRow): ConfiguredPhone {
  const { phoneId, model, protocol, expansionModules, userLocale, networkLocale, lines, speedDials } = row;
  const { softkeyTemplate, phoneButtonTemplate, commonDeviceConfiguration, directoryNumbers } = row;
  return {
    phoneId,
    keyed: {
      ...{ model, protocol, userLocale, networkLocale, lines, speedDials },
      expansionModules: expansionModules ?? [],
    },
    snapshot: {
      phone: { id: phoneId, number: row.version },
      softkeyTemplate,
      phoneButtonTemplate,
      commonDeviceConfiguration,
      // Nobody can log in before there are calls.
      deviceProfile: null,
      directoryNumbers,
    },
  };
}
