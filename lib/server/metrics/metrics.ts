import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { type Load, readLoad } from "@/lib/server/db/load";
import type { Database } from "@/lib/server/db/open";
import { hear } from "@/lib/server/measurements";

/** What is measured of the program, and how it is told. */
export interface Metrics {
  /** All figures in the text format of Prometheus, with its content type. */
  read: () => Promise<{ text: string; contentType: string }>;
  /** Measures no more. */
  close: () => void;
}

const quick = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
const ofRequests = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120];

/**
 * Keeps metrics of this process from now on. Their labels are bounded: methods, templates of routes, statuses, and the
 * kinds of events that the engine knows.
 * @param now the clock of the calls, which may be a manual one
 * @param ofProcess also what Node tells of itself: event loop, memory, collection of garbage
 */
export function keepMetrics(
  { prisma }: Database,
  now: () => Date,
  { ofProcess = false }: { ofProcess?: boolean } = {},
): Metrics {
  const registry = new Registry();
  if (ofProcess) collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const histogram = <Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[] = [],
    buckets = quick,
  ) => new Histogram({ name: `ringback_${name}`, help, labelNames: [...labelNames], buckets, registers });
  const gauge = (name: string, help: string) => new Gauge({ name: `ringback_${name}`, help, registers });

  const requests = histogram(
    "http_request_duration_seconds",
    "Time until a request was answered; of an event stream, how long it was open.",
    ["method", "route", "status"],
    ofRequests,
  );
  const statements = histogram("database_statement_duration_seconds", "Time of a statement in the database.");
  const waits = histogram(
    "database_connection_wait_seconds",
    "Time that a transaction waited for a connection of the pool.",
  );
  const transactions = histogram(
    "database_transaction_duration_seconds",
    "Time of a transaction until its end.",
  );
  const open = gauge("database_transactions", "Transactions that have a connection of the pool now.");
  const streams = gauge("event_streams", "Event streams that are open now.");
  const events = histogram(
    "engine_event_duration_seconds",
    "Time in which the engine worked out an event of calls, with the reading of what it needs.",
    ["kind"],
  );
  const cut = new Counter({
    name: "ringback_http_requests_cut_total",
    help: "Requests whose client went away before an answer began.",
    registers,
  });
  const loads: Readonly<Record<keyof Load, Gauge>> = {
    liveRequests: gauge("live_requests", "Requests for call back that are active now."),
    waitingItems: gauge("job_items_waiting", "Items of jobs that wait now."),
    underwayItems: gauge("job_items_underway", "Items of jobs that phones are busy with now."),
    lagSeconds: gauge(
      "timer_lag_seconds",
      "For how long the timer or message that is most late has been due.",
    ),
  };

  const ends = [
    hear("request", ({ method, route, status, seconds }) => {
      if (status === null) cut.inc();
      else requests.observe({ method, route, status }, seconds);
    }),
    hear("stream", ({ change }) => streams.inc(change)),
    hear("statement", ({ seconds }) => statements.observe(seconds)),
    hear("transactionBegun", ({ waitedSeconds }) => {
      waits.observe(waitedSeconds);
      open.inc();
    }),
    hear("transactionEnded", ({ seconds }) => {
      transactions.observe(seconds);
      open.dec();
    }),
    hear("engineEvent", ({ kind, seconds }) => events.observe({ kind }, seconds)),
  ];

  return {
    read: async () => {
      const load = await readLoad(prisma, now());
      for (const key of Object.keys(loads) as (keyof Load)[]) loads[key].set(load[key]);
      return { text: await registry.metrics(), contentType: registry.contentType };
    },
    close: () => {
      for (const end of ends) end();
      registry.clear();
    },
  };
}
