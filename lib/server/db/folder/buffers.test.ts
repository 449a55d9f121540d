import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bufferMegabytes } from "@/lib/server/db/folder/buffers";
import { startPgliteIn } from "@/lib/server/db/pglite";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "ringback-buffers-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A folder as PostgreSQL has it, with two databases of which each is one file of so many bytes. */
function databasesOf(name: string, ...sizes: readonly number[]): string {
  for (const [index, size] of sizes.entries()) {
    const database = join(folder, name, "base", String(index));
    mkdirSync(database, { recursive: true });
    writeFileSync(join(database, "1259"), "");
    truncateSync(join(database, "1259"), size);
  }
  return join(folder, name);
}

test("PostgreSQL keeps as many megabytes in memory as its largest database has, at least 16 and at most 128", () => {
  const megabyte = 2 ** 20;
  expect(bufferMegabytes(join(folder, "none"))).toBe(16);
  expect(bufferMegabytes(databasesOf("small", 7 * megabyte, 12 * megabyte))).toBe(16);
  expect(bufferMegabytes(databasesOf("middle", 7 * megabyte, 40 * megabyte + 1))).toBe(41);
  expect(bufferMegabytes(databasesOf("large", 7 * megabyte, 900 * megabyte))).toBe(128);
});

test("what is not PostgreSQL's beside its databases, and links to nothing in them, do not keep it from starting", () => {
  const place = databasesOf("strayed", 20 * 2 ** 20);
  writeFileSync(join(place, "base", ".DS_Store"), "");
  symlinkSync(join(place, "nowhere"), join(place, "base", "0", "gone"));
  expect(bufferMegabytes(place)).toBe(20);
});

test("an embedded database is started with them, also one that was made while it had more", async () => {
  const made = join(folder, "made");
  const pglite = await startPgliteIn(made, "relaxed");
  const { rows } = await pglite.query("SHOW shared_buffers");
  expect(rows).toEqual([{ shared_buffers: "16MB" }]);
  const { rows: written } = await pglite.query(
    "SELECT setting FROM pg_file_settings WHERE name = 'shared_buffers'",
  );
  expect(written).toEqual([{ setting: "128MB" }]);
  await pglite.close();
});
