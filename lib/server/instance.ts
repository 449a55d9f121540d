import { randomUUID } from "node:crypto";
import pino, { type Logger } from "pino";
import { type Auth, createAuth } from "@/lib/server/auth/auth";
import { type Environment, readEnvironment } from "@/lib/server/config/environment";
import { releaseLinks } from "@/lib/server/db/call/link";
import { type Database, openDatabase } from "@/lib/server/db/open";
import { sessionSecret } from "@/lib/server/db/setting";
import { inTransaction } from "@/lib/server/db/transaction";
import { keepMetrics, type Metrics } from "@/lib/server/metrics/metrics";
import { tellServerStarted } from "@/lib/server/runtime/calls/server-started";
import { manualClock, realClock } from "@/lib/server/runtime/clock";
import { makeRuntime, type Runtime } from "@/lib/server/runtime/runtime";
import { seed } from "@/lib/server/seed/seed";

/** The running program: one per process, shared by pages, routes and background work. */
export interface Instance {
  environment: Environment;
  database: Database;
  auth: Auth;
  logger: Logger;
  /** The work in the background, and the clock. */
  runtime: Runtime;
  metrics: Metrics;
}

// Instrumentation and routes load separate copies of this module, so the instance lives on globalThis.
const holder = globalThis as typeof globalThis & { ringbackInstance?: Promise<Instance> };

/** The running program; the first call starts it. */
export function getInstance(): Promise<Instance> {
  // A page that reaches for the database before it reads its request would be rendered, and seeded, by the build.
  if (process.env.NEXT_PHASE === "phase-production-build") throw new Error("The build has no database");
  holder.ringbackInstance ??= start(readEnvironment());
  return holder.ringbackInstance;
}

async function start(environment: Environment): Promise<Instance> {
  const database = await openDatabase(
    environment.databaseUrl === undefined
      ? { dataDir: environment.dataDir, durability: environment.durability }
      : { url: environment.databaseUrl },
  );
  if (environment.clock === "real") await inTransaction(database, (one) => releaseLinks(one, new Date()));
  const clock = environment.clock === "manual" ? await manualClock(database.prisma, new Date()) : realClock;
  const announcement = await seed(database, {
    contents: environment.seed,
    adminPassword: environment.adminPassword,
    now: clock.now,
    newId: randomUUID,
  });
  const auth = createAuth(database, await sessionSecret(database.prisma));
  if (announcement) process.stdout.write(`${announcement}\n`);
  const logger = pino({ level: environment.logLevel });
  const runtime = makeRuntime(database, environment, clock, logger);
  // Only then it is ready, as health says and requests take it to be.
  await tellServerStarted(runtime);
  const metrics = keepMetrics(database, clock.now, { ofProcess: true });
  return { environment, database, auth, logger, runtime, metrics };
}
