import type { BlockList } from "node:net";
import { resolve } from "node:path";
import { z } from "zod";
import { defaultRegistrationsPerSecond } from "@/lib/devices/registration-limiter";
import { addressRanges } from "@/lib/server/config/address-ranges";

const optionalText = z.string().optional();

function wholeNumber(least: number, most: number) {
  const error = `must be a whole number from ${least} to ${most}`;
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error });
}

function oneOf<Value extends string>(...values: readonly [Value, ...Value[]]) {
  return z.enum(values, { error: `must be one of ${values.join(", ")}` });
}

const ranges = optionalText.transform((text, { addIssue }) => {
  if (text === undefined) return null;
  try {
    return addressRanges(text);
  } catch (error) {
    addIssue(String((error as Error).message));
    return z.NEVER;
  }
});

const environmentSchema = z.object({
  HOST: optionalText.default("127.0.0.1"),
  PORT: wholeNumber(0, 65_535).default(3000),
  DATA_DIR: optionalText,
  DATABASE_URL: optionalText.pipe(
    z
      .string()
      .regex(/^postgres(ql)?:\/\//, "must start with postgresql://")
      .optional(),
  ),
  RINGBACK_DURABILITY: oneOf("full", "relaxed").default("full"),
  RINGBACK_ADMIN_PASSWORD: optionalText,
  RINGBACK_SEED: oneOf("demo", "empty").default("demo"),
  RINGBACK_CLOCK: oneOf("real", "manual").default("real"),
  RINGBACK_REGISTRATIONS_PER_SECOND: wholeNumber(0, 100_000).default(defaultRegistrationsPerSecond),
  RINGBACK_LOG_LEVEL: oneOf("fatal", "error", "warn", "info", "debug", "silent").default("info"),
  RINGBACK_METRICS: oneOf("0", "1").default("0"),
  RINGBACK_TLS_CERT: optionalText,
  RINGBACK_TLS_KEY: optionalText,
  RINGBACK_TRUSTED_PROXIES: ranges,
});

/** The names of all variables that are read. */
export const settingNames: readonly string[] = Object.keys(environmentSchema.shape);

type Variables = z.infer<typeof environmentSchema>;

/** Where the certificate chain and its private key lie. */
export interface TlsFiles {
  cert: string;
  key: string;
}

/** What the environment says, read once and checked. No other file reads settings from `process.env`. */
export interface Environment {
  /** Address or name of the network interface on which the console is served. */
  host: string;
  /** TCP port of the console. */
  port: number;
  /** Folder of the embedded database, absolute. */
  dataDir: string;
  /** Address of a PostgreSQL server; undefined means the embedded database. */
  databaseUrl: string | undefined;
  /** Whether the embedded database waits for the disk before it acknowledges; `relaxed` is for tests. */
  durability: "full" | "relaxed";
  /** Password of the first administrator on an empty database. */
  adminPassword: string | undefined;
  /** What an empty database is filled with. */
  seed: "demo" | "empty";
  /** Whether the time of phones, jobs and history goes by itself or is advanced by requests. */
  clock: "real" | "manual";
  /** How many phones may register a second; null: any number. */
  registrationsPerSecond: number | null;
  logLevel: "fatal" | "error" | "warn" | "info" | "debug" | "silent";
  /** Whether anybody who reaches the console may read its metrics. */
  metrics: boolean;
  /** PEM files with the certificate chain and its key, absolute; null: plain HTTP. */
  tls: TlsFiles | null;
  /** From where `X-Forwarded-…` headers are believed; null: from nowhere. */
  trustedProxies: BlockList | null;
}

/**
 * Reads and checks the environment variables that the README lists under "Settings".
 * @throws Error with one line for each variable that has a bad value
 */
export function readEnvironment(source: NodeJS.ProcessEnv = process.env): Environment {
  // A variable that is set to nothing is not set, as in files of variables of which one was emptied.
  const set = Object.entries(source).filter(([, value]) => value !== "");
  const result = environmentSchema.safeParse(Object.fromEntries(set));
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`Bad environment:\n${lines.join("\n")}`);
  }
  const { data } = result;
  return {
    host: data.HOST,
    port: data.PORT,
    dataDir: resolve(/* turbopackIgnore: true */ data.DATA_DIR ?? "data"),
    databaseUrl: data.DATABASE_URL,
    durability: data.RINGBACK_DURABILITY,
    adminPassword: data.RINGBACK_ADMIN_PASSWORD,
    seed: data.RINGBACK_SEED,
    clock: data.RINGBACK_CLOCK,
    registrationsPerSecond: data.RINGBACK_REGISTRATIONS_PER_SECOND || null,
    logLevel: data.RINGBACK_LOG_LEVEL,
    metrics: data.RINGBACK_METRICS === "1",
    tls: tlsFilesOf(data),
    trustedProxies: data.RINGBACK_TRUSTED_PROXIES,
  };
}

function tlsFilesOf({ RINGBACK_TLS_CERT: cert, RINGBACK_TLS_KEY: key }: Variables): TlsFiles | null {
  if (cert === undefined && key === undefined) return null;
  if (cert === undefined || key === undefined)
    throw new Error(
      "Bad environment:\n  RINGBACK_TLS_CERT and RINGBACK_TLS_KEY belong together: set both, or none.",
    );
  return {
    cert: resolve(/* turbopackIgnore: true */ cert),
    key: resolve(/* turbopackIgnore: true */ key),
  };
}
