import { expect, test } from "@playwright/test";
import { type PostgresServer, startPostgres } from "@/lib/server/testing/postgres-server";
import {
  type Action,
  type DeviceJob,
  expectDone,
  expectOncePerPhone,
  phonesInAll,
  prepare,
  startAction,
  until,
} from "./actions/many-phones";
import { type ConsoleServer, newDataDir, removeDataDir, startServer, stopServer } from "./fixtures/server";

const rounds = process.env.RINGBACK_NIGHTLY ? 20 : 3;
const actions: readonly Action[] = ["applyConfig", "reset"];

/**
 * How fast the phones of a round may register, and where its job is killed. With no limit (0) they are done in groups,
 * within a second or two; else the job is in its middle for seconds.
 */
function momentOf(round: number): { perSecond: number; isReached: (job: DeviceJob) => boolean } {
  if (round % 5 === 0) return { perSecond: 0, isReached: ({ underway, done }) => underway + done > 0 };
  if (round % 5 === 3) return { perSecond: 0, isReached: () => true };
  const share = ((round * 37) % 50) / 100;
  return { perSecond: 40, isReached: ({ done }) => done > phonesInAll * share };
}

const dataDirs: string[] = [];
const running = new Set<ConsoleServer>();
let postgres: PostgresServer | undefined;
test.afterEach(async () => {
  for (const server of running) await stopServer(server, "SIGKILL");
  running.clear();
  for (const folder of dataDirs.splice(0)) removeDataDir(folder);
  await postgres?.stop();
  postgres = undefined;
});

function dataDir(from?: string): string {
  const folder = newDataDir(from);
  dataDirs.push(folder);
  return folder;
}

async function start(folder: string, perSecond: number, databaseUrl?: string): Promise<ConsoleServer> {
  const server = await startServer(folder, {
    RINGBACK_REGISTRATIONS_PER_SECOND: String(perSecond),
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
  });
  running.add(server);
  return server;
}

test(`killed ${rounds} times in the middle of Apply Config and Reset, the next start goes on: each phone does all once [SK-10, PH-02, PH-03]`, async () => {
  test.setTimeout(60_000 + rounds * 60_000);
  const folder = dataDir(process.env.RINGBACK_TEST_DATA);
  let server = await start(folder, 0);
  const cluster = await prepare(server);
  for (let round = 0; round < rounds; round++) {
    const action = actions[round % actions.length] ?? "reset";
    const jobId = await startAction(server, cluster, action);
    const { perSecond, isReached } = momentOf(round);
    const { state } = await until(server, jobId, isReached);
    if (perSecond > 0) expect(state, `round ${round}`).toBe("running");
    await stopServer(server, "SIGKILL");
    server = await start(folder, momentOf(round + 1).perSecond);
    await expectDone(server, cluster, jobId);
  }
  await expectOncePerPhone(server, cluster);
});

test("two instances share the jobs of one PostgreSQL database; one of them is killed half-way, and the other finishes [PH-02, PH-03]", async () => {
  test.setTimeout(180_000);
  postgres = await startPostgres();
  const url = await postgres.createDatabase("ringback");
  const open = () => start(dataDir(), 50, url);
  const one = await open();
  const two = await open();
  const cluster = await prepare(one);
  const finishAfterKilling = async (killed: ConsoleServer, other: ConsoleServer, action: Action) => {
    const jobId = await startAction(killed, cluster, action);
    const { state } = await until(other, jobId, ({ done }) => done > phonesInAll / 4);
    expect(state).toBe("running");
    await stopServer(killed, "SIGKILL");
    await expectDone(other, cluster, jobId);
  };
  await finishAfterKilling(one, two, "applyConfig");
  const three = await open();
  await finishAfterKilling(two, three, "reset");
  await expectOncePerPhone(three, cluster);
});
