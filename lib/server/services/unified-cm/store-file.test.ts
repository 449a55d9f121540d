import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ServiceContext } from "@/lib/server/context";
import { findFile, findPiece } from "@/lib/server/db/bulk-file";
import { Refusal } from "@/lib/server/errors";
import { removeOldJobs } from "@/lib/server/runtime/jobs/remove-old-jobs";
import { startImport } from "@/lib/server/services/bulk/start-import";
import { definitions } from "@/lib/server/services/configuration/definitions";
import { storeUnifiedCmFile } from "@/lib/server/services/unified-cm/store-file";
import { inBytes } from "@/lib/server/testing/bulk";
import { databaseContents } from "@/lib/server/testing/database-contents";
import { testContext } from "@/lib/server/testing/test-context";
import { generateFile } from "@/lib/unified-cm/testing/generate-file";

let context: ServiceContext;
beforeAll(async () => {
  context = await testContext();
});
afterAll(() => context.database.close());

const fixture = (name: string) => readFileSync(`lib/unified-cm/testing/cases/${name}`);
const store = (bytes: string | Uint8Array, limits?: { bytes: number; rows: number }) =>
  storeUnifiedCmFile(context, { name: "phones.txt", bytes: inBytes(bytes) }, limits);

/** All that is stored of a file. */
async function stored(fileId: string) {
  const { prisma } = context.database;
  const file = await findFile(prisma, fileId);
  const rows: { row: number; cells: readonly string[]; problem?: { code: string } }[] = [];
  for (let position = 0; ; position++) {
    const piece = await findPiece(prisma, fileId, position);
    if (!piece) return { file, rows };
    rows.push(...piece.rows);
  }
}

describe("files of Unified CM", () => {
  test("an export of phones is recognised and stored as it is, with what its columns mean", async () => {
    const { fileId, ...answer } = await store(fixture("phones-all-details.txt"));
    expect(answer).toMatchObject({ recognised: "allDetails", rows: 2 });
    expect(answer.columns.used).toContain("Directory Number");
    expect(answer.columns.unused).toContain("AAR CSS");
    const { file, rows } = await stored(fileId);
    expect(file).toMatchObject({
      name: "phones.txt",
      resource: "unifiedCm.allDetails",
      rowCount: 2,
      badCount: 0,
    });
    expect(file?.columns).toHaveLength(284);
    expect(rows.map(({ row, cells }) => [row, cells.length])).toEqual([
      [2, 284],
      [3, 284],
    ]);
  });

  test("insert files and softkey files are recognised", async () => {
    expect(await store(fixture("insert-phones.txt"))).toMatchObject({ recognised: "insert", rows: 1 });
    const { fileId, ...answer } = await store(fixture("SoftKeys.xml"));
    expect(answer).toEqual({ recognised: "softkeys", rows: 3, columns: { used: [], unused: [] } });
    expect((await stored(fileId)).rows[0]?.cells).toEqual(["On Hook", "Redial", "NewCall", "CallBack"]);
  });

  test("no password reaches the database", async () => {
    const secret = "hunter2-Geheim";
    const header = "Device Name,Device Type,Secure Shell Password,XML";
    const row = `SEP00005E00D001,Cisco 8841,${secret},<v><sshPwd>${secret}</sshPwd><webAccess>1</webAccess></v>`;
    const { fileId } = await store(`${header}\n${row}\n`);
    const { rows } = await stored(fileId);
    expect(rows[0]?.cells.slice(2)).toEqual(["(dropped)", "<v><webAccess>1</webAccess></v>"]);
    expect(JSON.stringify(await databaseContents(context.database))).not.toContain(secret);
  });

  test("of a row whose cells stand under other headings nothing is stored but that it is wrong", async () => {
    const secret = "hunter2-Geheim";
    const header = "Device Name,Device Type,Secure Shell Password,Description,";
    const { fileId, rows: count } = await store(
      [
        header,
        `SEP00005E00D001,Cisco 8841,x,${secret},Lobby,`,
        `SEP00005E00D002,Cisco 8841,x,Lobby, ${secret}`,
        `SEP00005E00D003,${secret}`,
        "SEP00005E00D004,Cisco 8841,,Lobby,",
        `SEP00005E00D005,${secret}`,
      ].join("\n"),
    );
    const { file, rows } = await stored(fileId);
    expect(rows.map(({ cells, problem }) => [cells, problem?.code])).toEqual([
      [[], "cellCount"],
      [[], "cellCount"],
      [[], "cellCount"],
      [["SEP00005E00D004", "Cisco 8841", "", "Lobby"], undefined],
      [[], "cutOff"],
    ]);
    expect({ count, bad: file?.badCount, columns: file?.columns.length }).toEqual({
      count: 5,
      bad: 4,
      columns: 4,
    });
    expect(JSON.stringify(await databaseContents(context.database))).not.toContain(secret);
  });

  test("rows that cannot be read are stored with what is wrong", async () => {
    const { fileId, rows: count } = await store(
      'Device Name,Device Type\nSEP00005E00D001,Cisco 8841\n\nSEP00005E00D002,"x\nSEP00005E00D003',
    );
    const { file, rows } = await stored(fileId);
    expect(rows.map(({ row, problem }) => [row, problem?.code])).toEqual([
      [2, undefined],
      [3, "blankLine"],
      [4, "quoteOpen"],
      [5, "cutOff"],
    ]);
    expect({ count, bad: file?.badCount }).toEqual({ count: 3, bad: 3 });
  });

  test("many rows with many columns are stored in pieces", async () => {
    const bytes: Uint8Array[] = [];
    for await (const chunk of generateFile({ phones: 1_200, seed: 3, release: "14" })) bytes.push(chunk);
    const { fileId, rows: count } = await store(Buffer.concat(bytes));
    const { rows } = await stored(fileId);
    expect(count).toBe(1_320);
    expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: 1_320 }, (_, index) => index + 2));
    expect(await findPiece(context.database.prisma, fileId, 2)).not.toBeNull();
  });

  test("what is not recognised or beyond the limits is refused with its reason, and nothing of it stays", async () => {
    const before = await databaseContents(context.database);
    const refusal = async (stored: Promise<unknown>) => {
      const error = await stored.catch((caught: unknown) => caught);
      if (!(error instanceof Refusal)) throw new Error("not refused");
      return { code: error.code, problems: error.data.problems };
    };
    expect(await refusal(store("name,model\nx,y\n"))).toEqual({
      code: "notRecognised",
      problems: [expect.objectContaining({ row: 1, column: null, code: "notRecognised" })],
    });
    expect(await refusal(store(""))).toMatchObject({ problems: [{ params: { looksLike: "empty" } }] });
    for (const nothing of ["Device Name,Device Type", "Device Name,Device Type\n\n\n"])
      expect(await refusal(store(nothing))).toEqual({
        code: "validationFailed",
        problems: [{ path: [], code: "emptyFile" }],
      });
    const codes = { tooLong: `<html>${" ".repeat(500_000)}</html>`, cutOff: "<softKeyCfg><softKeySets>" };
    for (const [code, text] of Object.entries(codes))
      expect(await refusal(store(text))).toMatchObject({ code: "notRecognised", problems: [{ code }] });
    const unknown = '<softKeyCfg><softKeySets><softKeySet id="Resting"/></softKeySets></softKeyCfg>';
    expect(await refusal(store(unknown))).toMatchObject({
      code: "notRecognised",
      problems: [{ column: "Resting", code: "unknownValue" }],
    });
    const file = "Device Name,Device Type\nSEP00005E00D001,Cisco 8841\nSEP00005E00D002,Cisco 8841\n";
    expect(await refusal(store(file, { bytes: 40, rows: 9 }))).toEqual({ code: "fileTooLarge" });
    expect(await refusal(store(file, { bytes: 900, rows: 1 }))).toMatchObject({
      code: "validationFailed",
      problems: [{ code: "tooManyRows", params: { limit: 1 } }],
    });
    expect(await databaseContents(context.database)).toEqual(before);
  });

  test("of a user ten files that no job has used are kept, and the oldest gives way", async () => {
    const { prisma } = context.database;
    const sender = { ...context, actor: { ...context.actor, userId: "another" } };
    const others = await prisma.bulkFile.count();
    const start = context.now().getTime();
    const sent: string[] = [];
    for (let second = 0; second < 12; second++) {
      const bytes = inBytes(fixture("insert-phones.txt"));
      const at = { ...sender, now: () => new Date(start + second * 1_000) };
      sent.push((await storeUnifiedCmFile(at, { name: "phones.txt", bytes })).fileId);
    }
    const found = await Promise.all(sent.map((id) => findFile(prisma, id)));
    expect(found.map((file) => file !== null)).toEqual(sent.map((_, index) => index >= 2));
    expect(await prisma.bulkFile.count()).toBe(others + 10);
  });

  test("it is no file for an import of CSV, and is kept for seven days", async () => {
    const { fileId } = await store(fixture("insert-phones.txt"));
    const importing = startImport(context, definitions.phone, { file: fileId, mode: "both", dryRun: false });
    await expect(importing).rejects.toMatchObject({ data: { problems: [{ code: "unknownFile" }] } });
    const { prisma } = context.database;
    const daysLater = (days: number) => new Date(context.now().getTime() + days * 86_400_000);
    await removeOldJobs(prisma, daysLater(6));
    expect(await findFile(prisma, fileId)).not.toBeNull();
    await removeOldJobs(prisma, daysLater(8));
    expect(await findFile(prisma, fileId)).toBeNull();
  });
});
