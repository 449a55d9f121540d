import { setTimeout as pause } from "node:timers/promises";
import pino from "pino";
import { fillPhones } from "./phones-fill.mjs";

const { handleApiRequest } = await import("@/lib/server/api/handler");
const { realClock } = await import("@/lib/server/runtime/clock");
const { runDue } = await import("@/lib/server/runtime/run-due");
const { makeRuntime } = await import("@/lib/server/process/make-runtime");

const usualRuns = 5;
const template = "Everybody";
const layouts = [["Redial", "NewCall"], ["NewCall"]];
const goals = {
  ...{ ratio: 20, phonesAMinute: 400_000, progressMilliseconds: 1_000, listFactor: 2 },
  /** On the embedded database, which has one thread, where twice an idle list may be less than one statement of a batch. */
  listMilliseconds: 100,
  /** Beyond the registration slots of the phones: 10,000 need 20 s. */
  limitedMilliseconds: 2_000,
};
/** As it is where nobody chose another number. */
const registrationsPerSecond = 500;
const list = "/phones?limit=50&sort=name";

/**
 * Apply Config to all phones after their softkey template was edited, with registrations unlimited; and a restart of a tenth with
 * the limit.
 */
export const devices = {
  name: "devices",
  count: 100_000,
  goals,
  measure: measureDevices,
};

/**
 * On a server: the work of the job beside a bare UPDATE of the running-state rows. On both databases: how often
 * progress arrives, and how long the list of phones takes meanwhile and before. The median of so many runs each. And how long a tenth of
 * the phones takes to restart when registrations are limited, once.
 */
async function measureDevices(place, kind, count, runs = usualRuns) {
  await fillPhones(place, count, () => template);
  const lines = [];
  if (kind === "server") {
    const speeds = await repeated(runs, async (run) => {
      const before = await bareUpdate(place);
      const job = await applyToAll(place, run, { isWatched: false });
      return { ...job, bare: (before + (await bareUpdate(place))) / 2 };
    });
    const speed = medianOf(speeds, ({ work, bare }) => work / bare);
    const ratio = speed.work / speed.bare;
    lines.push({
      name: "work of the job beside a bare UPDATE, ms",
      ...{ value: speed.work, beside: speed.bare, ratio, isMet: ratio <= goals.ratio },
    });
  }
  const uses = await repeated(runs, async (run) => {
    const idle = await listTimes(place, { atLeast: 60, until: async () => true });
    let isOver = false;
    const [job, during] = await Promise.all([
      applyToAll(place, run + runs, { isWatched: true }).finally(() => {
        isOver = true;
      }),
      listTimes(place, { atLeast: 1, until: async () => isOver }),
    ]);
    return { ...job, idle: p95(idle), during: p95(during), lists: during.length };
  });
  const use = medianOf(uses, ({ during }) => during);
  const idle = medianOf(uses, (one) => one.idle).idle;
  const twice = goals.listFactor * idle;
  const allowed = kind === "server" ? twice : Math.max(twice, idle + goals.listMilliseconds);
  lines.push({
    name: "p95 of the list during the job beside idle, ms",
    ...{ value: use.during, beside: idle, ratio: use.during / idle, isMet: use.during <= allowed },
  });
  const { longestGap } = medianOf(uses, (one) => one.longestGap);
  lines.push({
    name: "longest time without progress, ms",
    ...{
      value: longestGap,
      beside: goals.progressMilliseconds,
      ratio: longestGap / goals.progressMilliseconds,
    },
    isMet: longestGap <= goals.progressMilliseconds,
  });
  const { seconds } = medianOf(uses, (one) => one.seconds);
  lines.push({
    name: "phones a minute, beside 500 of Unified CM's BAT",
    ...{ value: (count / seconds) * 60, beside: 500, ratio: ((count / seconds) * 60) / 500 },
    isMet: kind === "embedded" || (count / seconds) * 60 >= goals.phonesAMinute,
  });
  const { milliseconds, total } = await restartOfOneSite(place);
  const slots = (total / registrationsPerSecond) * 1_000;
  lines.push({
    name: "restart of a tenth with the limiter, beside slots, ms",
    ...{ value: milliseconds, beside: slots, ratio: milliseconds / slots },
    isMet: milliseconds <= slots + goals.limitedMilliseconds,
  });
  return lines.map((line) => ({ part: "devices", database: kind, count, ...line }));
}

/** Both the bare statement and the job meet tables as a database keeps them. */
async function tidy({ query }) {
  for (const table of [
    "DeviceState",
    "DueGroup",
    "JobItem",
    "JobItemGroup",
    "DeviceAlarm",
    "DeviceAlarmGroup",
    "Job",
  ])
    await query(`VACUUM ANALYZE "${table}"`);
}

/** Milliseconds of the database for what the job changes of the running state in the end. */
async function bareUpdate(place) {
  await tidy(place);
  const started = performance.now();
  await place.query(`UPDATE "DeviceState" SET "softkeyTemplateRevision" = "softkeyTemplateRevision",
    "lastRegisteredAt" = now() AT TIME ZONE 'UTC', "reason" = 'Registered'`);
  return performance.now() - started;
}

/** Edits the template, applies it, and does the job; its work is the time without waiting for phones to come back. */
async function applyToAll(place, run, { isWatched }) {
  const path = `/softkey-templates/${template}`;
  const { version } = await ask(place, "GET", path);
  await ask(place, "PATCH", path, { version, callStates: { "On Hook": layouts[run % layouts.length] } });
  await tidy(place);
  const runtime = runtimeWith(place, null);
  const started = performance.now();
  const { jobId } = await ask(place, "POST", `${path}/apply-config`, {});
  const made = performance.now() - started;
  const watch = isWatched ? watchProgress(place, jobId) : null;
  const work = made + (await drive(place, runtime, jobId));
  const seconds = (performance.now() - started) / 1000;
  const longestGap = await watch?.end();
  const job = await ask(place, "GET", `/jobs/${jobId}`);
  if (job.state !== "done" || job.outcomes.restarted !== job.total)
    throw new Error(`The job ended ${JSON.stringify(job)}`);
  return { work, seconds, longestGap };
}

/** Restarts the phones of one site, of which there are ten, when so many may register a second as by default. */
async function restartOfOneSite(place) {
  await tidy(place);
  // As the program stores it when it starts to drive phones with another limit.
  await place.query(`UPDATE "RegistrationLimiter" SET "perSecond" = ${registrationsPerSecond}`);
  const runtime = runtimeWith(place, registrationsPerSecond);
  const started = performance.now();
  const where = ["devicePool:isExactly:Seoul"];
  const { jobId } = await ask(place, "POST", "/phones/actions", { action: "restart", where });
  await drive(place, runtime, jobId);
  const milliseconds = performance.now() - started;
  const { state, outcomes, total } = await ask(place, "GET", `/jobs/${jobId}`);
  if (state !== "done" || outcomes.restarted !== total) throw new Error(`The job ended ${state}`);
  return { milliseconds, total };
}

function runtimeWith({ context }, perSecond) {
  const environment = { registrationsPerSecond: perSecond };
  return makeRuntime(context.database, environment, realClock, pino({ level: "error" }));
}

/** Does what is due until a job has ended; answers how long that was work, in milliseconds, and not waiting. */
async function drive(place, runtime, jobId) {
  let work = 0;
  for (;;) {
    const from = performance.now();
    const isAnythingDone = await runDue(runtime);
    work += performance.now() - from;
    if (!isAnythingDone) await pause(20);
    const [row] = await place.query(`SELECT "finishedAt" FROM "Job" WHERE "id" = '${jobId}'`);
    if (row.finishedAt !== null) return work;
  }
}

/** Looks every 50 ms how far the job is, as its page does less often, and tells the longest time in which nothing moved. */
function watchProgress(place, jobId) {
  let isOver = false;
  const watching = (async () => {
    let [last, movedAt, longestGap] = ["", performance.now(), 0];
    while (!isOver) {
      const { done, failed, underway, state } = await ask(place, "GET", `/jobs/${jobId}`);
      const now = JSON.stringify([done, failed, underway, state]);
      if (now !== last) {
        if (last !== "") longestGap = Math.max(longestGap, performance.now() - movedAt);
        [last, movedAt] = [now, performance.now()];
      }
      await pause(50);
    }
    return longestGap;
  })();
  return {
    end: () => {
      isOver = true;
      return watching;
    },
  };
}

/** Times of the list, asked as by somebody who reads a little between two pages. */
async function listTimes(place, { atLeast, until }) {
  const times = [];
  do {
    const started = performance.now();
    await ask(place, "GET", list);
    times.push(performance.now() - started);
    await pause(50);
  } while (times.length < atLeast || !(await until()));
  return times;
}

async function ask({ headers }, method, path, body) {
  const init = { method, headers: { ...headers, "content-type": "application/json" } };
  const request = new Request(
    `http://localhost/api/v1${path}`,
    body ? { ...init, body: JSON.stringify(body) } : init,
  );
  const response = await handleApiRequest(request);
  const answer = await response.json();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
  return answer;
}

async function repeated(runs, work) {
  const results = [];
  for (let run = 0; run < runs; run++) results.push(await work(run));
  return results;
}

function medianOf(results, measure) {
  return results.toSorted((one, other) => measure(one) - measure(other))[Math.floor(results.length / 2)];
}

function p95(times) {
  return times.toSorted((one, other) => one - other)[Math.ceil(times.length * 0.95) - 1];
}
