import { expectDone, fileOf, importPhones } from "./bulk.mjs";
import { ask, percentiles, timeOf } from "./measure.mjs";
import { templateOfSite } from "./phones-fill.mjs";
import { startsAndSizes } from "./phones-program.mjs";
import { searchTimes } from "./phones-search.mjs";

const { handleApiRequest } = await import("@/lib/server/api/handler");

const goals = {
  ...{ pendingMilliseconds: 200, importedPerSecond: 2_000 },
  /** Every start page that is open asks four times a minute. */
  overviewMilliseconds: 100,
  /** Somebody waits for it before an action on all phones. */
  lookAheadMilliseconds: 30_000,
};
const samplesOfCount = 20;
const mostImported = 100_000;
const pending = "/phones/pending-apply?limit=0";

/** What so many phones may make slow besides lists: a line a figure, with its goal beside it. */
export async function* largeCluster(place, kind, count) {
  yield* searchTimes(place);
  yield await overview(place);
  yield* countsOfPending(place, count);
  yield await lookAhead(place);
  yield await importOfMany(place, count);
  // Last, because from then on the API of this process answers from the other database.
  if (kind === "server") yield* startsAndSizes(place);
}

/** The count of phones that wait for Apply Config, as every page asks for it: when something has just changed, and then. */
async function* countsOfPending(place, count) {
  const { query, headers } = place;
  const total = async () => JSON.parse(await ask(pending, headers)).total;
  const figures = async (what, expected) => {
    const first = await timeOf(total);
    const times = [];
    for (let sample = 0; sample < samplesOfCount; sample++) times.push(await timeOf(total));
    const found = await total();
    if (found !== expected) throw new Error(`${what}: ${found} phones wait instead of ${expected}`);
    const lines = {
      [`${what}, the first time, ms`]: first,
      [`${what}, p95 then, ms`]: percentiles(times).p95,
    };
    return Object.entries(lines).map(([name, value]) => ({
      name: `pending, ${name}`,
      ...{ value, beside: goals.pendingMilliseconds, isMet: value <= goals.pendingMilliseconds },
    }));
  };
  yield* await figures("none", 0);
  const edited = Math.floor(count / 100);
  await query(`CREATE TEMPORARY TABLE edited AS
    SELECT "id" FROM "Phone" WHERE "description" <> 'original' ORDER BY "id" LIMIT ${edited}`);
  await query(`UPDATE "PhoneLine" SET "label" = 'Edited' WHERE "phoneId" IN (SELECT "id" FROM edited)`);
  await query(`UPDATE "Phone" SET "version" = "version" + 1, "downloadVersion" = "version" + 1
    WHERE "id" IN (SELECT "id" FROM edited)`);
  yield* await figures("one in 100 edited", edited);
  await editTemplate(headers, templateOfSite("Busan"));
  const both = `"softkeyTemplateId" = (SELECT "id" FROM "SoftkeyTemplate" WHERE "name" = '${templateOfSite("Busan")}')`;
  const [{ waiting }] = await query(
    `SELECT count(*)::int AS waiting FROM "Phone" WHERE ${both} OR "id" IN (SELECT "id" FROM edited)`,
  );
  yield* await figures("and a site's template", waiting);
}

/** The figures and the task flow of the start page. */
async function overview({ headers }) {
  const times = [];
  for (let sample = 0; sample < samplesOfCount; sample++)
    times.push(await timeOf(() => ask("/overview", headers)));
  const { p95: value } = percentiles(times);
  const beside = goals.overviewMilliseconds;
  return { name: "overview of the start page, p95, ms", value, beside, isMet: value <= beside };
}

/** What Apply Config would do to all phones, some of which wait for it. */
async function lookAhead({ headers }) {
  const body = { action: "applyConfig", where: [] };
  const value = await timeOf(() => send("POST", "/phones/actions/preview", headers, body));
  const beside = goals.lookAheadMilliseconds;
  return { name: "look ahead of Apply Config to all, ms", value, beside, isMet: value <= beside };
}

/** Takes a softkey from those that an idle phone shows. */
async function editTemplate(headers, name) {
  const address = `/softkey-templates/${encodeURIComponent(name)}`;
  const { version } = JSON.parse(await ask(address, headers));
  await send("PATCH", address, headers, { version, callStates: { "On Hook": ["NewCall"] } });
}

async function send(method, address, headers, body) {
  const response = await handleApiRequest(
    new Request(`http://localhost/api/v1${address}`, {
      ...{ method, headers: { ...headers, "content-type": "application/json" } },
      body: JSON.stringify(body),
    }),
  );
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
}

/** Lines of a file that become phones besides all those that there are. */
async function importOfMany({ context }, count) {
  const lines = Math.min(mostImported, count);
  let job;
  const seconds = (await timeOf(async () => (job = await importPhones(context, fileOf(lines))))) / 1000;
  expectDone(job, { created: lines });
  const value = lines / seconds;
  const isMet = value >= goals.importedPerSecond;
  return { name: `import of ${lines} more, phones a second`, value, beside: goals.importedPerSecond, isMet };
}
