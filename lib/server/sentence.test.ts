import { join } from "node:path";
import { expect, test } from "vitest";
import { openDatabase } from "@/lib/server/db/open";
import { sentenceOf } from "@/lib/server/sentence";

/** What Emscripten programs throw is no error. */
class ExitStatus {
  readonly name = "ExitStatus";
  readonly message = "Program terminated with exit(1)";
  readonly status = 1;
}

const prismaError = Object.assign(
  new Error("\nInvalid `prisma.$queryRaw()` invocation:\n\nRaw query failed"),
  {
    code: "P2010",
    meta: { driverAdapterError: { cause: { kind: "postgres", message: "relation does not exist" } } },
  },
);

/** As `node:fs` throws it. */
function fileError(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: no words for people, open '${path}'`), { code, path, errno: -1 });
}

test.each([
  ["an error", new Error("The disk is full."), "The disk is full."],
  ["a text", "No such thing", "No such thing"],
  ["nothing", undefined, "Something failed without saying why."],
  ["an empty error", new Error(""), "Something failed without saying why."],
  ["an exit of WebAssembly", new ExitStatus(), "Program terminated with exit(1)"],
  ["a file error of Emscripten", { name: "ErrnoError", errno: 54 }, "ErrnoError 54"],
  ["an object without words", { status: 7 }, '{"status":7}'],
  ["an object as its own message", new Error(String({})), "Something failed without saying why."],
  ["an error that hides its cause", new Error("", { cause: new Error("no route") }), "no route"],
  [
    "several errors of Node",
    new AggregateError([
      new Error("connect ECONNREFUSED ::1:1"),
      new Error("connect ECONNREFUSED 127.0.0.1:1"),
    ]),
    "connect ECONNREFUSED ::1:1; connect ECONNREFUSED 127.0.0.1:1",
  ],
  ["an engine's JSON", new Error('{"is_panic":false,"message":"no such column"}'), "no such column"],
  ["an error of Prisma", prismaError, "relation does not exist"],
  [
    "an error of Prisma that the database had no part in",
    new Error("\nInvalid `prisma.user.count()` invocation:\n\n\nCan't reach database server at db:5432"),
    "Can't reach database server at db:5432",
  ],
  ["a number", 13, "13"],
  [
    "a missing file",
    fileError("ENOENT", import.meta.filename.concat(".gone")),
    `There is no ${import.meta.filename}.gone.`,
  ],
  ["a file in a missing folder", fileError("ENOENT", "/no/such/file"), "There is no /no."],
  [
    "a file in the place of a folder",
    fileError("ENOTDIR", join(import.meta.filename, "x")),
    `${import.meta.filename} is not a folder.`,
  ],
  ["a full disk", fileError("ENOSPC", "/data/x"), "There is no room left for /data/x."],
  [
    "a read-only disk",
    fileError("EROFS", "/usr/x"),
    "Nothing can be written at /usr/x: the file system is read-only there.",
  ],
])("%s becomes a sentence", (_, thrown, words) => {
  expect(sentenceOf(thrown)).toBe(words);
});

test("something that refers to itself becomes a sentence, too", () => {
  const thrown: Record<string, unknown> = { message: {} };
  thrown.cause = thrown;
  expect(sentenceOf(thrown)).not.toContain("[object Object]");
});

test.each(["postgresql://nobody:secret@127.0.0.1:1/nothing", "postgresql://localhost:1/nothing"])(
  "a server that does not answer at %s is told with the reason",
  async (url) => {
    await expect(openDatabase({ url })).rejects.toThrow(
      /Cannot reach PostgreSQL at .*:1\/nothing: .*ECONNREFUSED/,
    );
  },
);

test.each(["EACCES", "EPERM"])("%s names who may not use what, and whose it is", (code) => {
  const root = process.geteuid?.() === 0 ? "." : " root.";
  const words = sentenceOf(fileError(code, "/etc/no-such-folder/x"));
  expect(words).toMatch(/^The account \S+ may not use \/etc[.,]/);
  expect(words.endsWith(root)).toBe(true);
});
