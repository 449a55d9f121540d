import { cursorOf } from "./cursor.mjs";
import { fillPhones } from "./phones-fill.mjs";
import { largeCluster } from "./phones-large.mjs";

const limit = 50;

/** Find and list phones, with 100,000 of them or as many as are asked for; then what else so many of them may make slow. */
export const phones = {
  name: "phones",
  count: 100_000,
  what: (count) => `${count} phones`,
  path: "/phones",
  goal: "p95 at most twice that of the bare SQL plus 10 ms",
  isMet: ({ request, sql }) => request.p95 <= 2 * sql.p95 + 10,
  fill: fillPhones,
  cases,
  after: largeCluster,
};

const text = (column) => ({
  beginsWith: (value) => `p."${column}" LIKE '${value}%'`,
  contains: (value) => `p."${column}" LIKE '%${value}%'`,
  isExactly: (value) => `p."${column}" = '${value}'`,
});
/** The numbers of all lines stand in one column, a line break before and after each. */
const numbers = {
  beginsWith: (value) => `p."numbersKey" LIKE E'%\\n${value}%'`,
  contains: (value) => `p."numbersKey" LIKE '%${value}%'`,
  isExactly: (value) => `p."numbersKey" LIKE E'%\\n${value}\\n%'`,
};
/** Of what refers to another object its name is asked. */
const model = { isExactly: (value) => `lower(p."model") = '${value}'` };
const devicePool = {
  isExactly: (value) => `p."devicePoolId" = (SELECT "id" FROM "DevicePool" WHERE "key" = '${value}')`,
};
const registration = {
  isExactly: (value) =>
    `EXISTS (SELECT 1 FROM "DeviceState" d WHERE d."phoneId" = p."id" AND lower(d."registration") = '${value}')`,
};
const fields = {
  ...{ name: text("key"), description: text("descriptionKey"), directoryNumber: numbers },
  ...{ model, devicePool, registration },
};
const conditionOf = ([field, operator, value]) => fields[field][operator](value.toLowerCase());

/** Each field with each operator, once with what many phones have and once with what few or none have. */
const searches = [
  ["name", "beginsWith", "SEPA"],
  ["name", "contains", "B0B"],
  ["name", "contains", "7"],
  ["name", "isExactly", "SEPC4CA4238A0B9"],
  ["description", "beginsWith", "kim"],
  ["description", "contains", "busan 7"],
  ["description", "contains", "no such text"],
  ["description", "isExactly", "Kim Seojun, Daegu 11F Legal"],
  ["directoryNumber", "beginsWith", "203"],
  ["directoryNumber", "contains", "471"],
  ["directoryNumber", "contains", "7"],
  ["directoryNumber", "isExactly", "20350007"],
  ["model", "isExactly", "Cisco 8841"],
  ["devicePool", "isExactly", "Busan"],
  ["registration", "isExactly", "registered"],
  ["registration", "isExactly", "rejected"],
];

/** What the list is sorted by: the value, and what must be joined for it. */
const sorts = {
  name: { value: 'p."key"' },
  description: { value: 'p."descriptionKey"' },
  directoryNumber: { value: 'p."firstNumber"' },
  devicePool: { value: 's."key"', join: 'JOIN "DevicePool" s ON s."id" = p."devicePoolId"' },
  "-updatedAt": { value: 'p."updatedAt"', isDescending: true },
};
const depths = { "first page": 0, "middle page": 0.5, "deep page": 0.95 };

/** The list of all phones in every order, and each search in three of them; the variants are orders and depths. */
function cases() {
  const byText = Object.keys(sorts).slice(0, 3);
  const all = Object.keys(sorts).map((sort) => ({
    name: `all, by ${sort}`,
    variants: variants(null, [sort]),
  }));
  const found = searches.map((search) => ({ name: search.join(" "), variants: variants(search, byText) }));
  return [...all, ...found];
}

function variants(search, sortNames) {
  return sortNames.flatMap((sort) =>
    Object.entries(depths).map(([depth, share]) => ({
      name: `by ${sort}, ${depth}`,
      prepare: (query) => prepare(query, search, sort, share),
    })),
  );
}

/** The request and the SQL that a person would write for the same answer: page with names and lists, and count. */
async function prepare(query, search, sort, depth) {
  const { value, join = "", isDescending = false } = sorts[sort];
  const direction = isDescending ? "DESC" : "ASC";
  const order = `ORDER BY ${value} ${direction}, p."id" ${direction}`;
  const where = search === null ? "TRUE" : conditionOf(search);
  const parameters = new URLSearchParams({ sort });
  if (search) parameters.append("where", search.join(":"));
  const countSql = `SELECT count(*) FROM "Phone" p WHERE ${where}`;
  const after =
    depth === 0 ? null : await rowAt(query, `FROM "Phone" p ${join} WHERE ${where} ${order}`, value, depth);
  if (after) parameters.set("cursor", cursorOf(sort, after.value, after.id));
  const place = after
    ? `AND (${value}, p."id") ${isDescending ? "<" : ">"} (${literal(after.value)}, '${after.id}')`
    : "";
  const page = `SELECT p.*, ${value} AS sort FROM "Phone" p ${join} WHERE ${where} ${place} ${order} LIMIT ${limit + 1}`;
  return { search: parameters.toString(), sql: [withNames(page, direction), countSql] };
}

/** The row at a share of all rows that match. */
async function rowAt(query, from, value, share) {
  const rows =
    await query(`WITH found AS MATERIALIZED (SELECT ${value} AS value, p."id", row_number() OVER () AS place ${from})
    SELECT value, "id" FROM found WHERE place = (SELECT (count(*) * ${share})::int FROM found)`);
  return rows[0] ?? null;
}

const literal = (value) =>
  value instanceof Date ? `'${value.toISOString().replace("Z", "")}'::timestamp(3)` : `'${value}'`;

function withNames(page, direction) {
  return `SELECT p.*, pool."name" AS pool, common."name" AS common, softkeys."name" AS softkeys, buttons."name" AS buttons,
      language."name" AS language, tones."name" AS tones, lines.list AS lines, dials.list AS dials
    FROM (${page}) p
    JOIN "DevicePool" pool ON pool."id" = p."devicePoolId"
    JOIN "PhoneButtonTemplate" buttons ON buttons."id" = p."phoneButtonTemplateId"
    LEFT JOIN "CommonDeviceConfiguration" common ON common."id" = p."commonDeviceConfigurationId"
    LEFT JOIN "SoftkeyTemplate" softkeys ON softkeys."id" = p."softkeyTemplateId"
    LEFT JOIN "Locale" language ON language."id" = p."userLocaleId"
    LEFT JOIN "Locale" tones ON tones."id" = p."networkLocaleId"
    LEFT JOIN LATERAL (SELECT json_agg(json_build_object('index', l."index", 'label', l."label", 'displayName', l."displayName",
        'directoryNumber', n."pattern", 'partition', t."name") ORDER BY l."index") AS list
      FROM "PhoneLine" l JOIN "DirectoryNumber" n ON n."id" = l."directoryNumberId"
      LEFT JOIN "Partition" t ON t."id" = n."partitionId" WHERE l."phoneId" = p."id") lines ON TRUE
    LEFT JOIN LATERAL (SELECT json_agg(json_build_object('index', d."index", 'number', d."number", 'label', d."label")
        ORDER BY d."index") AS list FROM "PhoneSpeedDial" d WHERE d."phoneId" = p."id") dials ON TRUE
    ORDER BY p.sort ${direction}, p."id" ${direction}`;
}
