import { maximumDestinationLength } from "@/lib/configuration/lengths";
import { digitsOf, flagValueOf, numberOf, referenceOf, textOf } from "@/lib/unified-cm/cell-values";
import { type Column, flagCell } from "@/lib/unified-cm/device-columns";
import type { FileForward, FileLine, FileSpeedDial } from "@/lib/unified-cm/file-phone";

/** Lengths of bat.xlt 14. */
const longestName = 50;
const longestNumber = 255;

/** How a number stands in a file: with a backslash before the plus. */
function numberCell(number: string | null | undefined): string {
  return (number ?? "").replaceAll("+", "\\+");
}

type LineText = "label" | "displayName" | "asciiDisplayName" | "alertingName" | "description";

function text(field: LineText, limit: number): Column<FileLine> {
  return {
    read: (line, cell, notes) => {
      const value = textOf(cell, limit, notes);
      if (value !== undefined) line[field] = value;
    },
    write: (line) => line[field] ?? "",
  };
}

function number(
  field: "index" | "maxCalls" | "busyTrigger" | "noAnswerSeconds",
  most: number,
): Column<FileLine> {
  return {
    read: (line, cell, notes) => {
      const value = numberOf(cell, 1, most, notes);
      if (value !== undefined) line[field] = value;
    },
    write: (line) => String(line[field] ?? ""),
  };
}

function reference(
  field: "partition" | "callingSearchSpace",
  kind: "partition" | "callingSearchSpace",
): Column<FileLine> {
  return {
    read: (line, cell, notes) => {
      const name = referenceOf(cell, kind, longestName, notes);
      if (name !== undefined) line[field] = name;
    },
    write: (line) => line[field] ?? "",
  };
}

const directoryNumber: Column<FileLine> = {
  read: (line, cell, notes) => {
    const digits = digitsOf(cell, longestNumber, notes);
    if (digits?.isPattern) notes.notModelled.push({ kind: "directoryNumberPattern", name: digits.number });
    else if (digits) line.directoryNumber = digits.number;
  },
  write: (line) => numberCell(line.directoryNumber),
};

/** True for the column without which a line is none. */
export const isNumberColumn = (column: Column<FileLine>) => column === directoryNumber;

type Situation = "all" | "busy" | "noAnswer" | "unregistered";
type Side = "internal" | "external";

/** The forwarding that a column is about, made when it is not there yet. */
function madeForward({ forward }: FileLine, situation: Situation, side: Side): FileForward {
  if (situation === "all") {
    forward.all ??= {};
    return forward.all;
  }
  const forwards = forward[situation] ?? {};
  forward[situation] = forwards;
  if (side === "internal") return forwards;
  forwards.external ??= {};
  return forwards.external;
}

function foundForward({ forward }: FileLine, situation: Situation, side: Side): FileForward | undefined {
  if (situation === "all") return forward.all;
  const forwards = forward[situation];
  if (side === "internal" || forwards?.external === null) return forwards;
  return forwards?.external;
}

/** The three columns of one forwarding. */
function forwardColumns(words: string, situation: Situation, side: Side): [string, Column<FileLine>][] {
  const found = (line: FileLine) => foundForward(line, situation, side);
  return [
    [
      `forward ${words} voice mail`,
      {
        read: (line, cell, notes) => {
          const flag = flagValueOf(cell, notes);
          if (flag !== undefined) madeForward(line, situation, side).voiceMail = flag;
        },
        write: (line) => flagCell(found(line)?.voiceMail),
      },
    ],
    [
      `forward ${words} destination`,
      {
        read: (line, cell, notes) => {
          const digits = digitsOf(cell, maximumDestinationLength, notes);
          if (digits !== undefined) madeForward(line, situation, side).destination = digits?.number ?? null;
        },
        write: (line) => numberCell(found(line)?.destination),
      },
    ],
    [
      `forward ${words} css`,
      {
        read: (line, cell, notes) => {
          const name = referenceOf(cell, "callingSearchSpace", longestName, notes);
          if (name !== undefined) madeForward(line, situation, side).callingSearchSpace = name;
        },
        write: (line) => found(line)?.callingSearchSpace ?? "",
      },
    ],
  ];
}

const partition = reference("partition", "partition");

/** The columns of a line by their headings in small letters, without the number of the line. */
export const lineColumns: ReadonlyMap<string, Column<FileLine>> = new Map([
  ["directory number", directoryNumber],
  ["line index", number("index", 200)],
  ["route partition", partition],
  ["partition", partition],
  ["line css", reference("callingSearchSpace", "callingSearchSpace")],
  ["line text label", text("label", 120)],
  ["display", text("displayName", 120)],
  ["ascii display", text("asciiDisplayName", 30)],
  ["alerting name", text("alertingName", 50)],
  ["line description", text("description", 200)],
  ["maximum number of calls", number("maxCalls", 200)],
  ["busy trigger", number("busyTrigger", 200)],
  ["forward no answer ring duration", number("noAnswerSeconds", 300)],
  ...forwardColumns("all", "all", "internal"),
  ...forwardColumns("busy internal", "busy", "internal"),
  ...forwardColumns("busy external", "busy", "external"),
  ...forwardColumns("no answer internal", "noAnswer", "internal"),
  ...forwardColumns("no answer external", "noAnswer", "external"),
  ...forwardColumns("unregistered internal", "unregistered", "internal"),
  ...forwardColumns("unregistered external", "unregistered", "external"),
]);

const isSame = (one: FileForward, other: FileForward) =>
  (one.destination ?? null) === (other.destination ?? null) &&
  (one.voiceMail ?? false) === (other.voiceMail ?? false) &&
  (one.callingSearchSpace ?? null) === (other.callingSearchSpace ?? null);

/** Calls from outside that go where those from inside go are forwarded as those. */
export function joinSides({ forward }: FileLine): void {
  for (const situation of ["busy", "noAnswer", "unregistered"] as const) {
    const forwards = forward[situation];
    if (forwards?.external && isSame(forwards, forwards.external)) forwards.external = null;
  }
}

/** The columns of a speed dial by their headings in small letters, without its number. */
export const speedDialColumns: ReadonlyMap<string, Column<FileSpeedDial>> = new Map([
  [
    "speed dial number",
    {
      read: (dial, cell, notes) => {
        const digits = digitsOf(cell, maximumDestinationLength, notes);
        if (digits) dial.number = digits.number;
      },
      write: (dial) => numberCell(dial.number),
    },
  ],
  [
    "speed dial label",
    {
      read: (dial, cell, notes) => {
        const label = textOf(cell, 120, notes);
        if (label !== undefined) dial.label = label;
      },
      write: (dial) => dial.label ?? "",
    },
  ],
]);
