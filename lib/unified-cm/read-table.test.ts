import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTable, type TableRow } from "@/lib/unified-cm/read-table";
import { chunks } from "@/lib/unified-cm/testing/chunks";

async function read(file: string | Uint8Array, size = 7): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const group of readTable(chunks(file, size))) rows.push(...group);
  return rows;
}

const told = (rows: readonly TableRow[]) =>
  rows.map(({ row, cells, problem }) => `${row} ${problem?.code ?? cells.join("|")}`);

describe("a table of Unified CM", () => {
  test("CR LF, LF and CR, comma, semicolon and tab, with mark and without, UTF-8 and UTF-16 are read alike", async () => {
    const table = (delimiter: string, end: string) =>
      ["Device Name,Description", 'SEP1,"로비, 1층"', "SEP2,x"].join(end).replaceAll(/,(?! )/g, delimiter) +
      end;
    const expected = ["1 Device Name|Description", "2 SEP1|로비, 1층", "3 SEP2|x"];
    for (const delimiter of [",", ";", "\t"])
      for (const end of ["\r\n", "\n", "\r"]) {
        const text = table(delimiter, end);
        expect(told(await read(text))).toEqual(expected);
        expect(told(await read(`\uFEFF${text}`))).toEqual(expected);
        expect(told(await read(Buffer.from(`\uFEFF${text}`, "utf16le")))).toEqual(expected);
      }
  });

  test("blank lines are told once a stretch, with their number; those at the end are none", async () => {
    const rows = await read("a,b\n\n\n1,2\n,\n3,4\n\n\n");
    expect(told(rows)).toEqual(["1 a|b", "2 blankLine", "4 1|2", "5 blankLine", "6 3|4"]);
    expect(rows[1]?.problem?.params).toEqual({ count: 2 });
  });

  test("a file that ends within a row is cut off; a short row before the end is left to the reader of its cells", async () => {
    expect(told(await read("a,b\n1,2\n3"))).toEqual(["1 a|b", "2 1|2", "3 cutOff"]);
    expect(told(await read('a,b\n1,2\n3,"x'))).toEqual(["1 a|b", "2 1|2", "3 cutOff"]);
    expect(told(await read("a,b\n1,2\n3\n"))).toEqual(["1 a|b", "2 1|2", "3 3"]);
    expect(told(await read("a,b\n1,2\n3,4"))).toEqual(["1 a|b", "2 1|2", "3 3|4"]);
    const korean = new TextEncoder().encode("a,b\n1,2\n3,한");
    expect(told(await read(korean.slice(0, -1)))).toEqual(["1 a|b", "2 1|2", "3 cutOff"]);
  });

  test("a quotation mark that never closes is told for its row, and the others are read", async () => {
    expect(told(await read('a,b\n1,"x\n2,3\n4,5\n'))).toEqual(["1 a|b", "2 quoteOpen", "3 2|3", "4 4|5"]);
  });

  test("another encoding and what is no text are told with the row where they begin", async () => {
    const cp949 = new Uint8Array([...new TextEncoder().encode("a,b\n1,2\n"), 0xc7, 0xd1, 0x2c, 0x31, 0x0a]);
    const [, , bad] = await read(cp949, 1000);
    expect(bad?.problem).toEqual({
      row: 3,
      column: null,
      code: "badEncoding",
      params: { encoding: "UTF-8" },
    });
    expect(told(await read(Buffer.from("a,b\n1,2\n", "utf16le")))).toEqual(["1 badEncoding"]);
    const half = Buffer.concat([Buffer.from("\uFEFFa,b\n", "utf16le"), Buffer.from([0, 0xd8, 0x61, 0])]);
    expect((await read(half, 1000)).at(-1)?.problem?.params).toEqual({ encoding: "UTF-16" });
  });

  test("a row beyond all bounds is told, and not kept", async () => {
    const rows = await read(`a,b\n${"x".repeat(5_000_000)}\n1,2\n`, 65_536);
    expect(rows[1]?.problem).toMatchObject({ code: "tooLong", params: { limit: 2_000_000 } });
    expect(rows.at(-1)?.cells).toEqual(["1", "2"]);
    expect(rows.every(({ cells }) => cells.join().length < 100)).toBe(true);
  });

  test("any bytes in pieces of any size give rows in rising order, and nothing is thrown", async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc
        .array(fc.constantFrom("a", '"', ",", ";", "\t", "\r", "\n", "\r\n", "\0", "한", "\uFEFF"), {
          maxLength: 60,
        })
        .map((parts) => new TextEncoder().encode(parts.join(""))),
    );
    await fc.assert(
      fc.asyncProperty(bytes, fc.integer({ min: 1, max: 9 }), async (file, size) => {
        const numbers = (await read(file, size)).map(({ row }) => row);
        expect(numbers).toEqual([...new Set(numbers)].toSorted((one, other) => one - other));
      }),
    );
  });
});
