import pino from "pino";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import { columnHeading } from "@/lib/i18n/column-label";
import { columnOfHeading } from "@/lib/i18n/column-of-heading";
import { type Locale, locales } from "@/lib/i18n/locales";
import { translatorFor } from "@/lib/i18n/translator";
import type { ServiceContext } from "@/lib/server/context";
import { jobHandlers } from "@/lib/server/process/job-handlers";
import { type JobServices, runDueJobs } from "@/lib/server/runtime/jobs/run-due-jobs";
import { exportObjects } from "@/lib/server/services/bulk/export";
import { startImport } from "@/lib/server/services/bulk/start-import";
import { storeFile } from "@/lib/server/services/bulk/store-file";
import { definitions } from "@/lib/server/services/configuration/definitions";
import type { SaveMode } from "@/lib/server/services/configuration/many";
import { getJob } from "@/lib/server/services/job/get";
import { listJobItems } from "@/lib/server/services/job/list-items";

/** What jobs of a test need. */
export function jobWorld({ database, newId }: ServiceContext): JobServices {
  return { database, newId, handlers: jobHandlers, logger: pino({ level: "silent" }) };
}

/** Bytes as they arrive over a network: in pieces that know nothing of rows. */
export async function* inBytes(text: string | Uint8Array, length = 50_000): AsyncGenerator<Uint8Array> {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  for (let start = 0; start < bytes.length; start += length) yield bytes.subarray(start, start + length);
}

/** Bulk administration of one kind, as a test speaks of it. */
export function bulkOf(kind: ConfigurationKind, context: () => ServiceContext) {
  const definition = definitions[kind];
  const send = async (text: string | Uint8Array) => {
    const columnOf = columnOfHeading(definition.rules, await Promise.all(locales.map(translatorFor)));
    return storeFile(context(), definition, { name: "test.csv", bytes: inBytes(text), columnOf });
  };
  /** The job as it ended, and what became of each of its items. */
  const finished = async (jobId: string) => {
    await runDueJobs(jobWorld(context()), context().now());
    const { items } = await listJobItems(context(), jobId, { limit: 250 });
    return { ...(await getJob(context(), jobId)), items };
  };
  const start = async (text: string, options: { mode?: SaveMode; dryRun?: boolean } = {}) => {
    const { id: file } = await send(text);
    const input = { file, mode: "both", dryRun: false, reason: "in bulk", ...options } as const;
    return (await startImport(context(), definition, input)).jobId;
  };
  return {
    send,
    start,
    finished,
    import: async (text: string, options: { mode?: SaveMode; dryRun?: boolean } = {}) =>
      finished(await start(text, options)),
    /** The file as the console writes it in a language. */
    exportIn: async (locale: Locale, ...where: string[]) => {
      const translate = await translatorFor(locale);
      const headingOf = (column: string) => columnHeading(translate, kind, column);
      return textOf(await exportObjects(context(), definition, { where, match: "all", headingOf }));
    },
    export: async (...where: string[]) =>
      textOf(await exportObjects(context(), definition, { where, match: "all" })),
  };
}

/** The text of a file that is written in pieces. */
async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
