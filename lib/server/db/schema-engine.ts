import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";

type Bindings = typeof import("@prisma/schema-engine-wasm/schema_engine_bg");

// The bindings hold one WebAssembly instance a process, so it is made once, whoever asks first.
const holder = globalThis as typeof globalThis & { ringbackSchemaEngine?: Promise<Bindings> };

/**
 * Starts Prisma's schema engine in its WebAssembly form, so that no native engine is downloaded.
 * @param datamodels pairs of file name and text of the Prisma schema; may be empty to apply migrations only
 */
export async function startSchemaEngine(
  factory: SqlMigrationAwareDriverAdapterFactory,
  datamodels: [string, string][] = [],
): Promise<SchemaEngine> {
  holder.ringbackSchemaEngine ??= loadBindings();
  const bindings = await holder.ringbackSchemaEngine;
  return bindings.SchemaEngine.new(
    { datamodels: datamodels.length > 0 ? datamodels : undefined },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  );
}

async function loadBindings(): Promise<Bindings> {
  const bindings = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const entry = createRequire(join(process.cwd(), "package.json")).resolve("@prisma/schema-engine-wasm");
  const bytes = readFileSync(join(dirname(entry), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, {
    "./schema_engine_bg.js": { ...bindings },
  });
  bindings.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === "function") start();
  return bindings;
}
