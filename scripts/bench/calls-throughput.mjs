// Events a second on PostgreSQL with eight people at once, beside a bare client that sends the same statements.
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { fillCluster, insideOf, numberOf, phoneOf, story } from "./calls-cluster.mjs";

const { databaseOn, openDatabase } = await import("@/lib/server/db/open");
const { startRunner } = await import("@/lib/server/runtime/runner");
const { actOnPhone } = await import("@/lib/server/services/phone-operation/act");
const { startPostgres } = await import("@/lib/server/testing/postgres-server");

const people = 8;
const pairsEach = 4;
const stories = 24;
const runs = 3;
const goals = { eventsPerSecond: 400, share: 1 / 3 };

/** Runs on copies of one database, so that everybody begins with the same. */
export async function throughput() {
  const server = await startPostgres();
  const original = await server.createDatabase("original");
  const database = await openDatabase({ url: original });
  await fillCluster(database, people * pairsEach * 2);
  await database.close();
  const maintenance = new pg.Client({ connectionString: original.replace("/original", "/postgres") });
  await maintenance.connect();
  const copy = async (name) => {
    await maintenance.query(`CREATE DATABASE ${name} TEMPLATE original`);
    return original.replace("/original", `/${name}`);
  };
  const recorded = await record(await copy("recorded"));
  const measured = [];
  for (let run = 0; run < runs; run++) {
    const bare = await replay(await copy(`bare${run}`), recorded);
    measured.push({ bare, ...(await use(await copy(`used${run}`))) });
  }
  await maintenance.end();
  await server.stop();
  const middle = measured.toSorted((one, other) => one.rate - other.rate)[Math.floor(runs / 2)];
  const { rate, bare } = middle;
  const isMet = rate >= goals.eventsPerSecond && rate >= goals.share * bare;
  const statements =
    recorded.flatMap(({ rest }) => rest).length / (people * (stories - pairsEach) * story.length);
  return [
    {
      name: "events/s of 8 at once, beside a bare client",
      value: rate,
      beside: bare,
      ratio: rate / bare,
      isMet,
    },
    {
      name: "node CPU ms an event, statements an event",
      value: middle.cpu,
      beside: statements,
      ratio: 0,
      isMet: true,
    },
  ].map((line) => ({ part: "calls", database: "server", measured, ...line }));
}

/** One person plays stories on pairs of phones that nobody else uses; in the first ones phones are used for the first time. */
async function play({ context, runtime }, person, from, to) {
  for (let told = from; told < to; told++) {
    const a = (person * pairsEach + (told % pairsEach)) * 2;
    const desk = { a, b: a + 1 };
    for (const { who, action } of story)
      await actOnPhone(context, runtime, phoneOf(desk[who]), action(numberOf(desk.b)));
  }
}

const everybody = Array.from({ length: people }, (_, person) => person);

/** Events a second through the whole runtime, with its background at work. */
async function use(url) {
  const database = await openDatabase({ url });
  const inside = await insideOf(database);
  const runner = startRunner(inside.runtime);
  await Promise.all(everybody.map((person) => play(inside, person, 0, pairsEach)));
  const before = await database.prisma.callEvent.count();
  const cpu = process.cpuUsage();
  const started = performance.now();
  await Promise.all(everybody.map((person) => play(inside, person, pairsEach, stories)));
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  await runner.stop();
  const events = (await database.prisma.callEvent.count()) - before;
  await database.close();
  return { rate: events / seconds, events, cpu: (user + system) / 1000 / events };
}

/** The statements of each person, with their parameters and what storing answered. */
async function record(url) {
  const statements = [];
  const database = databaseOn({
    kind: "server",
    adapter: recording(new PrismaPg({ connectionString: url, max: people }), statements),
    listen: async () => async () => undefined,
    close: async () => undefined,
  });
  const inside = await insideOf(database);
  const all = [];
  for (const person of everybody) {
    statements.length = 0;
    await play(inside, person, 0, pairsEach);
    const first = statements.splice(0);
    await play(inside, person, pairsEach, stories);
    all.push({ first, rest: [...statements] });
  }
  await database.close();
  return all;
}

function recording(factory, statements) {
  const wrapped = (adapter) =>
    new Proxy(adapter, {
      get: (target, name) => {
        const value = target[name];
        if (typeof value !== "function") return value;
        if (name === "startTransaction")
          throw new Error("The story needs no transaction of several statements");
        if (name !== "queryRaw" && name !== "executeRaw") return value.bind(target);
        return async (query) => {
          const answer = await value.call(target, query);
          const isStore = query.sql.includes('"storeCallEvents"');
          statements.push({
            sql: query.sql,
            values: query.args,
            ...(isStore ? { batch: JSON.parse(query.args[0]), outcome: outcomeOf(answer.rows[0][0]) } : {}),
          });
          return answer;
        };
      },
    });
  return { ...pick(factory), connect: async () => wrapped(await factory.connect()) };
}

const pick = ({ provider, adapterName }) => ({ provider, adapterName });
const outcomeOf = (value) => (typeof value === "string" ? JSON.parse(value) : value);

/** Events a second of eight bare connections that send what was recorded, with the versions that they are told themselves. */
async function replay(url, recorded) {
  const clients = await Promise.all(
    recorded.map(async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      return client;
    }),
  );
  const known = recorded.map(() => ({ places: new Map(), devices: new Map() }));
  await Promise.all(recorded.map(({ first }, person) => send(clients[person], first, known[person])));
  const started = performance.now();
  const counts = await Promise.all(
    recorded.map(({ rest }, person) => send(clients[person], rest, known[person])),
  );
  const seconds = (performance.now() - started) / 1000;
  await Promise.all(clients.map((client) => client.end()));
  return counts.reduce((sum, count) => sum + count, 0) / seconds;
}

/** @returns how many events were stored */
async function send(client, statements, { places, devices }) {
  const told = (versions) => (row) => ({ ...row, version: versions.get(row.version) ?? row.version });
  let count = 0;
  for (const { sql, values, batch, outcome } of statements) {
    if (!batch) {
      await client.query(sql, values);
      continue;
    }
    const now = {
      reads: batch.reads.map(told(places)),
      requestReads: batch.requestReads.map(told(places)),
      timerReads: batch.timerReads.map(told(places)),
      devices: batch.devices.map(told(devices)),
    };
    const { rows } = await client.query(sql, [JSON.stringify({ ...batch, ...now })]);
    const answer = rows[0].outcome;
    if (outcome.stale) continue;
    if (answer.stale) throw new Error(`The bare client is stale: ${JSON.stringify(answer.stale)}`);
    places.set(String(outcome.place), String(answer.place));
    devices.set(outcome.version, answer.version);
    count += 1;
  }
  return count;
}
