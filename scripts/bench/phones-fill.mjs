import { withoutIndexes } from "./without-indexes.mjs";

const { createObject } = await import("@/lib/server/services/configuration/create");
const { definitions } = await import("@/lib/server/services/configuration/definitions");

const sites = [
  "Seoul",
  "Busan",
  "Daegu",
  "Incheon",
  "Gwangju",
  "Daejeon",
  "Ulsan",
  "Suwon",
  "Jeju",
  "Sejong",
];
const models = ["Cisco 8841", "Cisco 8851", "Cisco 8865", "Cisco 7841", "Cisco 7821", "Cisco 7861"];
const tables = ["DirectoryNumber", "Phone", "DeviceState", "PhoneLine", "PhoneSpeedDial", "Revision"];

/** The softkey template of a site; one site has none, so that its phones take the default. */
export const templateOfSite = (site) => (site === sites[0] ? null : `${site} User`);

/**
 * Fills the tables with phones as a large company has them: ten sites with a device pool and a partition each, six
 * models, a number of its own on every phone, a second line on every fourth that it shares with a neighbour, two speed
 * dials on every other. All are registered and run what is saved. One phone of each model is made by the service; the rest are copies of
 * it in SQL, each with the newest revision of its history.
 * @param templateOf the name of the softkey template of a site; null: the default
 */
export async function fillPhones({ query, context }, count, templateOf = templateOfSite) {
  for (const name of sites) {
    await createObject(context, definitions.devicePool, { name });
    await createObject(context, definitions.partition, { name: `${name} Phones` });
  }
  for (const name of new Set(sites.map(templateOf)))
    if (name !== null)
      await createObject(context, definitions.softkeyTemplate, { name, copyOf: "Standard User" });
  for (const [position, model] of models.entries()) {
    const name = `SEP0000000000${position}0`;
    const lines = [{ index: 1, directoryNumber: String(1000 + position) }];
    await createObject(context, definitions.phone, { name, model, description: "original", lines });
  }
  await registerOriginals(query);
  await query(deskTable(count, templateOf));
  await query(`ANALYZE desk`);
  await withoutIndexes(query, tables, async () => {
    for (const statement of copies) await query(statement);
  });
  await query("DROP TABLE desk");
  await query("VACUUM ANALYZE");
}

/** Each phone that is to be with what is its own; `other` is the neighbour whose number is on its second line. */
function deskTable(count, templateOf) {
  const siteRows = sites.map((site, index) => {
    const template = templateOf(site);
    return `(${index}, '${site}', ${template === null ? "NULL" : `'${template}'`})`;
  });
  return `CREATE TEMPORARY TABLE desk AS
    WITH site AS (SELECT site.position, site.name AS "site", pool."id" AS pool, part."id" AS partition, part."name" AS "partitionName",
        k."id" AS template, k."version" AS "templateVersion", site.template AS "ownTemplate"
      FROM (VALUES ${siteRows.join(", ")}) site(position, name, template)
      JOIN "DevicePool" pool ON pool."name" = site.name JOIN "Partition" part ON part."name" = site.name || ' Phones'
      JOIN "SoftkeyTemplate" k ON k."name" = site.template OR (site.template IS NULL AND k."id" = ${defaultTemplate})),
    original AS (SELECT p."id", row_number() OVER (ORDER BY p."key") AS place, r."content", b."id" AS buttons, b."version" AS "buttonsVersion"
      FROM "Phone" p JOIN "Revision" r ON r."entity" = 'phone' AND r."entityId" = p."id" AND r."number" = 1
      JOIN "PhoneButtonTemplate" b ON b."id" = p."phoneButtonTemplateId")
    SELECT n, 'phone-' || md5('phone' || n) AS phone, 'number-' || md5('number' || n) AS number,
      'SEP' || upper(substr(md5(n::text), 1, 12)) AS name, (20000000 + n * 7)::text AS pattern, 1000 + n % 5 AS version,
      surname || ' ' || given || ', ' || site."site" || ' ' || 1 + n % 20 || 'F ' || team AS words, surname || ' ' || given AS "displayName",
      site.pool, site.partition, site."partitionName", site.template, site."templateVersion", site."ownTemplate",
      original."id" AS original, original."content", original.buttons, original."buttonsVersion", n % 2 = 0 AS "hasDials",
      CASE WHEN n % 4 = 0 AND n < ${count} THEN 'number-' || md5('number' || n + 1) END AS other,
      (20000000 + (n + 1) * 7)::text AS "otherPattern", next."partitionName" AS "otherPartition"
    FROM generate_series(1, ${count}) n
    CROSS JOIN LATERAL (SELECT
      (ARRAY['Kim', 'Lee', 'Park', 'Choi', 'Jung', 'Kang', 'Cho', 'Yoon', 'Jang', '김'])[1 + n % 10] AS surname,
      (ARRAY['Minsu', 'Jiwoo', 'Seojun', 'Hana', 'Yuna', 'Dohyun', 'Eunji'])[1 + n % 7] AS given,
      (ARRAY['Sales', 'Support', 'Accounting', 'Research', 'Warehouse', 'Reception', 'Lobby', 'Legal', 'IT', 'Video room',
        'Kitchen'])[1 + n % 11] AS team) people
    JOIN site ON site.position = n::bigint * 31 % 10 JOIN site next ON next.position = (n + 1)::bigint * 31 % 10
    JOIN original ON original.place = 1 + n::bigint * 13 % 6`;
}

const defaultTemplate = `coalesce((SELECT "id" FROM "SoftkeyTemplate" WHERE "isDefault"),
  (SELECT "id" FROM "SoftkeyTemplate" WHERE "name" = 'Standard User'))`;

/** The columns of the running side of a registered phone, and a start of the values. */
const registered = `"phase", "registration", "reason", "lastRegisteredAt", "phoneRevision", "softkeyTemplateId", "softkeyTemplateRevision",
  "phoneButtonTemplateId", "phoneButtonTemplateRevision", "directoryNumbers"`;
const isRegistered = `'registered', 'registered', 'Registered', now() AT TIME ZONE 'UTC'`;

const copies = [
  `INSERT INTO "DirectoryNumber" ("id", "pattern", "key", "partitionId", "settings", "updatedAt", "updatedBy", "createdAt")
    SELECT d.number, d.pattern, d.pattern, d.partition, o."settings", o."updatedAt", o."updatedBy", o."createdAt"
    FROM desk d CROSS JOIN (SELECT * FROM "DirectoryNumber" LIMIT 1) o`,
  `INSERT INTO "Phone" ("id", "name", "key", "description", "descriptionKey", "model", "protocol", "devicePoolId", "softkeyTemplateId",
      "phoneButtonTemplateId", "firstNumber", "numbersKey", "layoutKey", "settings", "version", "downloadVersion", "updatedAt",
      "updatedBy", "createdAt")
    SELECT d.phone, d.name, lower(d.name), d.words, lower(d.words), o."model", o."protocol", d.pool,
      CASE WHEN d."ownTemplate" IS NOT NULL THEN d.template END, o."phoneButtonTemplateId", d.pattern,
      concat(chr(10), d.pattern, chr(10), CASE WHEN d.other IS NOT NULL THEN concat(d."otherPattern", chr(10)) END),
      concat(';1', CASE WHEN d.other IS NOT NULL THEN ',2' END, ';', CASE WHEN d."hasDials" THEN '1,2' END),
      o."settings", d.version, d.version, o."updatedAt" + d.n * interval '1 second', o."updatedBy", o."createdAt"
    FROM desk d JOIN "Phone" o ON o."id" = d.original`,
  `INSERT INTO "DeviceState" ("phoneId", ${registered})
    SELECT phone, ${isRegistered}, version, template, "templateVersion", buttons, "buttonsVersion",
      CASE WHEN other IS NULL THEN jsonb_build_array(jsonb_build_object('id', number, 'number', 1))
        ELSE jsonb_build_array(jsonb_build_object('id', number, 'number', 1), jsonb_build_object('id', other, 'number', 1)) END
    FROM desk`,
  `INSERT INTO "PhoneLine" ("phoneId", "index", "directoryNumberId", "label", "displayName", "busyTrigger", "maxCalls")
    SELECT phone, 1, number, '', "displayName", 1, 2 FROM desk
    UNION ALL SELECT phone, 2, other, 'Group', '', 1, 2 FROM desk WHERE other IS NOT NULL`,
  `INSERT INTO "PhoneSpeedDial" ("phoneId", "index", "number", "label")
    SELECT phone, place, (20000000 + (n + place) * 7)::text, 'Dial ' || place FROM desk, generate_series(1, 2) place WHERE "hasDials"`,
  `INSERT INTO "Revision" ("id", "entity", "entityId", "entityName", "number", "action", "content", "reason", "by", "at", "requestId")
    SELECT gen_random_uuid()::text, 'phone', phone, name, version, 'updated', "content" || jsonb_build_object('name', name,
        'description', words, 'softkeyTemplate', "ownTemplate", 'lines', CASE WHEN other IS NULL THEN jsonb_build_array(line)
          ELSE jsonb_build_array(line, jsonb_build_object('index', 2, 'directoryNumber', "otherPattern", 'partition', "otherPartition",
            'label', 'Group', 'displayName', '', 'busyTrigger', 1, 'maxCalls', 2)) END,
        'speedDials', CASE WHEN "hasDials" THEN (SELECT jsonb_agg(jsonb_build_object('index', place,
          'number', (20000000 + (n + place) * 7)::text, 'label', 'Dial ' || place)) FROM generate_series(1, 2) place) ELSE '[]' END),
      '', 'admin', now(), 'bench'
    FROM desk CROSS JOIN LATERAL (SELECT jsonb_build_object('index', 1, 'directoryNumber', pattern, 'partition', "partitionName",
      'label', '', 'displayName', "displayName", 'busyTrigger', 1, 'maxCalls', 2) AS line) first`,
];

/** The phones that the service made are registered as well. */
async function registerOriginals(query) {
  await query(`UPDATE "DeviceState" s SET (${registered}, "queuedAt") = (
      SELECT ${isRegistered}, p."version", k."id", k."version", b."id", b."version",
        (SELECT jsonb_agg(jsonb_build_object('id', n."id", 'number', n."downloadVersion") ORDER BY l."index")
          FROM "PhoneLine" l JOIN "DirectoryNumber" n ON n."id" = l."directoryNumberId" WHERE l."phoneId" = p."id"), NULL::timestamp
      FROM "Phone" p JOIN "SoftkeyTemplate" k ON k."id" = ${defaultTemplate}
      JOIN "PhoneButtonTemplate" b ON b."id" = p."phoneButtonTemplateId" WHERE p."id" = s."phoneId")`);
  await query(`DELETE FROM "UnappliedChange"`);
}
