import pino from "pino";
import { deviceCommands } from "@/lib/devices/forecast";
import type { ServiceContext } from "@/lib/server/context";
import { batchSizes } from "@/lib/server/runtime/devices/device-world";
import { deviceHandler } from "@/lib/server/runtime/devices/job-handler";
import { jobHandlers } from "@/lib/server/runtime/jobs/handlers";
import { advance } from "@/lib/server/runtime/run-due";
import { makeWorld, type World } from "@/lib/server/runtime/world";

/** The background of a test: its clock is the context's, its phones register as fast as they like. */
export function testWorld({ database, now }: ServiceContext): World {
  return makeWorld(database, { registrationsPerSecond: null }, { now }, pino({ level: "silent" }));
}

/** A context and its background whose time stands still until it is told to go on. */
export function manualWorld(
  context: ServiceContext,
  registrationsPerSecond: number | null = null,
  start = new Date("2026-01-05T08:00:00.000Z"),
  sizes = batchSizes(context.database),
): { context: ServiceContext; world: World; advance: (seconds: number) => Promise<void> } {
  let time = start;
  const now = () => time;
  const advanceTo = async (next: Date) => {
    time = next;
  };
  const clock = { now, advanceTo };
  const logger = pino({ level: "silent" });
  const handlers = { ...jobHandlers };
  for (const command of deviceCommands) handlers[command] = deviceHandler(command, () => sizes);
  const made = makeWorld(context.database, { registrationsPerSecond }, clock, logger);
  const world = { ...made, sizes, handlers };
  return {
    context: { ...context, now },
    world,
    advance: (seconds) => advance(world, advanceTo, new Date(time.getTime() + seconds * 1_000)),
  };
}
