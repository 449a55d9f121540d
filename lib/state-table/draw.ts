import { groupOf, movesOf, type Row, targetsOf } from "@/lib/state-table/state-table";
import type { Taken } from "@/lib/state-table/take-row";

/** How a table is drawn. */
export interface Drawing<State extends string> {
  readonly rows: Readonly<Record<string, Row<State, string>>>;
  /** The state that is none: where the table begins, or ends. */
  readonly none?: State;
  /** States that are drawn as one when a row leads from all of them, the largest group first. */
  readonly groups?: Readonly<Record<string, readonly State[]>>;
  /** What stands at an arrow for a row; its name when absent. */
  readonly labelOf?: (name: string) => string;
}

/** How often a row led from one state to another. */
export type CountOf = (row: string, from: string, to: string) => number;

/**
 * A diagram of a table for Mermaid, each arrow with the rows that take it. Moves that stay where they are have none.
 * @param countOf when it is to tell how often tests have taken each row; those never taken say so
 */
export function drawTable<State extends string>(drawing: Drawing<State>, countOf?: CountOf): string {
  const { rows, groups = {}, labelOf = (name) => name } = drawing;
  const arrows = new Map<string, string[]>();
  const used = new Set<string>();
  for (const [name, row] of Object.entries(rows)) {
    for (const move of movesOf<State>(row)) {
      const group = groupOf(move.from, groups);
      if (group) used.add(group);
      for (const to of targetsOf(move)) {
        if (to === "same") continue;
        const sources = group
          ? [[group, move.from] as const]
          : move.from.map((from) => [from, [from]] as const);
        for (const [source, from] of sources) {
          const arrow = `${group ? `${group}State` : nodeOf(source, drawing.none)} --> ${nodeOf(to, drawing.none)}`;
          const label = labelOf(name) + countText(countOf, name, from, to);
          arrows.set(arrow, [...(arrows.get(arrow) ?? []), label]);
        }
      }
    }
  }
  const lines = [
    "stateDiagram-v2",
    ...[...used].map((group) => `  state "${group}" as ${group}State`),
    ...[...arrows].map(([arrow, labels]) => `  ${arrow}: ${labels.join("<br/>")}`),
  ];
  return ["```mermaid", ...lines, "```"].join("\n");
}

function nodeOf(state: string, none: string | undefined): string {
  return state === none ? "[*]" : state;
}

function countText(countOf: CountOf | undefined, row: string, from: readonly string[], to: string): string {
  if (!countOf) return "";
  const count = from.reduce((sum, state) => sum + countOf(row, state, to), 0);
  return count === 0 ? " never" : ` ${count}×`;
}

/** Counts rows that were taken, by table. */
export function countRows(taken: readonly (Taken & { readonly count: number })[], table: string): CountOf {
  const counts = new Map<string, number>();
  const key = (row: string, from: string, to: string) => `${row} ${from} ${to}`;
  for (const { table: of, row, from, to, count } of taken) {
    if (of === table) counts.set(key(row, from, to), (counts.get(key(row, from, to)) ?? 0) + count);
  }
  return (row, from, to) => counts.get(key(row, from, to)) ?? 0;
}
