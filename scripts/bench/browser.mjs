// How soon the console in a browser paints what follows a key or a click, beside a bare page of the same run.
import { chromium } from "@playwright/test";
import { findBrowser } from "../find-browser.mjs";
import { barePage, bareStories, stories } from "./browser-stories.mjs";
import { percentiles } from "./measure.mjs";
import { fillPhones } from "./phones-fill.mjs";

const { adminPassword, newDataDir, removeDataDir, startServer, stopServer } = await import(
  "@/e2e/fixtures/server"
);

const goalMilliseconds = 200;
const rounds = 5;
/** What the browser tells of is this long at least; interactions of which it tells nothing count as that long. */
const shortestMilliseconds = 16;
const restMilliseconds = 500;

/** Interaction to next paint, by the Event Timing of the browser; the console as it was built last. */
export const browser = { name: "browser", count: 100_000, measure };

async function measure(place, _kind, count, runs = rounds) {
  await fillPhones(place, count);
  await place.leave();
  const dataDir = place.environment.DATA_DIR ?? newDataDir();
  const server = await startServer(dataDir, place.environment);
  const program = await chromium.launch({
    executablePath: await findBrowser(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  try {
    const page = await newPage(program);
    await signIn(page, server.baseURL);
    const bare = await newPage(program);
    await bare.setContent(barePage);
    const [own, beside] = [new Map(), new Map()];
    // One after the other, so that both meet the same moments of the machine; the first round of either compiles.
    for (let round = 0; round <= runs; round++) {
      for (const [name, story] of Object.entries(stories))
        keep(own, round, name, await timesOf(page, story, server.baseURL));
      for (const [name, story] of Object.entries(bareStories))
        keep(beside, round, name, await timesOf(bare, story));
    }
    return linesOf(own, [...beside.values()].flat());
  } finally {
    await program.close();
    await stopServer(server);
    if (!place.environment.DATA_DIR) removeDataDir(dataDir);
  }
}

function keep(all, round, name, times) {
  if (round > 0) all.set(name, [...(all.get(name) ?? []), ...times]);
}

/** A line for p50 and p95 of each story and of all, beside those of the bare page. */
function linesOf(own, bare) {
  const beside = percentiles(bare);
  return [...own, ["all of these", [...own.values()].flat()]].flatMap(([name, times]) => {
    const { p50, p95 } = percentiles(times);
    return [
      { name: `${name} (${times.length}), p50, ms`, value: p50, beside: beside.p50, isMet: true },
      { name: `${name}, p95, ms`, value: p95, beside: beside.p95, isMet: p95 < goalMilliseconds },
    ];
  });
}

async function newPage(program) {
  const context = await program.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-US" });
  const page = await context.newPage();
  // Whoever leaves an editor with what is typed in it is asked.
  page.on("dialog", (question) => question.accept());
  await page.addInitScript(observe, shortestMilliseconds);
  await page.evaluate(observe, shortestMilliseconds);
  return page;
}

/** Collects what the browser tells of interactions: by the id of each how long it took to the next paint. */
function observe(durationThreshold) {
  const durations = new Map();
  const take = (entries) => {
    for (const { interactionId, duration } of entries)
      if (interactionId > 0)
        durations.set(interactionId, Math.max(duration, durations.get(interactionId) ?? 0));
  };
  const observer = new PerformanceObserver((list) => take(list.getEntries()));
  observer.observe({ type: "event", durationThreshold });
  let counted = performance.interactionCount;
  globalThis.interactionTimes = () => {
    take(observer.takeRecords());
    const told = [...durations.values()];
    const untold = performance.interactionCount - counted - told.length;
    durations.clear();
    counted = performance.interactionCount;
    return [...told, ...Array.from({ length: Math.max(0, untold) }, () => durationThreshold)];
  };
}

async function signIn(page, baseURL) {
  const data = { name: "admin", password: adminPassword };
  const answer = await page.context().request.post(`${baseURL}/api/v1/session`, { data });
  if (!answer.ok()) throw new Error(`${answer.status()}: cannot sign in`);
}

/**
 * Brings a page to where a story begins, and tells how long each of its interactions took to the next paint.
 * @returns milliseconds
 */
async function timesOf(page, { path, ready, act }, baseURL) {
  if (path !== undefined) await page.goto(`${baseURL}${path}`);
  await ready(page);
  await settled(page);
  await page.evaluate(() => globalThis.interactionTimes());
  await act(page);
  await settled(page);
  const times = await page.evaluate(() => globalThis.interactionTimes());
  if (times.length === 0) throw new Error(`The browser told of no interaction on ${page.url()}`);
  return times;
}

/** What was asked for has come and is painted, and the browser has told of it. Streams of events stay open, so the network never rests. */
async function settled(page) {
  await page.waitForTimeout(restMilliseconds);
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestIdleCallback(resolve, { timeout: 2_000 }));
      }),
  );
}
