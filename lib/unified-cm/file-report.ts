import { nameKey } from "@/lib/configuration/text-rules";
import type { NamedKind } from "@/lib/unified-cm/file-phone";
import { type FileProblem, type FileProblemCode, fileProblem } from "@/lib/unified-cm/file-problem";
import type { AdaptedCode, NotModelledKind } from "@/lib/unified-cm/notes";
import type { ReadRow } from "@/lib/unified-cm/read-phone";
import { newTally } from "@/lib/unified-cm/tally";

/** Of each kind so many names are told, of each code so many problems; all are counted. */
const mostNames = 1_000;
const mostProblems = 50;

/** What was found in files, before anything is stored: as large for ten phones as for a million. */
export interface FileReport {
  /** Phones that were read. */
  readonly phones: number;
  /** Devices that are no phones here, by type. */
  readonly leftOut: readonly { readonly type: string; readonly count: number }[];
  /** Names that are not here, each with the number of phones that name it. */
  readonly unknown: readonly { readonly kind: NamedKind; readonly name: string; readonly count: number }[];
  readonly unusedColumns: readonly string[];
  /** Values that are stored in another form, each code with the first of them. */
  readonly adapted: readonly {
    readonly code: AdaptedCode;
    readonly count: number;
    readonly example: string;
  }[];
  readonly notModelled: readonly {
    readonly kind: NotModelledKind;
    readonly name: string;
    readonly count: number;
  }[];
  readonly problems: readonly (FileProblem & { readonly file: string })[];
  readonly problemCounts: Readonly<Partial<Record<FileProblemCode, number>>>;
  /** How much was counted beyond what is told: devices left out, unknown names, things not modelled. */
  readonly beyond: { readonly leftOut: number; readonly unknown: number; readonly notModelled: number };
}

/** Collects what rows say into a report. */
export interface ReportWriter {
  /** Notes a row. @returns whether its phone can be taken: it is one, and was not in these files before */
  readonly addRow: (file: string, read: ReadRow) => boolean;
  readonly addProblem: (file: string, problem: FileProblem) => void;
  readonly addUnusedColumns: (headings: readonly string[]) => void;
  readonly report: () => FileReport;
}

/** @param exists whether there is an object of the kind with that name here */
export function newReport(exists: (kind: NamedKind, name: string) => boolean): ReportWriter {
  const leftOut = newTally<{ type: string }>(mostNames);
  const unknown = newTally<{ kind: NamedKind; name: string }>(mostNames);
  const adapted = newTally<{ code: AdaptedCode; example: string }>(mostNames);
  const notModelled = newTally<{ kind: NotModelledKind; name: string }>(mostNames);
  const problems: (FileProblem & { file: string })[] = [];
  const problemCounts: Partial<Record<FileProblemCode, number>> = {};
  const unusedColumns = new Map<string, string>();
  const rowOf = new Map<string, number>();
  let phones = 0;

  const addProblem = (file: string, problem: FileProblem) => {
    const count = (problemCounts[problem.code] ?? 0) + 1;
    problemCounts[problem.code] = count;
    if (count <= mostProblems) problems.push({ file, ...problem });
  };
  const addNames = ({ notes }: ReadRow) => {
    const seen = new Set<string>();
    for (const { kind, name } of notes.names) {
      const key = `${kind} ${nameKey(name)}`;
      // A phone that names something on each of its lines is one phone.
      if (seen.has(key)) continue;
      seen.add(key);
      if (!exists(kind, name)) unknown.add(key, { kind, name });
    }
  };
  const addNotes = (file: string, { notes }: ReadRow) => {
    for (const problem of notes.problems) addProblem(file, problem);
    for (const { code, example } of notes.adapted) adapted.add(code, { code, example });
    for (const { kind, name } of notes.notModelled) notModelled.add(`${kind} ${name}`, { kind, name });
  };
  return {
    addProblem,
    addRow: (file, read) => {
      if (read.leftOut !== null) leftOut.add(read.leftOut.toLowerCase(), { type: read.leftOut });
      addNotes(file, read);
      if (!read.phone) return false;
      const earlier = rowOf.get(read.phone.name);
      if (earlier !== undefined) {
        addProblem(file, fileProblem(read.notes.row, "deviceTwice", { name: read.phone.name, row: earlier }));
        return false;
      }
      rowOf.set(read.phone.name, read.notes.row);
      phones++;
      addNames(read);
      return true;
    },
    addUnusedColumns: (headings) => {
      for (const heading of headings)
        if (unusedColumns.size < mostNames) unusedColumns.set(heading.toLowerCase(), heading);
    },
    report: () => ({
      phones,
      leftOut: leftOut.items(),
      unknown: unknown.items(),
      unusedColumns: [...unusedColumns.values()],
      adapted: adapted.items(),
      notModelled: notModelled.items(),
      problems,
      problemCounts: { ...problemCounts },
      beyond: { leftOut: leftOut.beyond(), unknown: unknown.beyond(), notModelled: notModelled.beyond() },
    }),
  };
}
