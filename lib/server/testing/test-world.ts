import pino from "pino";
import type { ServiceContext } from "@/lib/server/context";
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
): { context: ServiceContext; world: World; advance: (seconds: number) => Promise<void> } {
  let time = start;
  const now = () => time;
  const advanceTo = async (next: Date) => {
    time = next;
  };
  const world = makeWorld(
    context.database,
    { registrationsPerSecond },
    { now, advanceTo },
    pino({ level: "silent" }),
  );
  return {
    context: { ...context, now },
    world,
    advance: (seconds) => advance(world, advanceTo, new Date(time.getTime() + seconds * 1_000)),
  };
}
