import { BadEncoding, decodeText } from "@/lib/csv/decode";
import type { FilePhone } from "@/lib/unified-cm/file-phone";
import { type FileProblem, fileProblem } from "@/lib/unified-cm/file-problem";
import type { ReportWriter } from "@/lib/unified-cm/file-report";
import { type Headings, readHeadings } from "@/lib/unified-cm/headings";
import { type Defaults, readPhone } from "@/lib/unified-cm/read-phone";
import { readTable, type TableRow } from "@/lib/unified-cm/read-table";
import { longestSoftkeyFile, type ReadSoftkeyFile, readSoftkeyFile } from "@/lib/unified-cm/softkey-file";

/** What a file is by its content; the rows of a file of phones are those below its headings, to be read once. */
export type ReadFile =
  | {
      readonly recognised: "allDetails" | "insert";
      readonly headings: Headings;
      readonly rows: AsyncGenerator<TableRow[]>;
    }
  | ({ readonly recognised: "softkeys" } & ReadSoftkeyFile)
  | { readonly recognised: null; readonly problem: FileProblem };

/** What bytes at the beginning tell of a file that is no text. */
const signatures: readonly { readonly bytes: readonly number[]; readonly at: number; readonly is: string }[] =
  [
    { bytes: [0x50, 0x4b, 0x03, 0x04], at: 0, is: "workbook" },
    { bytes: [0xd0, 0xcf, 0x11, 0xe0], at: 0, is: "workbook" },
    { bytes: [0x1f, 0x8b], at: 0, is: "archive" },
    { bytes: [0x75, 0x73, 0x74, 0x61, 0x72], at: 257, is: "archive" },
    { bytes: [0x25, 0x50, 0x44, 0x46], at: 0, is: "document" },
  ];
const bytesToKnow = 262;

const accepted = "All Details, bat.xlt, softKeyCfg";
const notRecognised = (looksLike: string): ReadFile => ({
  recognised: null,
  problem: fileProblem(null, "notRecognised", { looksLike, accepted }),
});

/** The first bytes of a file, and all of them again. */
async function begun(bytes: AsyncIterable<Uint8Array>) {
  const iterator = bytes[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let length = 0;
  while (length < bytesToKnow) {
    const { done, value } = await iterator.next();
    if (done) break;
    first.push(value);
    length += value.length;
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      yield* first;
      for (;;) {
        const { done, value } = await iterator.next();
        if (done) return;
        yield value;
      }
    } finally {
      await iterator.return?.();
    }
  }
  const start = first.flatMap((chunk) => [...chunk.subarray(0, bytesToKnow)]);
  return { start, all: all() };
}

/** A whole text as far as a softkey file can go. */
async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  let text = "";
  for await (const part of decodeText(bytes)) {
    text += part;
    if (text.length > longestSoftkeyFile) break;
  }
  return text;
}

/** The first character, after a byte order mark, opens a tag. */
function isXml(start: readonly number[]): boolean {
  const text = String.fromCharCode(...start.slice(0, 64));
  return /^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)?[\0\s]*</.test(text);
}

async function openXml(bytes: AsyncIterable<Uint8Array>): Promise<ReadFile> {
  try {
    const read = readSoftkeyFile(await textOf(bytes));
    const [problem] = read.problems;
    if (problem && Object.keys(read.layout).length === 0) return { recognised: null, problem };
    return { recognised: "softkeys", ...read };
  } catch (error) {
    if (!(error instanceof BadEncoding)) throw error;
    return { recognised: null, problem: fileProblem(null, "badEncoding", { encoding: "UTF-8" }) };
  }
}

/** The rows below the first; where the headings stand again, another file begins, and it ends. */
async function* rowsBelow(
  first: readonly TableRow[],
  more: AsyncGenerator<TableRow[]>,
  headings: Headings,
  name: string,
): AsyncGenerator<TableRow[]> {
  const isHeading = ({ cells }: TableRow) => (cells[headings.nameAt] ?? "").trim().toLowerCase() === name;
  try {
    let rows = first;
    for (;;) {
      const again = rows.find(isHeading);
      if (again) {
        const before = rows.slice(0, rows.indexOf(again));
        const problem = fileProblem(again.row, "notRecognised", { looksLike: "secondHeader", accepted });
        yield [...before, { row: again.row, cells: [], problem }];
        return;
      }
      if (rows.length > 0) yield [...rows];
      const next = await more.next();
      if (next.done) return;
      rows = next.value;
    }
  } finally {
    await more.return(undefined);
  }
}

/**
 * Recognises a file by its content and reads as much of it as that takes. Nothing is thrown but what the source throws;
 * of a file of phones nothing but the row at hand is in memory.
 */
export async function openFile(bytes: AsyncIterable<Uint8Array>): Promise<ReadFile> {
  const { start, all } = await begun(bytes);
  const known = signatures.find(({ bytes: signature, at }) =>
    signature.every((byte, index) => start[at + index] === byte),
  );
  if (known) {
    await all.return(undefined);
    return notRecognised(known.is);
  }
  if (isXml(start)) return openXml(all);
  const table = readTable(all);
  const { value: rows } = await table.next();
  const first = rows?.[0];
  const headings = first?.problem ?? (first ? readHeadings(first.row, first.cells) : null);
  if (!rows || !first || !headings || "code" in headings) {
    await table.return(undefined);
    return headings ? { recognised: null, problem: headings } : notRecognised("empty");
  }
  const name = (first.cells[headings.nameAt] ?? "").trim().toLowerCase();
  return { recognised: headings.recognised, headings, rows: rowsBelow(rows.slice(1), table, headings, name) };
}

/**
 * The phones of a file, some at a time, while everything that is to be said of it goes into a report.
 * @param file its name, for the problems
 */
export async function* readPhones(
  file: string,
  { headings, rows }: Extract<ReadFile, { readonly rows: unknown }>,
  report: ReportWriter,
  defaults: Defaults = {},
): AsyncGenerator<FilePhone[]> {
  report.addUnusedColumns(headings.unused);
  for (const problem of headings.problems) report.addProblem(file, problem);
  for await (const group of rows) {
    const phones: FilePhone[] = [];
    for (const row of group) {
      if (row.problem) {
        report.addProblem(file, row.problem);
        continue;
      }
      const read = readPhone(headings, row, defaults);
      if (report.addRow(file, read) && read.phone) phones.push(read.phone);
    }
    if (phones.length > 0) yield phones;
  }
}
