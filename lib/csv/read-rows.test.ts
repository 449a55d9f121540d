import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BadEncoding, decodeText } from "@/lib/csv/decode";
import { type CsvRow, readRows } from "@/lib/csv/read-rows";

/** The rows of a file that arrives in pieces of some bytes. */
async function read(file: string | Uint8Array, pieceLength = 7): Promise<CsvRow[]> {
  const bytes = typeof file === "string" ? new TextEncoder().encode(file) : file;
  async function* pieces() {
    for (let start = 0; start < bytes.length; start += pieceLength) {
      yield bytes.subarray(start, start + pieceLength);
    }
  }
  const rows: CsvRow[] = [];
  for await (const group of readRows(decodeText(pieces()))) rows.push(...group);
  return rows;
}

const cells = (rows: readonly CsvRow[]) => rows.map((row) => row.cells);
const told = (rows: readonly CsvRow[]) =>
  rows.map(({ row, cells: own, problem }) => `${row} ${problem?.code ?? own.join("|")}`);

describe("reading CSV", () => {
  test("whatever is written is read again, in pieces of any size", async () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom("", '"', '""', ",", "\n", "a\r\nb", "한글", "+82"));
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom("\r\n", "\n"),
        fc.integer({ min: 1, max: 9 }),
        async (rows, end, size) => {
          const file = stringify([["first", "second"], ...rows], {
            record_delimiter: end,
            quoted_match: /[\r\n]/,
          });
          const kept = rows.filter((row) => row.some((one) => one.trim() !== ""));
          const breaks = (one: string) => one.replace(/\r\n|\r/g, "\n");
          expect(cells(await read(file, size)).slice(1)).toEqual(kept.map((row) => row.map(breaks)));
        },
      ),
    );
  });

  test("a byte order mark, any line break, and semicolons or tabs are understood", async () => {
    const rows = [
      ["name", "model"],
      ["A", "1"],
    ];
    for (const [end, delimiter] of [
      ["\r\n", ","],
      ["\n", ";"],
      ["\r", "\t"],
    ] as const) {
      expect(cells(await read(`\uFEFFname${delimiter}model${end}A${delimiter}1${end}`))).toEqual(rows);
    }
    expect(cells(await read("name,model\nA,1"))).toEqual(rows);
  });

  test("blank rows are left out and counted", async () => {
    expect(told(await read("a,b\n\n1,2\n,\n\n3,4\n"))).toEqual(["1 a|b", "3 1|2", "6 3|4"]);
  });

  test("a row with a misplaced quotation mark is told, and the rows after it are read", async () => {
    expect(told(await read('a,b\n1,"x"y\n2,3\n'))).toEqual(["1 a|b", "2 badQuote", "3 2|3"]);
    expect(told(await read('a,b\n1,x"y"\n2,3\n'))).toEqual(["1 a|b", "2 badQuote", "3 2|3"]);
  });

  test("a quotation mark that never closes is told for its row, wherever it is", async () => {
    expect(told(await read('a,b\n1,"x\n2,3\n4,5\n'))).toEqual([
      "1 a|b",
      "2 quoteNotClosed",
      "3 2|3",
      "4 4|5",
    ]);
    expect(told(await read('a,b\n1,2\n3,"cut of'))).toEqual(["1 a|b", "2 1|2", "3 quoteNotClosed"]);
    const many = Array.from({ length: 30_000 }, (_, index) => `${index},some text`).join("\n");
    const rows = await read(`a,b\nbad,"x\n${many}\n`, 10_000);
    expect(told(rows).slice(0, 4)).toEqual(["1 a|b", "2 quoteNotClosed", "3 0|some text", "4 1|some text"]);
    expect(rows).toHaveLength(30_002);
  });

  test("a row beyond all bounds is told, not kept", async () => {
    const rows = await read(`a,b\n${"x".repeat(250_000)}\n1,2\n`, 60_000);
    expect(told(rows)).toEqual(["1 a|b", "2 rowTooLong", "3 1|2"]);
  });

  test("UTF-16 is read by its mark, in pieces of any size", async () => {
    const text = "이름\tmodel\n회의실 😀\t2\n";
    const little = new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le"));
    const big = new Uint8Array(Buffer.from(little).swap16());
    for (const file of [little, big])
      for (const size of [1, 2, 3, 1000])
        expect(cells(await read(file, size))).toEqual([
          ["이름", "model"],
          ["회의실 😀", "2"],
        ]);
  });

  test("bytes that are no text are refused", async () => {
    const korean = new Uint8Array([...new TextEncoder().encode("a,b\n"), 0xc7, 0xd1, 0x2c, 0x31]);
    await expect(read(korean)).rejects.toThrow(BadEncoding);
    const half = new Uint8Array([0xff, 0xfe, 0x61, 0x00, 0x00, 0xd8, 0x61, 0x00]);
    await expect(read(half)).rejects.toThrow(BadEncoding);
    const cut = new TextEncoder().encode("a,b\n1,한").slice(0, -1);
    await expect(read(cut)).rejects.toMatchObject({ encoding: "utf-8", isCutOff: true });
    await expect(read(korean)).rejects.toMatchObject({ isCutOff: false });
    expect(await read(new Uint8Array())).toEqual([]);
  });

  test("the rows before bytes that are no text are read", async () => {
    const rows = Array.from({ length: 5_000 }, (_, index) => `${index},한글`).join("\n");
    const file = new Uint8Array([...new TextEncoder().encode(`a,b\n${rows}\n`), 0xc7, 0xd1]);
    let last = 0;
    async function* whole() {
      yield file;
    }
    const reading = async () => {
      for await (const group of readRows(decodeText(whole()))) last = group.at(-1)?.row ?? last;
    };
    await expect(reading()).rejects.toThrow(BadEncoding);
    expect(last).toBe(5_001);
  });
});
