// Who may import whom: docs/tour.md, "The layers". Checked transitively where it matters.
const rules = "^lib/(state-table|catalog|configuration|devices|callback)/";

/** The rooms of the engine: each with those that it may know. `step.ts`, scenarios and tests may know all. */
const rooms = {
  state: [],
  setup: ["state"],
  phones: ["state"],
  calls: ["state", "phones"],
  requests: ["state", "phones", "calls"],
  display: ["state", "phones", "calls", "requests"],
  inputs: ["state", "phones", "calls", "requests", "display"],
  reactions: ["state", "phones", "calls", "requests"],
  explain: ["state", "requests"],
  invariants: ["state", "phones", "requests", "step"],
};
const roomsOfTheEngine = Object.entries(rooms).map(([room, known]) => ({
  name: `callback-${room}-knows-what-lies-below`,
  severity: "error",
  from: { path: `^lib/callback/${room}/`, pathNot: "\\.test\\.ts$" },
  to: { path: "^lib/callback/", pathNot: `^lib/callback/(${[room, ...known].join("|")})(/|\\.ts$)` },
}));

/** The floors of the server from below: a room knows those of the floors below, and none beside it. `process` starts it and knows all. */
const floors = [["db", "concurrency"], ["auth"], ["runtime"], ["services"], ["api"], ["pages"], ["process"]];
const floorsOfTheServer = floors.slice(0, -1).flatMap((rooms, floor) =>
  rooms.map((room) => {
    const unknown = [...rooms.filter((one) => one !== room), ...floors.slice(floor + 1).flat()];
    return {
      name: `server-${room}-knows-what-lies-below`,
      severity: "error",
      from: { path: `^lib/server/${room}/`, pathNot: "\\.test\\.ts$" },
      to: { path: `^lib/server/(${unknown.join("|")})/` },
    };
  }),
);

module.exports = {
  forbidden: [
    ...roomsOfTheEngine,
    ...floorsOfTheServer,
    {
      name: "concurrency-knows-only-itself",
      comment: "Who may work when, and what is kept: the same for phones, passwords and rows.",
      severity: "error",
      from: { path: "^lib/server/concurrency/", pathNot: "\\.test\\.ts$" },
      to: { path: "^(lib|app|components|e2e)/", pathNot: "^lib/server/concurrency/" },
    },
    {
      name: "instance-lies-below-api",
      comment: "Rooms below take what they need of the running program as an argument.",
      severity: "error",
      from: { path: "^lib/server/(db|concurrency|auth|runtime|services)/", pathNot: "\\.test\\.ts$" },
      to: { path: "^lib/server/instance" },
    },
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    {
      name: "rules-are-pure",
      comment: "The rules import nothing but each other: no database, HTTP, React, clock or library.",
      severity: "error",
      from: { path: rules, pathNot: "\\.test\\.ts$|/testing/" },
      to: { pathNot: rules },
    },
    {
      name: "state-table-knows-nothing",
      severity: "error",
      from: { path: "^lib/state-table/", pathNot: "\\.test\\.ts$|/testing/" },
      to: { pathNot: "^lib/state-table/" },
    },
    {
      name: "catalog-is-the-bottom",
      severity: "error",
      from: { path: "^lib/catalog/", pathNot: "\\.test\\.ts$|/testing/" },
      to: { pathNot: "^lib/catalog/" },
    },
    {
      name: "configuration-knows-only-catalog",
      severity: "error",
      from: { path: "^lib/configuration/", pathNot: "\\.test\\.ts$" },
      to: { path: "^lib/", pathNot: "^lib/(catalog|configuration)/" },
    },
    {
      name: "devices-know-catalog-and-configuration",
      severity: "error",
      from: { path: "^lib/devices/", pathNot: "\\.test\\.ts$|/testing/" },
      to: { path: "^lib/", pathNot: "^lib/(state-table|catalog|configuration|devices)/" },
    },
    {
      name: "csv-knows-problems-and-its-libraries",
      comment: "Tables of text, whatever they mean: for bulk administration and for files of Unified CM.",
      severity: "error",
      from: { path: "^lib/csv/", pathNot: "\\.test\\.ts$" },
      to: { pathNot: "^lib/csv/|^lib/configuration/problem\\.ts$|node_modules/csv-(parse|stringify)/" },
    },
    {
      name: "unified-cm-knows-configuration-and-csv",
      comment:
        "Files of Unified CM are read by rules that are pure; of libraries they know the reader of XML.",
      severity: "error",
      from: { path: "^lib/unified-cm/", pathNot: "\\.test\\.ts$|/testing/" },
      to: { pathNot: "^lib/(unified-cm|csv|configuration|catalog)/|node_modules/fast-xml-parser/" },
    },
    {
      name: "unified-cm-stays-on-the-server",
      comment: "Its reader of XML is not for browsers.",
      severity: "error",
      from: { path: "^(components|lib/client)/" },
      to: { path: "node_modules/fast-xml-parser/", reachable: true },
    },
    {
      name: "contract-knows-only-rules",
      severity: "error",
      from: { path: "^lib/contract/", pathNot: "\\.test\\.ts$" },
      to: {
        path: "^(lib|app|components|e2e)/",
        pathNot: `${rules}|^lib/contract/|^lib/unified-cm/file-problem\\.ts$`,
      },
    },
    {
      name: "browser-never-reaches-server",
      comment: "That it imports only types of the contract is checked by lib/client/layers.test.ts.",
      severity: "error",
      from: { path: "^(components|lib/client)/" },
      to: { path: "^lib/server/", reachable: true },
    },
    {
      name: "features-do-not-know-each-other",
      severity: "error",
      from: { path: "^components/([^/]+)/" },
      to: { path: "^components/", pathNot: "^components/($1|ui|console)/" },
    },
    {
      name: "ui-is-below-console",
      severity: "error",
      from: { path: "^components/ui/" },
      to: { path: "^components/(?!ui/)" },
    },
    {
      name: "console-knows-no-feature",
      severity: "error",
      from: { path: "^components/console/" },
      to: { path: "^components/(?!ui/|console/)" },
    },
    {
      name: "app-only-shows",
      comment: "Pages reach the server only through lib/server/pages; routes through lib/server/api.",
      severity: "error",
      from: { path: "^app/" },
      to: {
        path: "^lib/server/",
        pathNot: "^lib/server/(pages|api)/|^lib/server/instance|^lib/server/http/health",
      },
    },
    {
      name: "only-db-names-prisma-and-kysely",
      severity: "error",
      from: { path: "^(lib|app|components)/", pathNot: "^lib/server/(db|testing)/" },
      to: { path: "db/generated/|@prisma/|node_modules/kysely/" },
    },
    {
      name: "tests-stay-tests",
      severity: "error",
      from: { pathNot: "\\.(test|spec)\\.tsx?$|/testing/|^e2e/" },
      to: { path: "\\.(test|spec)\\.tsx?$|/testing/|^e2e/" },
    },
  ],
  options: {
    // The only parser of the tool that reads TypeScript here; it cannot tell type imports apart.
    parser: "swc",
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "lib/server/db/generated/(?!client)" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default"],
    },
  },
};
