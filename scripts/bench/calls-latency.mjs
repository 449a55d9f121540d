// From pressing a key to the other phone's new screen on another client's event stream, over HTTP.
import { setTimeout as pause } from "node:timers/promises";
import { fillCluster, numberOf, phoneOf, story } from "./calls-cluster.mjs";

const { adminPassword, newDataDir, removeDataDir, startServer, stopServer } = await import(
  "@/e2e/fixtures/server"
);
const { openDatabase } = await import("@/lib/server/db/open");

const pairs = 25;
const pressesPerSecond = 25;
const seconds = 28;
const warmUpSeconds = 7;
const goals = { p50: 100, p95: 250 };

/** On the embedded database: one process serves, this one is all the people. */
export async function latency() {
  const dataDir = newDataDir();
  const database = await openDatabase({ dataDir, durability: "relaxed" });
  await fillCluster(database, pairs * 2);
  await database.close();
  const server = await startServer(dataDir, { RINGBACK_CLOCK: "real" });
  const watching = new AbortController();
  try {
    const cookie = await signIn(server);
    const desks = Array.from({ length: pairs }, (_, index) => ({
      a: index * 2,
      b: index * 2 + 1,
      waits: null,
      missed: 0,
      times: [],
    }));
    await Promise.all(desks.map((desk) => watch(server, cookie, desk, watching.signal)));
    await press(server, cookie, desks);
    await pause(1_000);
    const times = desks.flatMap((desk) => desk.times).toSorted((one, other) => one - other);
    const missed = desks.reduce((sum, { waits, missed: earlier }) => sum + earlier + (waits ? 1 : 0), 0);
    const at = (share) => times[Math.ceil(share * times.length) - 1];
    return [
      { name: `ms to the other screen, median of ${times.length}`, value: at(0.5), beside: goals.p50 },
      { name: "ms to the other screen, p95", value: at(0.95), beside: goals.p95 },
    ].map((line) => ({
      ...{ part: "calls", database: "embedded", missed, ...line },
      ratio: line.value / line.beside,
      isMet: line.value < line.beside && missed === 0,
    }));
  } finally {
    watching.abort();
    await stopServer(server);
    removeDataDir(dataDir);
  }
}

async function signIn({ baseURL }) {
  const answer = await fetch(`${baseURL}/api/v1/session`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: baseURL },
    body: JSON.stringify({ name: "admin", password: adminPassword }),
  });
  if (!answer.ok) throw new Error(`${answer.status}: cannot sign in`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

/** Another client looks at both phones of a pair. */
async function watch({ baseURL }, cookie, desk, signal) {
  const query = `topics=display&phones=${phoneOf(desk.a)}&phones=${phoneOf(desk.b)}`;
  const answer = await fetch(`${baseURL}/api/v1/events?${query}`, { headers: { cookie }, signal });
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  const follow = async () => {
    let text = "";
    for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const blocks = text.split("\n\n");
      text = blocks.pop();
      for (const block of blocks) {
        const data = block.split("\n").find((line) => line.startsWith("data: "));
        if (data) seen(desk, JSON.parse(data.slice("data: ".length)));
      }
    }
  };
  follow().catch(() => undefined);
}

function seen(desk, { phone }) {
  if (desk.waits?.phone !== phone) return;
  if (desk.waits.isCounted) desk.times.push(performance.now() - desk.waits.since);
  desk.waits = null;
}

/** Every 40 ms somebody presses a key, one pair after the other. */
async function press({ baseURL }, cookie, desks) {
  const started = performance.now();
  const underway = [];
  for (let press = 0; press < seconds * pressesPerSecond; press++) {
    const due = started + (press * 1_000) / pressesPerSecond;
    await pause(Math.max(0, due - performance.now()));
    const desk = desks[press % pairs];
    const { who, action, changes } = story[Math.floor(press / pairs) % story.length];
    const other = phoneOf(desk[who === "a" ? "b" : "a"]);
    const isCounted = press >= warmUpSeconds * pressesPerSecond;
    // A screen that has not come after a second is missed, unless the server was still getting ready.
    if (desk.waits?.isCounted) desk.missed += 1;
    desk.waits = null;
    if (changes) desk.waits = { phone: other, since: performance.now(), isCounted };
    const sent = fetch(`${baseURL}/api/v1/phones/${phoneOf(desk[who])}/actions`, {
      method: "POST",
      headers: { cookie, origin: baseURL, "content-type": "application/json" },
      body: JSON.stringify(action(numberOf(desk.b))),
    }).then(async (answer) => {
      if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
      await answer.text();
    });
    sent.catch(() => undefined);
    underway.push(sent);
  }
  await Promise.all(underway);
}
