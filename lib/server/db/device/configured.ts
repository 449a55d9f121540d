import { type Expression, type SqlBool, sql } from "kysely";
import type { ConfigurationSnapshot, RevisionReference } from "@/lib/devices/device";
import type { KeyedPhone } from "@/lib/devices/plan-key";
import { defaultTemplate } from "@/lib/server/db/device/default-template";
import { sqlIn } from "@/lib/server/db/kysely";
import type { Transaction } from "@/lib/server/db/transaction";

/** What a phone would download now, and what decides which phones get the same from it. */
export interface ConfiguredPhone {
  readonly phoneId: string;
  readonly keyed: KeyedPhone;
  readonly snapshot: ConfigurationSnapshot;
}

/**
 * Every phone `p` and its running side `s` with what its configuration is made of: the softkey template `k` and the button template
 * `b`, with the common device configuration `c` and the device profile `u` of the user who is logged in, by precedence [PH-04].
 */
export function selectConfigured(transaction: Transaction) {
  return sqlIn(transaction)
    .selectFrom("Phone as p")
    .innerJoin("DeviceState as s", "s.phoneId", "p.id")
    .leftJoin("DeviceProfile as u", "u.id", "s.loginProfileId")
    .leftJoin("CommonDeviceConfiguration as c", "c.id", "p.commonDeviceConfigurationId")
    .leftJoin("SoftkeyTemplate as k", (join) =>
      join.on(({ eb, fn }) => {
        const chosen = ["u.softkeyTemplateId", "p.softkeyTemplateId", "c.softkeyTemplateId"] as const;
        return eb("k.id", "=", fn.coalesce(...chosen, defaultTemplate));
      }),
    )
    .innerJoin("PhoneButtonTemplate as b", (join) =>
      join.on(({ eb, fn }) =>
        eb("b.id", "=", fn.coalesce("u.phoneButtonTemplateId", "p.phoneButtonTemplateId")),
      ),
    );
}

/** Something of the lines that `p` has: those of the user's profile when it has some. */
function ofLines<Line>(value: Expression<Line>, join: Expression<unknown> = sql``) {
  const aggregated = sql`SELECT jsonb_agg(${value} ORDER BY l."index")`;
  return sql<Line[]>`coalesce(
    CASE WHEN u."id" IS NOT NULL
      THEN (${aggregated} FROM "DeviceProfileLine" l ${join} WHERE l."deviceProfileId" = u."id") END,
    (${aggregated} FROM "PhoneLine" l ${join} WHERE l."phoneId" = p."id"), '[]'::jsonb)`;
}

/** The numbers on the lines of `p`, as a snapshot names them. */
export const lineNumbers = ofLines(
  sql<RevisionReference>`jsonb_build_object('id', n."id", 'number', n."downloadVersion")`,
  sql`JOIN "DirectoryNumber" n ON n."id" = l."directoryNumberId"`,
);

type Place = KeyedPhone["lines"][number];

/** Which lines and speed dials `p` has. */
export const lineIndexes = ofLines(sql<Place>`jsonb_build_object('index', l."index")`);
export const dialIndexes = sql<
  Place[]
>`coalesce((SELECT jsonb_agg(jsonb_build_object('index', d."index") ORDER BY d."index")
  FROM "PhoneSpeedDial" d WHERE d."phoneId" = p."id"), '[]'::jsonb)`;

/** A phone as it is selected. */
type ConfiguredRow = Omit<KeyedPhone, "expansionModules"> &
  Omit<ConfigurationSnapshot, "phone"> & {
    readonly phoneId: string;
    readonly version: number;
    readonly expansionModules: KeyedPhone["expansionModules"] | null;
  };

/** A shared object as a snapshot names it: the templates `k` and `b`, the common configuration `c`, the profile `u`. */
function referenceOf<Reference = RevisionReference | null>(row: "k" | "b" | "c" | "u") {
  const [id, version] = [sql.ref(`${row}.id`), sql.ref(`${row}.version`)];
  return sql<Reference>`CASE WHEN ${id} IS NOT NULL THEN jsonb_build_object('id', ${id}, 'number', ${version}) END`;
}

/** What some phones would download now, by the id of the phone. */
export async function configuredPhones(
  transaction: Transaction,
  phoneIds: readonly string[],
): Promise<Map<string, ConfiguredPhone>> {
  if (phoneIds.length === 0) return new Map();
  const rows = await selectConfigured(transaction)
    .select(["p.id as phoneId", "p.model", "p.protocol", "p.downloadVersion as version"])
    .select(["p.userLocaleId as userLocale", "p.networkLocaleId as networkLocale"])
    .select([
      sql<KeyedPhone["expansionModules"] | null>`p."settings" -> 'expansionModules'`.as("expansionModules"),
      lineIndexes.as("lines"),
      dialIndexes.as("speedDials"),
      referenceOf("k").as("softkeyTemplate"),
      referenceOf<RevisionReference>("b").as("phoneButtonTemplate"),
      referenceOf("c").as("commonDeviceConfiguration"),
      referenceOf("u").as("deviceProfile"),
      lineNumbers.as("directoryNumbers"),
    ])
    .where(sql<SqlBool>`p."id" = ANY(${[...phoneIds]}::text[])`)
    .$narrowType<{ protocol: KeyedPhone["protocol"] }>()
    .execute();
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
