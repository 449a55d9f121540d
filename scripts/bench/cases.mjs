const table = '"SoftkeyTemplate"';

/** A list request and the SQL that a person would write for it: the page and the count. */
function list(name, query, { where = "TRUE", order = '"key", "id"', limit = 50 }) {
  const page = `SELECT * FROM ${table} WHERE ${where} ORDER BY ${order} LIMIT ${limit + 1}`;
  const count = `SELECT count(*) FROM ${table} WHERE ${where}`;
  return { name, query: new URLSearchParams(query).toString(), sql: [page, count] };
}

/** What people do with the list; `deep` requests start at the cursor that precedes the last pages. */
export const cases = [
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
  list("sorted by user", [["sort", "updatedBy"]], { order: '"updatedBy", "id"' }),
  {
    ...list("deep page by name", [], { where: `"key" > 'site 9'` }),
    deep: { sort: "name", column: "key", value: "site 9" },
  },
  {
    ...list("deep page by description", [["sort", "description"]], {
      where: `"descriptionKey" > 'wing 8'`,
      order: '"descriptionKey", "id"',
    }),
    deep: { sort: "description", column: "descriptionKey", value: "wing 8" },
  },
].map((example) =>
  example.deep ? { ...example, sql: [example.sql[0], `SELECT count(*) FROM ${table}`] } : example,
);
