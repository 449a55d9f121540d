import { randomUUID } from "node:crypto";
import pino from "pino";

const { jobHandlers } = await import("@/lib/server/process/job-handlers");
const { runDueJobs } = await import("@/lib/server/runtime/jobs/run-due-jobs");
const { exportObjects } = await import("@/lib/server/services/bulk/export");
const { startImport } = await import("@/lib/server/services/bulk/start-import");
const { storeFile } = await import("@/lib/server/services/bulk/store-file");
const { definitions } = await import("@/lib/server/services/configuration/definitions");

const definition = definitions.phone;
const tables = ["DirectoryNumber", "Phone", "PhoneLine", "Revision"];

/** A file of phones as an administrator would write it, as it arrives over a network. */
export async function* fileOf(count) {
  const encoder = new TextEncoder();
  yield encoder.encode(
    "name,model,protocol,description,devicePool,owner,softkeyTemplate,lines.1.directoryNumber,lines.1.label\r\n",
  );
  for (let start = 0; start < count; start += 500) {
    const rows = Array.from({ length: Math.min(500, count - start) }, (_, index) => {
      const number = start + index;
      const mac = (0x10000000000 + number).toString(16).toUpperCase().padStart(12, "0");
      return `SEP${mac},Cisco 8841,SIP,Floor ${number % 40} seat ${number},Default,user${number},Standard User,${100000 + number},Desk ${number}\r\n`;
    });
    yield encoder.encode(rows.join(""));
  }
}

/** Runs work and tells its time, and by how many megabytes the process grew at most meanwhile. */
export async function measured(work) {
  globalThis.gc?.();
  const idle = process.memoryUsage.rss();
  let peak = idle;
  const sampler = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 50);
  const started = performance.now();
  const cpu = process.cpuUsage();
  const result = await work();
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  clearInterval(sampler);
  return { result, seconds, cpuSeconds: (user + system) / 1e6, megabytes: (peak - idle) / 2 ** 20 };
}

/** Sends a file, imports it with the job runner, and answers the job. */
export async function importPhones(context, bytes, options = {}) {
  const { id: file } = await storeFile(context, definition, { name: "bench.csv", bytes });
  const { jobId } = await startImport(context, definition, { file, mode: "both", dryRun: false, ...options });
  const runtime = { database: context.database, handlers: jobHandlers, newId: randomUUID, logger: pino() };
  await runDueJobs(runtime, new Date());
  return context.database.prisma.job.findUniqueOrThrow({ where: { id: jobId } });
}

async function exportPhones(context, limit = Number.POSITIVE_INFINITY) {
  const chunks = [];
  let size = 0;
  const bytes = await exportObjects(context, definition, { where: [], match: "all" });
  for await (const chunk of bytes) {
    size += chunk.byteLength;
    if (size < limit) chunks.push(chunk);
  }
  return { size, chunks };
}

/** Seconds that the database alone needs to store the same rows in the same tables, with their indexes and references. */
async function bareInsert(query) {
  for (const table of tables) await query(`CREATE TABLE "bare${table}" AS SELECT * FROM "${table}"`);
  await query(`TRUNCATE ${tables.map((table) => `"${table}"`).join(", ")} CASCADE`);
  const started = performance.now();
  for (const table of tables) await query(`INSERT INTO "${table}" SELECT * FROM "bare${table}"`);
  const seconds = (performance.now() - started) / 1000;
  for (const table of tables) await query(`DROP TABLE "bare${table}"`);
  return seconds;
}

/** Seconds that the database alone needs to read the same phones with their lines. */
async function bareRead(query) {
  const started = performance.now();
  await query(`SELECT p.*, (SELECT jsonb_agg(to_jsonb(l) || to_jsonb(d)) FROM "PhoneLine" l
    JOIN "DirectoryNumber" d ON d."id" = l."directoryNumberId" WHERE l."phoneId" = p."id") FROM "Phone" p ORDER BY p."key"`);
  return (performance.now() - started) / 1000;
}

/** Imports and exports many phones on one database; a line for each figure. */
export async function measureBulk({ context, query }, count) {
  // The first batches also compile what they run.
  await importPhones(context, fileOf(2_000), { dryRun: true });
  const lines = [];
  const add = (name, { seconds, cpuSeconds, megabytes }, bareSeconds) => {
    lines.push({ name, count, seconds, cpuSeconds, perSecond: count / seconds, megabytes, bareSeconds });
  };
  const created = await measured(() => importPhones(context, fileOf(count)));
  expectDone(created.result, { created: count });
  const exported = await measured(async () => (await exportPhones(context, 0)).size);
  const { chunks } = await exportPhones(context);
  const unchanged = await measured(() => importPhones(context, chunks));
  expectDone(unchanged.result, { unchanged: count });
  const bareReading = await bareRead(query);
  add("import, all new", created, await bareInsert(query));
  add("export", exported, bareReading);
  add("import again, unchanged", unchanged, bareReading);
  return lines;
}

export function expectDone({ state, outcomes, problem }, wanted) {
  if (state === "done" && JSON.stringify(outcomes) === JSON.stringify(wanted)) return;
  throw new Error(`The job ended ${state}: ${JSON.stringify({ outcomes, problem })}`);
}
