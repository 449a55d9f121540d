import pino from "pino";
import { deviceCommands } from "@/lib/devices/forecast";
import type { ServiceContext } from "@/lib/server/context";
import { jobHandlers } from "@/lib/server/process/job-handlers";
import { makeRuntime } from "@/lib/server/process/make-runtime";
import { batchSizes } from "@/lib/server/runtime/devices/device-services";
import { deviceHandler } from "@/lib/server/runtime/devices/job-handler";
import { advance } from "@/lib/server/runtime/run-due";
import type { Runtime } from "@/lib/server/runtime/runtime";

/** The background of a test: its clock is the context's, its phones register as fast as they like. */
export function testRuntime({ database, now }: ServiceContext): Runtime {
  return makeRuntime(database, { registrationsPerSecond: null }, { now }, pino({ level: "silent" }));
}

/** A context and its background whose time stands still until it is told to go on. */
export function manualRuntime(
  context: ServiceContext,
  registrationsPerSecond: number | null = null,
  start = new Date("2026-01-05T08:00:00.000Z"),
  sizes = batchSizes(context.database),
): { context: ServiceContext; runtime: Runtime; advance: (seconds: number) => Promise<void> } {
  let time = start;
  const now = () => time;
  const advanceTo = async (next: Date) => {
    time = next;
  };
  const clock = { now, advanceTo };
  const logger = pino({ level: "silent" });
  const handlers = { ...jobHandlers };
  for (const command of deviceCommands) handlers[command] = deviceHandler(command, () => sizes);
  const made = makeRuntime(context.database, { registrationsPerSecond }, clock, logger);
  const runtime = { ...made, sizes, handlers };
  return {
    context: { ...context, now },
    runtime,
    advance: (seconds) => advance(runtime, advanceTo, new Date(time.getTime() + seconds * 1_000)),
  };
}
