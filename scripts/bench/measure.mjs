const { handleApiRequest } = await import("@/lib/server/api/handler");

const mostWarmUps = 5;
const mostRuns = 4;

/**
 * p50 and p95 of the requests of a case and of their bare SQL, taken alternately so that both meet the same moments of the
 * machine; a run while the machine was busy with something else is repeated. The samples go round the variants of the
 * case, each of which is told alone too.
 */
export async function compare({ headers, query }, { path }, { name, variants }, samples) {
  const works = [];
  for (const { name: variant, prepare } of variants) {
    const { search, sql } = await prepare(query);
    works.push({
      name: variant,
      request: () => ask(`${path}?${search}`, headers, variant),
      bare: async () => {
        for (const statement of sql) await query(statement);
      },
    });
  }
  let runs = 0;
  let each;
  do {
    each = await alternate(works, samples);
    runs += 1;
  } while (runs < mostRuns && isBusy(each));
  const all = (side) => percentiles(each.flatMap((times) => times[side]));
  return { name, runs, ...withRatio(all("request"), all("sql")), variants: each.map(variantResult) };
}

export async function ask(address, headers, name = address) {
  const response = await handleApiRequest(new Request(`http://localhost/api/v1${address}`, { headers }));
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${name}: ${response.status} ${text}`);
  return text;
}

async function alternate(works, samples) {
  const times = works.map(({ name }) => ({ name, request: [], sql: [] }));
  const warmUps = Math.ceil(Math.min(mostWarmUps, samples / 200)) * works.length;
  for (let sample = -warmUps; sample < samples; sample++) {
    const at = (sample + warmUps) % works.length;
    const requestTime = await timeOf(works[at].request);
    const sqlTime = await timeOf(works[at].bare);
    if (sample < 0) continue;
    times[at].request.push(requestTime);
    times[at].sql.push(sqlTime);
  }
  return times;
}

/** Bare SQL takes the same time each time, unless something else has the processor: then the run says nothing. */
function isBusy(each) {
  const sum = (point) => each.reduce((total, { sql }) => total + percentiles(sql)[point], 0);
  return sum("p95") > 4 * sum("p50");
}

function variantResult({ name, request, sql }) {
  return { name, ...withRatio(percentiles(request), percentiles(sql)) };
}

function withRatio(request, sql) {
  return { request, sql, ratio: request.p50 / sql.p50 };
}

export async function timeOf(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export function percentiles(times) {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share) => sorted[Math.ceil(share * sorted.length) - 1];
  return { p50: at(0.5), p95: at(0.95), max: sorted.at(-1) };
}
