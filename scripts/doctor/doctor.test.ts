import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isDataFolderInUse, lockDataFolder } from "@/lib/server/db/data-folder-lock";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ringback-doctor-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What the command prints and ends with. */
async function doctor(variables: Record<string, string>): Promise<{ text: string; code: number | null }> {
  // PORT 0 is free on every machine.
  const env = { ...process.env, PORT: "0", DATABASE_URL: "", DATA_DIR: folder, ...variables };
  const child = spawn(process.execPath, ["scripts/doctor.mjs"], { env, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const text = (await child.stdout.toArray()).join("");
  return { text, code: await ended };
}

/** A server on a port that the system chooses. */
async function serving(body: string): Promise<{ server: Server; port: string }> {
  const server = createServer((_, answer) => answer.end(body));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, port: String((server.address() as AddressInfo).port) };
}

const named = () => readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
const seen = () => named().map((name) => [name, statSync(join(folder, name)).mtimeMs] as const);

test("bad settings end the command with code 1 and are told in the program's words", async () => {
  const { text, code } = await doctor({ PORT: "abc", RINGBACK_METRIKS: "1" });
  expect(code).toBe(1);
  expect(text).toMatch(/^wrong +settings +PORT: must be a whole number from 0 to 65535$/m);
  expect(text).toMatch(/^hint +settings +RINGBACK_METRIKS is none$/m);
});

test("a folder that holds something else is refused, and nothing in it or beside it changes", async () => {
  writeFileSync(join(folder, "letter.txt"), "Dear");
  const before = seen();
  const { text, code } = await doctor({});
  expect(code).toBe(1);
  expect(text).toMatch(/^wrong +data +The folder \S+ is not empty, and what it holds is not Ringback's\./m);
  expect(seen()).toEqual(before);
});

test("a data folder that is not there is not made", async () => {
  const { text } = await doctor({ DATA_DIR: join(folder, "deep", "data") });
  expect(text).toMatch(/^ok +data +\S+data: the first start makes it$/m);
  expect(named()).toEqual([]);
});

test("a password that the first start would refuse is told where the database is still empty", async () => {
  const { text, code } = await doctor({ RINGBACK_ADMIN_PASSWORD: "password1" });
  expect(code).toBe(1);
  expect(text).toMatch(/^wrong +settings +RINGBACK_ADMIN_PASSWORD is not accepted \(commonPassword\)/m);
});

test("a folder of which the database is missing is not whole", async () => {
  writeFileSync(join(folder, "ringback.json"), "{}");
  const { text } = await doctor({});
  expect(text).toMatch(/^wrong +data +The data folder \S+ is not whole: database is missing\./m);
});

test("a folder that a process holds is in use until it gives it back, and looking takes nothing from it", async () => {
  const release = await lockDataFolder(folder);
  expect(await isDataFolderInUse(folder)).toBe(true);
  const before = seen();
  const { text, code } = await doctor({});
  expect(code).toBe(1);
  expect(text).toMatch(/^wrong +data +another Ringback uses /m);
  expect(seen()).toEqual(before);
  expect(await isDataFolderInUse(folder)).toBe(true);
  release();
  expect(await isDataFolderInUse(folder)).toBe(false);
});

test("a folder that nobody ever opened is not in use", async () => {
  mkdirSync(join(folder, "data"));
  expect(await isDataFolderInUse(join(folder, "data"))).toBe(false);
  expect(named()).toEqual(["data"]);
});

test("a port is told apart by who has it: another program, or Ringback", async () => {
  const stranger = await serving("Hello");
  const { text } = await doctor({ PORT: stranger.port });
  expect(text).toMatch(new RegExp(`^wrong +port +Another program is using port ${stranger.port}\\.`, "m"));
  stranger.server.close();
  const own = await serving('{"status":"live","version":"0.1.0"}');
  expect((await doctor({ PORT: own.port })).text).toMatch(/^ok +port +Ringback 0\.1\.0 runs at http:/m);
  own.server.close();
});

test("a PostgreSQL server that is not there is told without the password of its address", async () => {
  const { text, code } = await doctor({ DATABASE_URL: "postgresql://someone:secret@127.0.0.1:1/db" });
  expect(code).toBe(1);
  expect(text).toMatch(/^wrong +database +Cannot reach PostgreSQL at 127\.0\.0\.1:1\/db: /m);
  expect(text).not.toContain("secret");
});
