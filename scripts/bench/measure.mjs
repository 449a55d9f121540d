const { handleApiRequest } = await import("@/lib/server/api/handler");

const warmUps = 20;
const mostRuns = 4;

/**
 * p50 and p95 of a request and of its bare SQL, taken in turns so that both meet the same moments of the
 * machine; a run while the machine was busy with something else is repeated.
 */
export async function compare({ headers, query }, { path }, { name, prepare }, samples) {
  const { search, sql } = await prepare(query);
  const url = `http://localhost/api/v1${path}?${search}`;
  const request = async () => {
    const response = await handleApiRequest(new Request(url, { headers }));
    const text = await response.text();
    if (response.status !== 200) throw new Error(`${name}: ${response.status} ${text}`);
  };
  const bare = async () => {
    for (const statement of sql) await query(statement);
  };
  let runs = 0;
  let times;
  do {
    times = await takeTurns(request, bare, samples);
    runs += 1;
  } while (runs < mostRuns && isBusy(percentiles(times.sql)));
  const result = { name, runs, request: percentiles(times.request), sql: percentiles(times.sql) };
  return { ...result, ratio: result.request.p50 / result.sql.p50 };
}

/** Bare SQL takes the same time each time, unless something else has the processor: then the run says nothing. */
function isBusy({ p50, p95 }) {
  return p95 > 4 * p50;
}

async function takeTurns(request, bare, samples) {
  const times = { request: [], sql: [] };
  for (let turn = -warmUps; turn < samples; turn++) {
    const requestTime = await timeOf(request);
    const sqlTime = await timeOf(bare);
    if (turn < 0) continue;
    times.request.push(requestTime);
    times.sql.push(sqlTime);
  }
  return times;
}

async function timeOf(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function percentiles(times) {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share) => sorted[Math.ceil(share * sorted.length) - 1];
  return { p50: at(0.5), p95: at(0.95), max: sorted.at(-1) };
}
