import { randomUUID } from "node:crypto";
import { Mutex } from "async-mutex";
import type { Logger } from "pino";
import type { Environment } from "@/lib/server/config/environment";
import type { Database } from "@/lib/server/db/open";
import { systemActor } from "@/lib/server/db/revision";
import { jobHandlers } from "@/lib/server/process/job-handlers";
import { ChangeFeed } from "@/lib/server/runtime/calls/change-feed";
import { DialPlans } from "@/lib/server/runtime/calls/dial-plans";
import { GroupCommit } from "@/lib/server/runtime/calls/group-commit";
import { RowCache } from "@/lib/server/runtime/calls/row-cache";
import { RunningConfigurationCache } from "@/lib/server/runtime/calls/running-configuration-cache";
import type { Clock } from "@/lib/server/runtime/clock";
import { DatabaseWatch } from "@/lib/server/runtime/database-watch";
import { batchSizes } from "@/lib/server/runtime/devices/device-services";
import type { Runtime } from "@/lib/server/runtime/runtime";
import { Streams } from "@/lib/server/runtime/streams";
import { savingEffects } from "@/lib/server/services/phone-operation/save-effects";

/** The background of a process on a database. */
export function makeRuntime(
  database: Database,
  { registrationsPerSecond }: Pick<Environment, "registrationsPerSecond">,
  clock: Clock,
  logger: Logger,
): Runtime {
  return {
    database,
    handlers: jobHandlers,
    newId: randomUUID,
    logger,
    clock,
    registrationsPerSecond,
    sizes: batchSizes(database),
    dueWork: new Mutex(),
    watch: new DatabaseWatch(logger),
    runningConfigurations: new RunningConfigurationCache(),
    dialPlans: new DialPlans(database),
    rowCache: new RowCache(),
    groupCommit: new GroupCommit(database),
    changeFeed: new ChangeFeed(database),
    streams: new Streams(database),
    save: savingEffects({
      ...{ database, now: clock.now, newId: randomUUID, requestId: "" },
      actor: { userId: "", name: systemActor, role: "superUser" },
    }),
  };
}
