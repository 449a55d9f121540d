// Measures the engine of call back on one core, without a database: steps and their changes applied in memory, with
// traces as data.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { TimerQueue } from "./timer-queue.mjs";

// Loaded here, because "@/" can be resolved only after the first module has run.
const { defaultParameters } = await import("@/lib/callback/state/parameters");
const { step } = await import("@/lib/callback/step");
const { apply, memoryWorld } = await import("@/lib/callback/state/memory-world");
const { numbersOf, setupOf } = await import("@/lib/callback/scenario/cast");

const start = Date.UTC(2026, 0, 5);
const hour = 3_600_000;

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc");

/** A cluster of registered phones SEP-0, SEP-1 … with the numbers 100000, 100001 …, and a clock. */
class Cluster {
  constructor(phones, parameters = {}) {
    this.world = memoryWorld();
    this.timers = new TimerQueue();
    this.now = start;
    this.events = 0;
    this.ended = [];
    this.configure({ table: "parameters", key: "engine", value: { ...defaultParameters, ...parameters } });
    for (let index = 0; index < phones; index++) this.#addPhone(index);
    this.events = 0;
  }

  #addPhone(index) {
    const member = { number: numberOf(index) };
    const setup = setupOf(member);
    // Phones of one template share what they run, as they do in a runtime that caches layouts.
    this.layout ??= setup.running.softkeys;
    const running = { ...setup.running, softkeys: this.layout };
    for (const change of numbersOf(member)) this.configure(change);
    const phone = nameOf(index);
    this.happen({ kind: "phoneConfigured", phone, setup: { ...setup, running } });
    this.happen({ kind: "phoneRegistered", phone, running });
  }

  configure(change) {
    this.happen({ kind: "configured", changes: [change] });
  }

  happen(event) {
    const { changes } = step(this.world, { ...event, id: `e${++this.events}` }, this.now);
    apply(this.world, changes);
    for (const { table, key, value } of changes) {
      if (table === "timers" && value) this.timers.add(key, value.dueAt);
      if (table === "requests" && value?.state === "ended") this.ended.push(key);
    }
    // Requests that have ended are the database's; the world in memory forgets them.
    while (this.ended.length > 0) this.world.tables.requests.delete(this.ended.pop());
  }

  act(index, action) {
    this.happen({ kind: "phoneAction", phone: nameOf(index), action });
  }

  press(index, softkey) {
    this.act(index, { kind: "pressSoftkey", softkey });
  }

  dial(index, other) {
    this.act(index, { kind: "dial", digits: numberOf(other) });
  }

  /** Lets time pass; what is due by then expires in its order. */
  passTo(instant) {
    for (let due = this.timers.next(instant); due; due = this.timers.next(instant)) {
      if (this.world.tables.timers.get(due.id)?.dueAt !== due.at) continue;
      this.now = due.at;
      this.happen({ kind: "timerExpired", timer: due.id });
    }
    this.now = instant;
  }
}

const nameOf = (index) => `SEP-${index}`;
const numberOf = (index) => String(100_000 + index);

/** The whole life of a call back between three phones: eleven events. */
function callBack(cluster, a, b, c) {
  cluster.dial(b, c);
  cluster.act(c, { kind: "offHook" });
  cluster.dial(a, b);
  cluster.press(a, "CallBack");
  cluster.press(a, "Exit");
  cluster.act(b, { kind: "onHook" });
  cluster.press(a, "Dial");
  cluster.act(b, { kind: "offHook" });
  cluster.act(a, { kind: "onHook" });
  cluster.press(a, "CallBack");
  cluster.press(a, "Exit");
}

/** Seconds that this thread has computed: what others do on the machine does not count. */
function coreSeconds() {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1e6;
}

/**
 * Events a second of one core with that many phones, over all of them one after the other, after a second to get warm: the best of
 * several samples, because others on the machine can only make a sample slower (they share caches and memory).
 */
function eventsPerSecond(phones, samples) {
  const cluster = new Cluster(phones);
  callOneAfterTheOther(cluster, phones, 1);
  const rates = Array.from({ length: samples }, () => {
    cluster.events = 0;
    const begun = coreSeconds();
    callOneAfterTheOther(cluster, phones, 1);
    return cluster.events / (coreSeconds() - begun);
  });
  return Math.max(...rates);
}

/** Time passes as with ten thousand phones at four calls an hour, so that timers which were cleared are forgotten. */
function callOneAfterTheOther(cluster, phones, seconds) {
  const begun = coreSeconds();
  let index = 0;
  while (coreSeconds() - begun < seconds) {
    for (let round = 0; round < 100; round++) {
      cluster.passTo(cluster.now + 90);
      callBack(cluster, index, index + 1, index + 2);
      index = index + 5 < phones ? index + 3 : 0;
    }
  }
}

/** Every phone of a cluster waits for the one before it: as many live requests as phones, and their memory. */
function liveRequests(count) {
  const cluster = new Cluster(count);
  for (let index = 0; index < count; index++) cluster.act(index, { kind: "offHook" });
  for (let index = 0; index < count; index++) cluster.act(index, { kind: "onHook" });
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  for (let index = 0; index < count; index++) {
    cluster.dial(index, (index + 1) % count);
    cluster.press(index, "CallBack");
    cluster.press(index, "Exit");
  }
  collectGarbage();
  const live = [...cluster.world.tables.requests.values()].filter(({ state }) => state !== "ended").length;
  return { live, megabytes: (process.memoryUsage().heapUsed - before) / 1024 ** 2 };
}

/** That many callers wait for one phone, which becomes free; each is told, calls in vain or cancels. */
function callersOfOne(callers, policy) {
  const cluster = new Cluster(callers + 1, { policy });
  const target = callers;
  cluster.act(target, { kind: "offHook" });
  const begun = coreSeconds();
  for (let index = 0; index < callers; index++) {
    cluster.dial(index, target);
    cluster.press(index, "CallBack");
  }
  cluster.act(target, { kind: "onHook" });
  for (let index = 0; index < callers; index++) cluster.press(index, "Cancel");
  const left = cluster.world.tables.waiters.size;
  return { milliseconds: (coreSeconds() - begun) * 1000, left };
}

/** A day: every phone makes four calls an hour, one in ten of them to somebody busy, with call back. */
function day(phones) {
  const cluster = new Cluster(phones);
  const calls = 24 * 4 * phones;
  const begun = coreSeconds();
  for (let call = 0; call < calls; call++) {
    cluster.passTo(start + Math.floor((call / calls) * 24 * hour));
    const caller = (call * 7919) % phones;
    const [callee, third] = [(caller + 1 + (call % 97)) % phones, (caller + 151) % phones];
    if (call % 10 === 0) callBack(cluster, third, callee, caller);
    else {
      cluster.dial(caller, callee);
      cluster.act(callee, { kind: "offHook" });
      cluster.act(caller, { kind: "onHook" });
    }
  }
  return { seconds: coreSeconds() - begun, events: cluster.events };
}

/** The part of the benchmark that needs no database. */
export const engine = { name: "engine", run };

/** Prints the figures and answers them with whether each goal is met. */
function run() {
  const results = [];
  const report = (name, text, isMet, figures) => {
    console.log(`${name}: ${text}${isMet ? "" : "  goal missed"}`);
    results.push({ part: "engine", name, ...figures, isMet });
  };
  const rate = eventsPerSecond(10_000, 8);
  report("engine", `${Math.round(rate)} events/s`, rate >= 200_000, { eventsPerSecond: rate });
  const [small, large] = [eventsPerSecond(1000, 4), eventsPerSecond(100_000, 4)];
  const ratio = small / large;
  report("100,000 phones beside 1,000", `${ratio.toFixed(2)} times the time an event`, ratio <= 4, {
    small,
    large,
  });
  const { live, megabytes } = liveRequests(100_000);
  report("live requests", `${live} in ${megabytes.toFixed(0)} MB`, live === 100_000 && megabytes < 200, {
    live,
    megabytes,
  });
  for (const policy of ["notifyAll", "oneAtATime"]) {
    const [few, many] = [callersOfOne(2500, policy), callersOfOne(10_000, policy)];
    const growth = many.milliseconds / few.milliseconds;
    const text = `10,000 in ${many.milliseconds.toFixed(0)} ms, ${growth.toFixed(1)} times the time of 2,500`;
    report(`callers waiting for one target, ${policy}`, text, growth < 8 && many.left === 0, {
      growth,
      ...many,
    });
  }
  const { seconds, events } = day(10_000);
  report("24 hours of 10,000 phones", `${seconds.toFixed(1)} s, ${events} events`, seconds < 60, {
    seconds,
    events,
  });
  return results;
}
