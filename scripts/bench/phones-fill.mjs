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

/**
 * Fills the tables with phones as a large company has them: ten sites with a device pool and a partition each, six
 * models, a number of its own on every phone, a second line on every fourth that it shares with a neighbour, two speed
 * dials on every other. One phone of each model is made by the service; the rest are copies of it in SQL.
 */
export async function fillPhones({ query, context }, count) {
  for (const name of sites) {
    await createObject(context, definitions.devicePool, { name });
    await createObject(context, definitions.partition, { name: `${name} Phones` });
  }
  for (const [position, model] of models.entries()) {
    const name = `SEP0000000000${position}0`;
    const lines = [{ index: 1, directoryNumber: String(1000 + position) }];
    await createObject(context, definitions.phone, { name, model, description: "original", lines });
  }
  await query(`CREATE TEMPORARY TABLE desk AS
    SELECT n, 'phone-' || md5('phone' || n) AS phone, 'number-' || md5('number' || n) AS number,
      'SEP' || upper(substr(md5(n::text), 1, 12)) AS name, (20000000 + n * 7)::text AS pattern,
      concat(chr(10), 20000000 + n * 7, chr(10), CASE WHEN n % 4 = 0 AND n < ${count} THEN concat(20000000 + (n + 1) * 7, chr(10)) END)
        AS numbers,
      people.surname || ' ' || people.given || ', ' || pool."name" || ' ' || 1 + n % 20 || 'F ' || people.team AS words,
      pool."id" AS pool, partition."id" AS partition, original."id" AS original
    FROM generate_series(1, ${count}) n
    CROSS JOIN LATERAL (SELECT
      (ARRAY['Kim', 'Lee', 'Park', 'Choi', 'Jung', 'Kang', 'Cho', 'Yoon', 'Jang', '김'])[1 + n % 10] AS surname,
      (ARRAY['Minsu', 'Jiwoo', 'Seojun', 'Hana', 'Yuna', 'Dohyun', 'Eunji'])[1 + n % 7] AS given,
      (ARRAY['Sales', 'Support', 'Accounting', 'Research', 'Warehouse', 'Reception', 'Lobby', 'Legal', 'IT', 'Video room',
        'Kitchen'])[1 + n % 11] AS team,
      (ARRAY[${sites.map((site) => `'${site}'`).join(", ")}])[1 + n * 31 % 10] AS site) people
    JOIN "DevicePool" pool ON pool."name" = people.site
    JOIN "Partition" partition ON partition."name" = people.site || ' Phones'
    JOIN (SELECT "id", row_number() OVER (ORDER BY "key") AS place FROM "Phone") original ON original.place = 1 + n * 13 % 6`);
  await query(`INSERT INTO "DirectoryNumber" ("id", "pattern", "key", "partitionId", "settings", "updatedAt", "updatedBy", "createdAt")
    SELECT d.number, d.pattern, d.pattern, d.partition, o."settings", o."updatedAt", o."updatedBy", o."createdAt"
    FROM desk d CROSS JOIN (SELECT * FROM "DirectoryNumber" LIMIT 1) o`);
  await query(`INSERT INTO "Phone" ("id", "name", "key", "description", "descriptionKey", "model", "protocol", "devicePoolId",
      "phoneButtonTemplateId", "firstNumber", "numbersKey", "layoutKey", "settings", "version", "updatedAt", "updatedBy", "createdAt")
    SELECT d.phone, d.name, lower(d.name), d.words, lower(d.words), o."model", o."protocol", d.pool, o."phoneButtonTemplateId",
      d.pattern, d.numbers, concat(';1', CASE WHEN d.n % 4 = 0 AND d.n < ${count} THEN ',2' END, ';', CASE WHEN d.n % 2 = 0 THEN '1,2' END),
      o."settings", 1 + d.n % 5, o."updatedAt" + d.n * interval '1 second', o."updatedBy", o."createdAt"
    FROM desk d JOIN "Phone" o ON o."id" = d.original`);
  await query(
    `INSERT INTO "DeviceState" ("phoneId", "queuedAt") SELECT phone, now() AT TIME ZONE 'UTC' FROM desk`,
  );
  await query(`INSERT INTO "PhoneLine" ("phoneId", "index", "directoryNumberId", "label", "displayName")
    SELECT phone, 1, number, '', split_part(words, ',', 1) FROM desk
    UNION ALL SELECT one.phone, 2, other.number, 'Group', '' FROM desk one JOIN desk other ON other.n = one.n + 1 WHERE one.n % 4 = 0`);
  await query(`INSERT INTO "PhoneSpeedDial" ("phoneId", "index", "number", "label")
    SELECT phone, place, (20000000 + (n + place) * 7)::text, 'Dial ' || place FROM desk, generate_series(1, 2) place
    WHERE n % 2 = 0`);
  await query(`INSERT INTO "Revision" ("id", "entity", "entityId", "entityName", "number", "action", "content", "reason", "by", "at",
      "requestId")
    SELECT gen_random_uuid()::text, 'phone', phone, name, 1, 'created', jsonb_build_object('name', name), '', 'admin', now(), 'bench'
    FROM desk`);
}
