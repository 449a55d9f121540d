import { randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { standardLocales } from "@/lib/catalog/locales";
import { serviceParameters } from "@/lib/catalog/service-parameters";
import { standardPhoneButtonTemplates } from "@/lib/catalog/standard-phone-button-templates";
import { standardSoftkeyTemplates } from "@/lib/catalog/standard-softkey-templates";
import { lockDataFolder } from "@/lib/server/db/data-folder-lock";
import { type Database, openDatabase } from "@/lib/server/db/open";
import { sessionSecret } from "@/lib/server/db/setting";
import { seed } from "@/lib/server/seed/seed";
import { type EmptyDatabase, emptyDatabase } from "@/lib/server/testing/empty-database";

let empty: EmptyDatabase;
beforeEach(async () => {
  empty = await emptyDatabase();
});
afterEach(() => empty.remove());

/** Opens and seeds the database as the program does when it starts. */
async function start(): Promise<{ database: Database; firstStart: string | undefined }> {
  const database = await openDatabase(empty.location);
  const options = {
    contents: "empty",
    adminPassword: undefined,
    now: () => new Date(),
    newId: randomUUID,
  } as const;
  return { database, firstStart: await seed(database, options) };
}

async function expectOneSet({ prisma }: Database): Promise<void> {
  const templates = await prisma.softkeyTemplate.findMany({
    select: { name: true },
    orderBy: { name: "asc" },
  });
  expect(templates.map(({ name }) => name)).toEqual(standardSoftkeyTemplates.map(({ name }) => name).sort());
  expect(await prisma.user.count()).toBe(1);
  expect(await prisma.softkeyTemplate.count({ where: { isDefault: true } })).toBe(1);
  expect(await prisma.phoneButtonTemplate.count()).toBe(standardPhoneButtonTemplates.length);
  expect(await prisma.devicePool.count()).toBe(1);
  expect(await prisma.locale.count()).toBe(standardLocales.length);
  expect(await prisma.serviceParameter.count()).toBe(serviceParameters.length);
  const counts = [standardSoftkeyTemplates, standardPhoneButtonTemplates, standardLocales, serviceParameters];
  const objects = counts.reduce((sum, { length }) => sum + length, 0);
  // Each object has its history, and so have the device pool and the administrator.
  expect(await prisma.revision.count()).toBe(objects + 2);
}

test("a second start finds the standard objects and makes nothing", async () => {
  const first = await start();
  expect(first.firstStart).toMatch(/sign in as "admin" with the password \S{16}/);
  await first.database.close();
  const second = await start();
  expect(second.firstStart).toBeUndefined();
  await expectOneSet(second.database);
  await second.database.close();
});

/** Starts that may happen at once: a folder belongs to one process, so there the others wait for it. */
async function startTogether(count: number): Promise<{ firstStarts: unknown[]; secrets: string[] }> {
  const run = async () => {
    const { database, firstStart } = await start();
    const secret = await sessionSecret(database.prisma);
    await database.close();
    return { firstStart, secret };
  };
  const ends = await Promise.all(Array.from({ length: count }, run));
  return {
    firstStarts: ends.flatMap(({ firstStart }) => firstStart ?? []),
    secrets: ends.map(({ secret }) => secret),
  };
}

test("instances that start at once end with one set of objects, one password and one secret", async () => {
  // Making the folder takes long on a busy machine, and those who wait give up after 10 s.
  if ("dataDir" in Object(empty.location)) await (await openDatabase(empty.location)).close();
  const { firstStarts, secrets } = await startTogether(3);
  expect(firstStarts).toHaveLength(1);
  expect(new Set(secrets).size).toBe(1);
  const { database } = await start();
  await expectOneSet(database);
  await database.close();
});

describe("the lock of a data folder", () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), "ringback-lock-"));
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  test("keeps others out and says so, naming the folder and what to do", async () => {
    const release = await lockDataFolder(dataDir);
    await expect(lockDataFolder(dataDir, 200)).rejects.toThrow(
      `Another Ringback process is using the data folder ${dataDir}. Stop it, or choose another folder with DATA_DIR.`,
    );
    release();
  });

  test("lets the one who waits in as soon as it is given back", async () => {
    const release = await lockDataFolder(dataDir);
    const waiting = lockDataFolder(dataDir);
    release();
    (await waiting)();
  });

  test("is made with the folder when that is not there", async () => {
    (await lockDataFolder(join(dataDir, "new", "folder")))();
    expect(existsSync(join(dataDir, "new", "folder"))).toBe(true);
  });
});
