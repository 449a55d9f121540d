import { stringify } from "csv-stringify/sync";
import { type Headings, readHeadings } from "@/lib/unified-cm/headings";
import { generatePhone, mostLines, mostSpeedDials } from "@/lib/unified-cm/testing/generate-phone";
import { allDetailsHeadings, phoneCells } from "@/lib/unified-cm/write-phone";

/**
 * Releases, each with columns that it lacks, others that it calls otherwise, and some that only it has. That columns come
 * and go is a fact; which ones do so when is made up here, because nobody publishes it.
 */
const releases = {
  "8.6": {
    lacks: /^(mobility identity|feature control|cpg audio|park monitor|module 3|audible message|recording)/i,
    calls: new Map([
      ["Phone Button Template", "Phone Template"],
      ["Packet Capture Mode", "Signal Packet Capture Mode"],
      ["Common Phone Profile", "Common Profile"],
      ["Route Partition", "Partition"],
      ["Visual Message Waiting Indicator Policy", "Message Waiting Lamp Policy"],
    ]),
    has: [],
  },
  "9.1": { lacks: /^(mobility identity|module 3|cpg audio)/i, calls: new Map(), has: [] },
  "10.5": { lacks: /^mobility identity (time|is)/i, calls: new Map(), has: ["Wireless LAN Profile Group"] },
  "12.5": { lacks: /^gatekeeper/i, calls: new Map(), has: ["Wireless LAN Profile Group", "ELIN Group"] },
  "14": { lacks: /^motorola/i, calls: new Map(), has: ["ELIN Group", "Busy Lamp Field Destination 1"] },
} as const satisfies Record<
  string,
  { lacks: RegExp; calls: ReadonlyMap<string, string>; has: readonly string[] }
>;
export type Release = keyof typeof releases;
export const releaseNames = Object.keys(releases) as Release[];

/** The headings of a file of the release. */
export function headingsOfRelease(
  release: Release,
  lines = mostLines,
  speedDials = mostSpeedDials,
): string[] {
  const { lacks, calls, has } = releases[release];
  const all = allDetailsHeadings(lines, speedDials).filter((heading) => !lacks.test(heading));
  const called = all.map((heading) => {
    const [, base = "", number = ""] = /^(.*?)(\s+\d+)?$/.exec(heading) ?? [];
    const other: string | undefined = calls.get(base);
    return other === undefined ? heading : `${other}${number}`;
  });
  return [...called, ...has];
}

/** Devices that stand among the phones of real files and are none here. */
export const leftOutTypes = [
  "Cisco Unified Client Services Framework",
  "Cisco Dual Mode for iPhone",
  "CTI Port",
  "Third-party SIP Device (Advanced)",
  "Cisco TelePresence EX90",
  "Cisco 9861",
] as const;
/** Each so many rows one of those stands. */
export const leftOutEvery = 10;

export interface FileWish {
  readonly phones: number;
  readonly seed: number;
  readonly release: Release;
  readonly delimiter?: "," | ";" | "\t";
  readonly end?: "\n" | "\r\n" | "\r";
  /** What becomes of the headings: another order, letter case, spaces. */
  readonly withHeadings?: (headings: readonly string[]) => readonly string[];
}

/** The headings of a file that there is to be; they are always those of phones. */
function understood(headings: readonly string[]): Headings {
  const read = readHeadings(1, headings);
  if ("code" in read) throw new Error(`These are no headings: ${read.code}`);
  return read;
}

const rowsAtOnce = 100;

/** A file *All Details* of any size, as bytes, while it is read: always the same one for the same wish. */
export async function* generateFile(wish: FileWish): AsyncGenerator<Uint8Array> {
  const { phones, seed, release, delimiter = ",", end = "\n", withHeadings = (headings) => headings } = wish;
  const written = withHeadings(headingsOfRelease(release));
  const headings = understood(written);
  const encoder = new TextEncoder();
  const text = (rows: readonly (readonly string[])[]) =>
    encoder.encode(
      stringify(rows as string[][], { delimiter, record_delimiter: end, quoted_match: /[\r\n]/ }),
    );
  yield text([written]);
  for (let from = 0; from < phones; from += rowsAtOnce) {
    const rows: string[][] = [];
    for (let number = from; number < Math.min(phones, from + rowsAtOnce); number++) {
      rows.push(phoneCells(generatePhone(seed, number), headings));
      if (number % leftOutEvery !== leftOutEvery - 1) continue;
      const place = Math.floor(number / leftOutEvery);
      const cells = written.map(() => "");
      cells[headings.nameAt] = `CSFUSER${number}`;
      cells[headings.typeAt] = leftOutTypes[place % leftOutTypes.length] ?? "";
      rows.push(cells);
    }
    yield text(rows);
  }
}
