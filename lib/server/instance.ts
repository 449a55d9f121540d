import type { Logger } from "pino";
import type { Auth } from "@/lib/server/auth/auth";
import type { Environment } from "@/lib/server/config/environment";
import type { Database } from "@/lib/server/db/open";
import type { Metrics } from "@/lib/server/metrics/metrics";
import type { Runtime } from "@/lib/server/runtime/runtime";

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

/** Makes it the running program of this process, also while it is still starting. */
export function keepInstance(instance: Promise<Instance>): Promise<Instance> {
  holder.ringbackInstance = instance;
  return instance;
}

/** The running program. @throws Error where none was started, as while pages are built */
export async function getInstance(): Promise<Instance> {
  if (!holder.ringbackInstance) throw new Error("The program was not started in this process");
  return holder.ringbackInstance;
}
