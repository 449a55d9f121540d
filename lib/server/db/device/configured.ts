import type { ConfigurationSnapshot, RevisionReference } from "@/lib/devices/device";
import type { KeyedPhone } from "@/lib/devices/plan-key";
import { defaultTemplate } from "@/lib/server/db/device/default-template";
import { Prisma } from "@/lib/server/db/generated/client";
import type { Transaction } from "@/lib/server/db/transaction";

/** What a phone would download now, and what decides which phones get the same from it. */
export interface ConfiguredPhone {
  readonly phoneId: string;
  readonly keyed: KeyedPhone;
  readonly snapshot: ConfigurationSnapshot;
}

/**
 * The softkey template `k` and the button template `b` of the phone `p` with the common device configuration `c` and the
 * device profile `u` of the user who is logged in, by precedence [PH-04].
 */
const joinTemplates = Prisma.sql`LEFT JOIN "CommonDeviceConfiguration" c ON c."id" = p."commonDeviceConfigurationId"
  LEFT JOIN "SoftkeyTemplate" k
    ON k."id" = coalesce(u."softkeyTemplateId", p."softkeyTemplateId", c."softkeyTemplateId", ${defaultTemplate})
  JOIN "PhoneButtonTemplate" b ON b."id" = coalesce(u."phoneButtonTemplateId", p."phoneButtonTemplateId")`;

/** Every phone `p` and its running side `s` with what its configuration is made of. */
export const fromConfigured = Prisma.sql`FROM "Phone" p JOIN "DeviceState" s ON s."phoneId" = p."id"
  LEFT JOIN "DeviceProfile" u ON u."id" = s."loginProfileId" ${joinTemplates}`;

/** Something of the lines that `p` has: those of the user's profile when it has some. */
function ofLines(value: Prisma.Sql, join = Prisma.empty): Prisma.Sql {
  const aggregated = Prisma.sql`SELECT jsonb_agg(${value} ORDER BY l."index")`;
  return Prisma.sql`coalesce(
    CASE WHEN u."id" IS NOT NULL
      THEN (${aggregated} FROM "DeviceProfileLine" l ${join} WHERE l."deviceProfileId" = u."id") END,
    (${aggregated} FROM "PhoneLine" l ${join} WHERE l."phoneId" = p."id"), '[]'::jsonb)`;
}

/** The numbers on the lines of `p`, as a snapshot names them. */
export const lineNumbers = ofLines(
  Prisma.sql`jsonb_build_object('id', n."id", 'number', n."downloadVersion")`,
  Prisma.sql`JOIN "DirectoryNumber" n ON n."id" = l."directoryNumberId"`,
);

/** Which lines and speed dials `p` has. */
export const lineIndexes = ofLines(Prisma.sql`jsonb_build_object('index', l."index")`);
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
  deviceProfile: RevisionReference | null;
  directoryNumbers: RevisionReference[];
}

/** A shared object as a snapshot names it: the templates `k` and `b`, the common configuration `c`, the profile `u`. */
export const configuredReference = (row: "k" | "b" | "c" | "u") => {
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
      p."userLocaleId" AS "userLocale", p."networkLocaleId" AS "networkLocale",
      p."downloadVersion" AS "version",
      ${lineIndexes} AS "lines", ${dialIndexes} AS "speedDials",
      ${configuredReference("k")} AS "softkeyTemplate", ${configuredReference("b")} AS "phoneButtonTemplate",
      ${configuredReference("c")} AS "commonDeviceConfiguration",
      ${configuredReference("u")} AS "deviceProfile", ${lineNumbers} AS "directoryNumbers"
    ${fromConfigured} WHERE p."id" = ANY(${[...phoneIds]}::text[])`;
  return new Map(rows.map((row) => [row.phoneId, configuredOf(row)]));
}

function configuredOf(row: ConfiguredRow): ConfiguredPhone {
  const { phoneId, model, protocol, expansionModules, userLocale, networkLocale, lines, speedDials } = row;
  const { softkeyTemplate, phoneButtonTemplate, commonDeviceConfiguration, deviceProfile } = row;
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
      deviceProfile,
      directoryNumbers: row.directoryNumbers,
    },
  };
}
