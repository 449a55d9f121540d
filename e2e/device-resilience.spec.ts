import { expect } from "@playwright/test";
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
import { test } from "./fixtures/own-servers";
import { type ConsoleServer, stopServer } from "./fixtures/server";

const rounds = process.env.RINGBACK_NIGHTLY === "1" ? 20 : 3;
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

/** How a console is started whose phones register so fast. */
const registering = (perSecond: number) => ({ RINGBACK_REGISTRATIONS_PER_SECOND: String(perSecond) });

test(`killed ${rounds} times in the middle of Apply Config and Reset, the next start goes on: each phone does all once [SK-10, PH-02, PH-03]`, async ({
  start,
}) => {
  test.setTimeout(60_000 + rounds * 60_000);
  let server = await start(registering(0));
  const cluster = await prepare(server);
  for (let round = 0; round < rounds; round++) {
    const action = actions[round % actions.length] ?? "reset";
    const jobId = await startAction(server, cluster, action);
    const { perSecond, isReached } = momentOf(round);
    const { state } = await until(server, jobId, isReached);
    if (perSecond > 0) expect(state, `round ${round}`).toBe("running");
    await stopServer(server, "SIGKILL");
    server = await start(registering(momentOf(round + 1).perSecond));
    await expectDone(server, cluster, jobId);
  }
  await expectOncePerPhone(server, cluster);
});

test("two instances share the jobs of one PostgreSQL database; one of them is killed half-way, and the other finishes [PH-02, PH-03]", async ({
  databaseUrl,
  start,
}) => {
  test.setTimeout(180_000);
  const open = () => start({ ...registering(50), DATABASE_URL: databaseUrl });
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
