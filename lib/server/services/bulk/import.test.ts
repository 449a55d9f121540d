import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { locales } from "@/lib/i18n/locales";
import type { ServiceContext } from "@/lib/server/context";
import { exportFailedRows } from "@/lib/server/services/bulk/failed-rows";
import { storeFile } from "@/lib/server/services/bulk/store-file";
import { definitions } from "@/lib/server/services/configuration/definitions";
import { listJobItems } from "@/lib/server/services/job/list-items";
import { retryJob } from "@/lib/server/services/job/retry";
import { bulkOf, inBytes } from "@/lib/server/testing/bulk";
import { objectsOf } from "@/lib/server/testing/configuration";
import { databaseContents } from "@/lib/server/testing/database-contents";
import { inRole, refusalFrom, testContext } from "@/lib/server/testing/test-context";

let context: ServiceContext;
beforeAll(async () => {
  context = await testContext();
});
afterAll(() => context.database.close());

const ask = () => context;
const phones = bulkOf("phone", ask);
const phone = objectsOf("phone", ask);
const numbers = objectsOf("directoryNumber", ask);
const pools = objectsOf("devicePool", ask);

const mac = (number: number) => `SEP${number.toString(16).toUpperCase().padStart(12, "0")}`;
const header = "name,model,description,lines.1.directoryNumber";
const file = (...rows: string[]) => [header, ...rows].join("\r\n");

async function problemsOf(work: Promise<unknown>) {
  const refusal = await refusalFrom(work);
  const { problems } = refusal.data as { problems: { code: string; params?: object }[] };
  return problems.map(({ code, params }) => ({ code, ...params }));
}

describe("importing phones", () => {
  test("the first row may say the labels of the pages, in English or Korean, the names, or both", async () => {
    const headings = "장치 이름 [name],Phone Type,설명,Line 1: Directory Number,owner";
    const job = await phones.import(`${headings}\r\n${mac(900)},Cisco 8841,Lobby,2900,kim`);
    expect(job).toMatchObject({ state: "done", outcomes: { created: 1 } });
    expect(await phone.get(mac(900))).toMatchObject({
      ...{ model: "Cisco 8841", description: "Lobby", owner: "kim" },
      lines: [{ directoryNumber: "2900" }],
    });
    const [first = ""] = (await phones.exportIn("ko", `name:isExactly:${mac(900)}`)).split("\r\n");
    expect(first).toContain("회선 1: 디렉터리 번호 [lines.1.directoryNumber]");
    for (const locale of locales) {
      const again = await phones.import(await phones.exportIn(locale, `name:isExactly:${mac(900)}`));
      expect(again).toMatchObject({ state: "done", outcomes: { unchanged: 1 } });
    }
    const twice = `Device Name,name,Phone Type\r\n${mac(901)},${mac(901)},Cisco 8841`;
    expect(await problemsOf(phones.send(twice))).toEqual([
      { code: "duplicateColumn", column: "name", number: 2 },
    ]);
    await phone.remove(mac(900));
  });

  test("rows make phones as single saves do: defaults, directory numbers, versions and history", async () => {
    const job = await phones.import(file(`${mac(1)},Cisco 8841,Lobby,2001`, `${mac(2)},Cisco 7970,,2001`));
    expect(job).toMatchObject({ state: "partial", total: 2, done: 1, failed: 1, waiting: 0 });
    expect(job.items).toMatchObject([
      { position: 2, name: mac(1), state: "done", outcome: "created", problems: [] },
      { position: 3, name: mac(2), state: "failed", problems: [{ path: ["protocol"], code: "required" }] },
    ]);
    expect(await phone.get(mac(1))).toMatchObject({
      protocol: "SIP",
      devicePool: "Default",
      phoneButtonTemplate: "Standard 8841 SIP",
      lines: [{ index: 1, directoryNumber: "2001", partition: null }],
      version: 1,
      updatedBy: "admin",
    });
    expect((await phone.revisions(mac(1))).items).toMatchObject([
      { number: 1, action: "created", by: "admin", reason: "in bulk" },
    ]);
    expect((await numbers.revisions("2001")).items).toMatchObject([{ action: "created", reason: "in bulk" }]);
  });

  test("rows of phones that there are change them, those that change nothing leave them alone", async () => {
    await phones.import(file(`${mac(11)},Cisco 8841,Old,2011`, `${mac(12)},Cisco 8841,Same,2012`));
    const job = await phones.import(file(`${mac(11)},Cisco 8841,New,2013`, `${mac(12)},,Same,2012`));
    expect(job.outcomes).toEqual({ updated: 1, unchanged: 1 });
    expect(await phone.get(mac(11))).toMatchObject({
      description: "New",
      version: 2,
      lines: [{ directoryNumber: "2013" }],
    });
    expect((await phone.revisions(mac(11))).items).toMatchObject([{ number: 2, action: "updated" }, {}]);
    expect(await phone.get(mac(12))).toMatchObject({ version: 1 });
  });

  test("only new or only existing phones can be asked for; the others are told", async () => {
    await phones.import(file(`${mac(21)},Cisco 8841,There,2021`));
    const rows = [`${mac(21)},Cisco 8841,Changed,2021`, `${mac(22)},Cisco 8841,New,2022`];
    const create = await phones.import(file(...rows), { mode: "create" });
    expect(create.items.map(({ problems, outcome }) => problems[0]?.code ?? outcome)).toEqual([
      "alreadyThere",
      "created",
    ]);
    const update = await phones.import(file(rows[0] ?? "", `${mac(23)},Cisco 8841,New,2023`), {
      mode: "update",
    });
    expect(update.items.map(({ problems, outcome }) => problems[0]?.code ?? outcome)).toEqual([
      "updated",
      "notThere",
    ]);
  });

  test("a dry run tells what would be done, row by row, and changes nothing", async () => {
    await phones.import(file(`${mac(31)},Cisco 8841,There,2031`));
    const rows = [`${mac(31)},,Other,2031`, `${mac(32)},Cisco 8841,,2032`, "SEP1,Cisco 8841,,2033"];
    const { prisma } = context.database;
    const before = [await prisma.phone.findMany(), await prisma.directoryNumber.findMany()];
    const history = await prisma.revision.count();
    const job = await phones.import(file(...rows), { dryRun: true });
    expect(job).toMatchObject({ state: "partial", isDryRun: true, canRetry: false });
    expect(
      job.items.map(({ position, problems, outcome }) => [position, problems[0]?.code ?? outcome]),
    ).toEqual([
      [2, "updated"],
      [3, "created"],
      [4, "badPhoneName"],
    ]);
    expect([await prisma.phone.findMany(), await prisma.directoryNumber.findMany()]).toEqual(before);
    expect(await prisma.revision.count()).toBe(history);
  });

  test("a bad row in the middle is told by row and column and left out; its like is fixed and tried again", async () => {
    const rows = Array.from({ length: 900 }, (_, index) => `${mac(1000 + index)},Cisco 8841,Row ${index},`);
    const named = rows.map((row, index) => `${row}${3000 + index}`);
    const lines = [`${header},devicePool`, ...named.map((row) => `${row},Default`)];
    lines[500] = `${named[499]},Nowhere`;
    const job = await phones.import(lines.join("\n"));
    expect(job).toMatchObject({
      state: "partial",
      total: 900,
      done: 899,
      failed: 1,
      outcomes: { created: 899 },
    });
    const { items } = await listJobItems(context, job.id, { state: "failed", limit: 10 });
    expect(items).toMatchObject([
      { position: 501, name: mac(1499), problems: [{ path: ["devicePool"], code: "unknownReference" }] },
    ]);
    await pools.create({ name: "Nowhere" });
    const { jobId } = await retryJob(context, job.id);
    const retry = await phones.finished(jobId);
    expect(retry).toMatchObject({
      state: "done",
      total: 1,
      done: 1,
      retryOf: job.id,
      outcomes: { created: 1 },
    });
    expect((await refusalFrom(retryJob(context, jobId))).code).toBe("nothingToRetry");
  });

  test("the file of failed rows has the same columns and the reason, and is accepted again", async () => {
    const job = await phones.import(
      file(`${mac(41)},Cisco 8841,"a ""quoted"" one",2041`, `${mac(42)},Cisco 8841,,20X1`),
    );
    const bytes = await exportFailedRows(context, job.id, ({ code }) => code);
    const chunks: Uint8Array[] = [];
    for await (const chunk of bytes) chunks.push(chunk);
    const text = new TextDecoder().decode(Buffer.concat(chunks));
    expect(text.split("\r\n")).toEqual([
      `${header},error`,
      `${mac(41)},Cisco 8841,"a ""quoted"" one",2041,description: forbiddenCharacters`,
      `${mac(42)},Cisco 8841,,20X1,lines.1.directoryNumber: badNumber`,
      "",
    ]);
    const again = text.replace('"a ""quoted"" one"', "plain").replace("20X1", "2042");
    expect(await phones.import(again)).toMatchObject({ state: "done", outcomes: { created: 2 } });
  });

  test("two rows with the same new number share it; the same phone twice is told", async () => {
    const job = await phones.import(
      file(
        `${mac(51)},Cisco 8841,,2051`,
        `${mac(52)},Cisco 8841,,2051`,
        `${mac(51).toLowerCase()},Cisco 8841,,2052`,
      ),
    );
    expect(job.items.map(({ problems, outcome }) => problems[0]?.code ?? outcome)).toEqual([
      "created",
      "created",
      "sameObjectAgain",
    ]);
    expect((await numbers.dependencies("2051")).total).toBe(2);
  });

  test("leading zeros, a plus and texts that look like formulas survive", async () => {
    await phones.import(file(`${mac(61)},Cisco 8841,'=1+1,'+82201`, `${mac(62)},Cisco 8841,-,0012`));
    expect(await phone.get(mac(61))).toMatchObject({
      description: "=1+1",
      lines: [{ directoryNumber: "+82201" }],
    });
    expect(await phone.get(mac(62))).toMatchObject({
      description: "-",
      lines: [{ directoryNumber: "0012" }],
    });
    const exported = await phones.export(`name:isExactly:${mac(61)}`);
    expect(exported).toContain(",'=1+1,");
    expect(exported).toContain(",'+82201,");
  });

  test("t and f, yes and no are true and false, and a description may have 128 characters", async () => {
    const description = "Conference phone on the second floor, west wing, beside stairs".padEnd(128, "!");
    const columns = `${header},extensionMobility,dnd.status`;
    const rows = [
      `${mac(63)},Cisco 8841,"${description}",2063,T,f`,
      `${mac(64)},Cisco 8841,"${description}!",2064,f,f`,
      `${mac(65)},Cisco 8841,,2065,Yes,NO`,
      `${mac(66)},Cisco 8841,,2066,maybe,no`,
    ];
    const job = await phones.import([columns, ...rows].join("\n"));
    expect(job.items.map(({ problems, outcome }) => problems[0] ?? outcome)).toMatchObject([
      "created",
      { path: ["description"], code: "descriptionTooLong", params: { limit: 128, length: 129 } },
      "created",
      { path: ["extensionMobility"], code: "wrongType" },
    ]);
    expect(await phone.get(mac(63))).toMatchObject({
      ...{ description, extensionMobility: true },
      dnd: { status: false },
    });
    expect(await phone.get(mac(65))).toMatchObject({ extensionMobility: true, dnd: { status: false } });
  });

  test("devices that are no phones here are counted and left out, with nothing said against them", async () => {
    const rows = [
      "Cisco Unified Client Services Framework,CSFUSER1",
      "Cisco Dual Mode for iPhone,TCTUSER1",
      "CTI Port,CTIP1",
      "Third-party SIP Device (Advanced),SEP00005E00F001",
      "Cisco TelePresence EX90,SEP00005E00F002",
      "Cisco 9861,SEP00005E00F003",
    ];
    const job = await phones.import(["model,name", ...rows].join("\n"));
    expect(job).toMatchObject({ state: "done", total: 6, done: 6, failed: 0, outcomes: { leftOut: 6 } });
    expect(job.items.map(({ outcome, problems }) => [outcome, problems])).toEqual(
      rows.map(() => ["leftOut", []]),
    );
    expect(await phone.find("name:beginsWith:SEP00005E00F")).toEqual([]);
    const check = await phones.import(["model,name", ...rows].join("\n"), { dryRun: true });
    expect(check).toMatchObject({ state: "done", outcomes: { leftOut: 6 } });
  });

  test("a model that nobody knows is told as such, without what follows from it", async () => {
    const job = await phones.import(file(`${mac(67)},Cisco 7777,,2067`));
    expect(job.items[0]?.problems).toMatchObject([{ path: ["model"], code: "unknownModel" }]);
  });

  test("one user has one device profile, also among the rows of a file", async () => {
    const profiles = bulkOf("deviceProfile", ask);
    const rows = ["A,kim,2071", "B,Kim,2072", "C,lee,2073"].join("\n");
    const job = await profiles.import(`name,userId,lines.1.directoryNumber\n${rows}`);
    expect(job.items.map(({ problems, outcome }) => problems[0]?.code ?? outcome)).toEqual([
      "nameTaken",
      "nameTaken",
      "created",
    ]);
  });
});

describe("files that do not fit", () => {
  test("unknown, double and missing columns are named before anything is stored", async () => {
    const before = await databaseContents(context.database);
    const accepted = expect.stringMatching(
      /^name, description, model, protocol, .*lines\.1\.directoryNumber/,
    );
    expect(await problemsOf(phones.send("model,colour,model\nA,B,C"))).toEqual([
      { code: "missingColumn", column: "name" },
      { code: "unknownColumn", column: "colour", number: 2, accepted },
      { code: "duplicateColumn", column: "model", number: 3 },
    ]);
    // The header of another program: what helps comes first, and is not buried.
    const foreign = ["Column 1", ...Array.from({ length: 283 }, (_, index) => `Column ${index + 2}`)];
    expect(await problemsOf(phones.send(`${foreign.join(",")}\n${mac(1)}`))).toEqual([
      { code: "missingColumn", column: "name" },
      {
        ...{ code: "unknownColumns", count: 284, accepted },
        columns: "Column 1, Column 2, Column 3, Column 4, Column 5",
      },
    ]);
    expect(await problemsOf(phones.send(""))).toEqual([{ code: "emptyFile" }]);
    expect(await problemsOf(phones.send(`${header}\n\n`))).toEqual([{ code: "emptyFile" }]);
    expect(await databaseContents(context.database)).toEqual(before);
  });

  test("byte order marks, LF, CR LF and semicolons are understood; what is no text is refused", async () => {
    const semicolons = `\uFEFF${header};x`.replaceAll(",", ";").replace(";x", "");
    expect(await phones.send(`${semicolons}\r\n${mac(71)};Cisco 8841;;2071`)).toMatchObject({
      columns: header.split(","),
      rowCount: 1,
      badCount: 0,
    });
    const unicodeText = Buffer.from(`${semicolons}\r\n${mac(73)};Cisco 8841;;2073`, "utf16le");
    expect(await phones.send(unicodeText)).toMatchObject({ rowCount: 1, badCount: 0 });
    const korean = Buffer.concat([Buffer.from(file(`${mac(72)},Cisco 8841,`)), Buffer.from([0xc7, 0xd1])]);
    expect(await problemsOf(phones.send(korean))).toEqual([{ code: "notUtf8", row: expect.any(Number) }]);
  });

  test("a file cut off in a row or in a quoted cell tells that row and imports the others", async () => {
    const whole = file(
      `${mac(81)},Cisco 8841,"Lobby, left",2081`,
      `${mac(82)},Cisco 8841,"Lobby, right",2082`,
    );
    const inCell = await phones.import(whole.slice(0, whole.indexOf("right")));
    expect(
      inCell.items.map(({ position, problems, outcome }) => [position, problems[0]?.code ?? outcome]),
    ).toEqual([
      [2, "created"],
      [3, "quoteNotClosed"],
    ]);
    const inRow = await phones.import(whole.slice(0, whole.indexOf(',"Lobby, right')));
    expect(
      inRow.items.map(({ position, problems, outcome }) => [position, problems[0]?.code ?? outcome]),
    ).toEqual([
      [2, "unchanged"],
      [3, "wrongCellCount"],
    ]);
  });

  test("a file beyond the limits is refused while it arrives, and nothing of it stays", async () => {
    const before = await databaseContents(context.database);
    let sent = 0;
    async function* endless() {
      yield new TextEncoder().encode(`${header}\n`);
      for (; ; sent++) yield* inBytes(`${mac(sent)},Cisco 8841,,2001\n`.repeat(400));
    }
    const limits = { bytes: 1_000_000, rows: 1_000_000 };
    const incoming = { name: "endless.csv", bytes: endless() };
    const refusal = await refusalFrom(storeFile(context, definitions.phone, incoming, limits));
    expect(refusal.code).toBe("fileTooLarge");
    expect(sent).toBeLessThan(100);
    const rows = { bytes: 1_000_000, rows: 2 };
    const three = { name: "three.csv", bytes: inBytes(file("a", "b", "c")) };
    expect(await problemsOf(storeFile(context, definitions.phone, three, rows))).toEqual([
      { code: "tooManyRows", limit: 2 },
    ]);
    expect(await databaseContents(context.database)).toEqual(before);
  });

  test("texts that no database can hold are told and harm nothing else", async () => {
    const job = await phones.import(
      file(`SEP\0,Cisco 8841,,2091`, `${mac(92)},Cisco 8841,a\0b,2\0`, `${mac(93)},Cisco 8841,,2093`),
    );
    expect(job).toMatchObject({ done: 1, failed: 2 });
  });

  test("whoever may only read can neither send a file nor import one", async () => {
    const reader = bulkOf("phone", () => inRole(context, "readOnly"));
    expect((await refusalFrom(reader.send(file("x")))).code).toBe("forbidden");
    expect(await reader.export("name:isExactly:nobody")).toContain("name");
  });
});
