// A cluster with phones that are used, for the benchmark of calls.
import { randomUUID } from "node:crypto";
import pino from "pino";

const { adminPassword } = await import("@/e2e/fixtures/server");
const { findUser } = await import("@/lib/server/db/user");
const { runDue } = await import("@/lib/server/runtime/run-due");
const { realClock } = await import("@/lib/server/runtime/clock");
const { makeRuntime } = await import("@/lib/server/process/make-runtime");
const { firstAdministrator, seed } = await import("@/lib/server/seed/seed");
const { startImport } = await import("@/lib/server/services/bulk/start-import");
const { storeFile } = await import("@/lib/server/services/bulk/store-file");
const { definitions } = await import("@/lib/server/services/configuration/definitions");
const { createObject } = await import("@/lib/server/services/configuration/create");

export const numberOf = (index) => String(200001 + index);
export const phoneOf = (index) => `SEP${numberOf(index).padStart(12, "0")}`;

/** What happens on the way from a failed call to the one that call back makes; `changes` the other phone's screen. */
export const story = [
  { who: "a", action: (b) => ({ action: "dial", digits: b }), changes: true },
  { who: "a", action: () => ({ action: "pressSoftkey", softkey: "CallBack" }), changes: true },
  { who: "b", action: () => ({ action: "offHook" }), changes: false },
  { who: "b", action: () => ({ action: "onHook" }), changes: true },
  { who: "a", action: () => ({ action: "pressSoftkey", softkey: "Dial" }), changes: true },
  { who: "b", action: () => ({ action: "offHook" }), changes: true },
  { who: "a", action: () => ({ action: "onHook" }), changes: true },
];

/** Somebody who may do everything, and the background of a process, on a database. */
export async function insideOf(database) {
  const tools = { now: () => new Date(), newId: randomUUID };
  const user = await findUser(database.prisma, firstAdministrator);
  const actor = { userId: user.id, name: user.name, role: user.role };
  const runtime = makeRuntime(
    database,
    { registrationsPerSecond: null },
    realClock,
    pino({ level: "error" }),
  );
  return { context: { database, actor, requestId: randomUUID(), ...tools }, runtime };
}

/** Fills an empty database with phones that are registered and have CallBack where it may be. */
export async function fillCluster(database, count) {
  await seed(database, { contents: "empty", adminPassword, now: () => new Date(), newId: randomUUID });
  const { context, runtime } = await insideOf(database);
  await createObject(context, definitions.softkeyTemplate, {
    name: "Call Back User",
    copyOf: "Standard User",
    callStates: { "On Hook": ["Redial", "NewCall", "CallBack"], "Ring Out": ["EndCall", "CallBack"] },
  });
  const rows = Array.from(
    { length: count },
    (_, index) => `${phoneOf(index)},Cisco 8841,Call Back User,${numberOf(index)}`,
  );
  const text = ["name,model,softkeyTemplate,lines.1.directoryNumber", ...rows].join("\r\n");
  const bytes = (async function* () {
    yield new TextEncoder().encode(text);
  })();
  const { id: file } = await storeFile(context, definitions.phone, { name: "phones.csv", bytes });
  await startImport(context, definitions.phone, { file, mode: "create", dryRun: false });
  const isThere = async () =>
    (await database.prisma.deviceState.count({ where: { registration: "registered" } })) === count;
  while (!(await isThere())) await runDue(runtime);
}
