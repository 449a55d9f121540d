import { cursorOf } from "./cursor.mjs";

const table = '"SoftkeyTemplate"';
const templates = 10_000;
const goalMilliseconds = 100;

/** The list of softkey templates: what people do with it, with 10,000 of them. */
export const softkeyTemplates = {
  name: "softkey-templates",
  what: () => `${templates} softkey templates`,
  path: "/softkey-templates",
  goal: `p95 under ${goalMilliseconds} ms`,
  isMet: ({ request }) => request.p95 <= goalMilliseconds,
  fill,
  cases: () => cases,
};

/** A list request and the SQL that a person would write for it: the page and the count. */
function list(name, query, { where = "TRUE", order = '"key", "id"', limit = 50 }) {
  const page = `SELECT * FROM ${table} WHERE ${where} ORDER BY ${order} LIMIT ${limit + 1}`;
  const count = `SELECT count(*) FROM ${table} WHERE ${where}`;
  return { name, search: new URLSearchParams(query).toString(), sql: [page, count] };
}

/** `after` is the sort value after which the page of a deep request begins. */
const cases = [
  list("opens", [], {}),
  list("opens with 250 rows", [["limit", "250"]], { limit: 250 }),
  list("name begins with", [["where", "name:beginsWith:site 07"]], { where: `"key" LIKE 'site 07%'` }),
  list("name contains", [["where", "name:contains:reception 9"]], { where: `"key" LIKE '%reception 9%'` }),
  list("name contains, nothing found", [["where", "name:contains:no such text"]], {
    where: `"key" LIKE '%no such text%'`,
  }),
  list("name ends with", [["where", "name:endsWith:77"]], { where: `"key" LIKE '%77'` }),
  list("description contains Korean", [["where", "description:contains:콜백"]], {
    where: `"descriptionKey" LIKE '%콜백%'`,
  }),
  list("softkeys contain", [["where", "callStates:contains:callback"]], {
    where: `"softkeysKey" LIKE '%callback%'`,
  }),
  list(
    "any of two conditions",
    [
      ["where", "name:beginsWith:site 0"],
      ["where", "description:contains:wing 5"],
      ["match", "any"],
    ],
    {
      where: `"key" LIKE 'site 0%' OR "descriptionKey" LIKE '%wing 5%'`,
    },
  ),
  list("default only", [["where", "isDefault:isExactly:true"]], { where: '"isDefault"' }),
  list("sorted by name, last first", [["sort", "-name"]], { order: '"key" DESC, "id" DESC' }),
  list("sorted by description", [["sort", "description"]], { order: '"descriptionKey", "id"' }),
  list("sorted by time, latest first", [["sort", "-updatedAt"]], { order: '"updatedAt" DESC, "id" DESC' }),
  list("sorted by version", [["sort", "version"]], { order: '"version", "id"' }),
  list("sorted by copied template", [["sort", "copyOf"]], { order: '"copyOfKey", "id"' }),
  list("sorted by user", [["sort", "updatedBy"]], { order: 'lower("updatedBy"), "id"' }),
  {
    ...list("deep page by name", [], { where: `"key" > 'site 9'` }),
    after: { sort: "name", column: "key", value: "site 9" },
  },
  {
    ...list("deep page by description", [["sort", "description"]], {
      where: `"descriptionKey" > 'wing 8'`,
      order: '"descriptionKey", "id"',
    }),
    after: { sort: "description", column: "descriptionKey", value: "wing 8" },
  },
].map((example) => ({
  name: example.name,
  variants: [{ name: example.name, prepare: (query) => prepare(query, example) }],
}));

async function prepare(query, { search, sql, after }) {
  if (!after) return { search, sql };
  return {
    search: `${search}&cursor=${await cursorBefore(query, after)}`,
    sql: [sql[0], `SELECT count(*) FROM ${table}`],
  };
}

/** The cursor after the last row that does not exceed the value. */
async function cursorBefore(query, { sort, column, value }) {
  const [row] = await query(
    `SELECT "${column}" AS value, "id" FROM ${table} WHERE "${column}" <= '${value}' ORDER BY 1 DESC, 2 DESC LIMIT 1`,
  );
  return cursorOf(sort, row.value, row.id);
}

/** Copies of the standard templates under other names, with texts as people write them and a history row each. */
async function fill({ query }) {
  await query(`
    INSERT INTO "SoftkeyTemplate" ("id", "name", "key", "description", "descriptionKey", "isDefault", "isStandard", "copyOf",
      "copyOfKey", "settings", "softkeysKey", "version", "updatedAt", "updatedBy", "createdAt")
    SELECT gen_random_uuid()::text, title, lower(title), texts.words, lower(texts.words), FALSE, FALSE, s."name", s."key",
      s."settings", CASE WHEN n % 3 = 0 THEN s."softkeysKey" || ', callback' ELSE s."softkeysKey" END, 1 + n % 9,
      now() - n * interval '1 minute', CASE WHEN n % 5 = 0 THEN 'kim' ELSE 'admin' END, now()
    FROM generate_series(1, ${templates}) n
    CROSS JOIN LATERAL (SELECT 'Site ' || lpad((n % 100)::text, 2, '0') || ' Reception ' || n AS title,
      CASE WHEN n % 4 = 0 THEN '콜백 안내 ' || n ELSE 'Wing ' || n % 10 || ', floor ' || n % 7 END AS words) texts
    JOIN LATERAL (SELECT * FROM "SoftkeyTemplate" WHERE "isStandard" ORDER BY "key" OFFSET n % 10 LIMIT 1) s ON TRUE`);
  await query(`
    INSERT INTO "Revision" ("id", "entity", "entityId", "entityName", "number", "action", "content", "reason", "by", "at", "requestId")
    SELECT gen_random_uuid()::text, 'softkeyTemplate', "id", "name", 1, 'created', jsonb_build_object('name', "name"), '', 'admin',
      "createdAt", 'bench' FROM "SoftkeyTemplate" WHERE NOT "isStandard"`);
}
