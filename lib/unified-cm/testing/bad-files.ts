import type { FileProblem } from "@/lib/unified-cm/file-problem";

const header = "Device Name,Description,Device Type,Device Protocol,Device Pool,Directory Number 1";
const phone = (name: string, cells: Partial<Record<"description" | "pool" | "number", string>> = {}) =>
  [name, cells.description ?? "", "Cisco 8841", "SIP", cells.pool ?? "Seoul", cells.number ?? "2001"].join(
    ",",
  );
const mac = (number: number) => `SEP00005E00D${String(number).padStart(3, "0")}`;

const text = (...rows: readonly string[]) => new TextEncoder().encode(`${rows.join("\n")}\n`);
const joined = (...parts: readonly Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));

interface BadFile {
  readonly bytes: Uint8Array;
  /** Row, column and code of what is wrong with it. */
  readonly told: readonly [FileProblem["row"], FileProblem["column"], FileProblem["code"]][];
}

/** Files as people send them by mistake or on purpose, each with what is to be said of it. */
export const badFiles: Readonly<Record<string, BadFile>> = {
  empty: { bytes: text(), told: [[null, null, "notRecognised"]] },
  workbook: {
    bytes: joined(Uint8Array.of(0x50, 0x4b, 3, 4), text("x")),
    told: [[null, null, "notRecognised"]],
  },
  document: { bytes: text("%PDF-1.7", "x"), told: [[null, null, "notRecognised"]] },
  archive: { bytes: Uint8Array.of(0x1f, 0x8b, 8, 0, 0), told: [[null, null, "notRecognised"]] },
  noise: {
    bytes: Uint8Array.from({ length: 5_000 }, (_, at) => (at * 7_919) % 251),
    told: [[1, null, "badEncoding"]],
  },
  "list of names": { bytes: text(mac(1), mac(2)), told: [[1, null, "notRecognised"]] },
  "export of this console": { bytes: text("name,description,model"), told: [[1, null, "notRecognised"]] },
  page: { bytes: text("<!DOCTYPE html><html></html>"), told: [[null, null, "notRecognised"]] },
  "other XML": { bytes: text("<device><name>x</name></device>"), told: [[null, null, "notRecognised"]] },
  "broken XML": { bytes: text("<device>", "<name>x</device>"), told: [[2, null, "notRecognised"]] },
  "softkeys that are cut off": {
    bytes: text('<softKeyCfg><softKeySets><softKeySet id="On Hook">'),
    told: [[1, null, "cutOff"]],
  },
  "softkeys and states that there are not": {
    bytes: text(
      '<softKeyCfg><softKeySets><softKeySet id="Resting"/><softKeySet id="On Hook"><softKey keyID="Recall"/>',
      '</softKeySet><softKeySet id="On Hook"/></softKeySets></softKeyCfg>',
    ),
    told: [
      [null, "Resting", "unknownValue"],
      [null, "On Hook", "unknownValue"],
      [null, "On Hook", "columnTwice"],
    ],
  },
  "another encoding": {
    bytes: joined(text(header, phone(mac(1))), Uint8Array.of(0xc7, 0xd1, 0x0a)),
    told: [[3, null, "badEncoding"]],
  },
  "cut off in a row": {
    bytes: text(header, phone(mac(1)), mac(2)).slice(0, -1),
    told: [[3, null, "cutOff"]],
  },
  "cut off in a character": {
    bytes: text(header, phone(mac(1)), `${mac(2)},한`).slice(0, -2),
    told: [[3, null, "cutOff"]],
  },
  "a quotation mark that never closes": {
    bytes: text(header, `${mac(1)},"Lobby,Cisco 8841`, phone(mac(2))),
    told: [[2, null, "quoteOpen"]],
  },
  "blank lines": {
    bytes: text(header, "", phone(mac(1)), "", "", phone(mac(2))),
    told: [
      [2, null, "blankLine"],
      [4, null, "blankLine"],
    ],
  },
  "rows too short and too long": {
    bytes: text(header, mac(1), `${phone(mac(2))},x`, `${phone(mac(3))},,`),
    told: [
      [2, null, "cellCount"],
      [3, null, "cellCount"],
      [4, null, "cellCount"],
    ],
  },
  "a comma that moves the cells of a row, whose type is another then": {
    bytes: text(header, `${mac(1)},Lobby,east,Cisco 8841,SIP,Seoul,`, `${mac(2)},,`),
    told: [
      [2, null, "cellCount"],
      [3, null, "cellCount"],
    ],
  },
  "cells under the empty headings at the end": {
    bytes: text(`${header},,`, `${phone(mac(1))},,`, `${phone(mac(2))},x,`, phone(mac(3))),
    told: [
      [3, null, "cellCount"],
      [4, null, "cellCount"],
    ],
  },
  "two files of two versions": {
    bytes: text(header, phone(mac(1)), "Device Name,Description", mac(2)),
    told: [[3, null, "notRecognised"]],
  },
  "columns of two versions": {
    bytes: text(`${header},Phone Button Template,Phone Template,description`),
    told: [
      [1, "Phone Template", "columnTwice"],
      [1, "description", "columnTwice"],
    ],
  },
  "columns of a line twice": {
    bytes: text(`${header},DIRECTORY  NUMBER 1`),
    told: [[1, "DIRECTORY NUMBER 1", "columnTwice"]],
  },
  "a device twice": { bytes: text(header, phone(mac(1)), phone(mac(1))), told: [[3, null, "deviceTwice"]] },
  "names that are refused": {
    bytes: text(header, phone(mac(1), { pool: "R&D" })),
    told: [[2, "Device Pool", "forbiddenCharacters"]],
  },
  "control characters": {
    bytes: text(header, phone(mac(1), { description: '"two\nlines"' })),
    told: [[2, "Description", "forbiddenCharacters"]],
  },
  "texts that are too long": {
    bytes: text(header, phone(mac(1), { description: "x".repeat(129), pool: "y".repeat(10_001) })),
    told: [
      [2, "Description", "tooLong"],
      [2, "Device Pool", "tooLong"],
    ],
  },
  "formulas and numbers that a spreadsheet has rounded": {
    bytes: text(header, phone(mac(1), { number: "8.22556E+11" }), phone(mac(2), { number: "=1+1" })),
    told: [
      [2, "Directory Number 1", "unknownValue"],
      [3, "Directory Number 1", "unknownValue"],
    ],
  },
  "no name": { bytes: text(header, phone("")), told: [[2, "Device Name", "unknownValue"]] },
};
