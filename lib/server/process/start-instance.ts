import { randomUUID } from "node:crypto";
import pino from "pino";
import { createAuth } from "@/lib/server/auth/auth";
import { type Environment, readEnvironment } from "@/lib/server/config/environment";
import { releaseLinks } from "@/lib/server/db/call/link";
import { openDatabase } from "@/lib/server/db/open";
import { sessionSecret } from "@/lib/server/db/setting";
import { inTransaction } from "@/lib/server/db/transaction";
import { type Instance, keepInstance } from "@/lib/server/instance";
import { keepMetrics } from "@/lib/server/metrics/metrics";
import { makeRuntime } from "@/lib/server/process/make-runtime";
import { notifyServerStarted } from "@/lib/server/runtime/calls/notify-server-started";
import { manualClock, realClock } from "@/lib/server/runtime/clock";
import { seed } from "@/lib/server/seed/seed";

/** Starts the program in this process, with what the environment says; pages and routes find it from now on. */
export function startInstance(): Promise<Instance> {
  return keepInstance(start(readEnvironment()));
}

async function start(environment: Environment): Promise<Instance> {
  const database = await openDatabase(
    environment.databaseUrl === undefined
      ? { dataDir: environment.dataDir, durability: environment.durability }
      : { url: environment.databaseUrl },
  );
  if (environment.clock === "real") await inTransaction(database, (one) => releaseLinks(one, new Date()));
  const clock = environment.clock === "manual" ? await manualClock(database.prisma, new Date()) : realClock;
  const firstStart = await seed(database, {
    contents: environment.seed,
    adminPassword: environment.adminPassword,
    now: clock.now,
    newId: randomUUID,
  });
  const auth = createAuth(database, await sessionSecret(database.prisma));
  if (firstStart) process.stdout.write(`${firstStart}\n`);
  const logger = pino({ level: environment.logLevel });
  const runtime = makeRuntime(database, environment, clock, logger);
  // Only then it is ready, as health says and requests take it to be.
  await notifyServerStarted(runtime);
  const metrics = keepMetrics(database, clock.now, { ofProcess: true });
  return { environment, database, auth, logger, runtime, metrics };
}
