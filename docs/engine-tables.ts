import { offerTable } from "@/lib/callback/requests/offer-table";
import { requestTable } from "@/lib/callback/requests/request-table";
import { servedTable } from "@/lib/callback/requests/served-table";
import type { TableRow } from "@/lib/callback/requests/table-row";
import { stateGroups, wordsOfFrom, wordsOfTo } from "@/lib/callback/requests/tables";
import type { EndReason } from "@/lib/callback/state/request";
import { type RowName, rowNumbers } from "@/lib/callback/state/row-names";
import { type CountOf, type Drawing, drawTable } from "@/lib/state-table/draw";
import { movesOf, targetsOf } from "@/lib/state-table/state-table";

/** How often tests took the rows of a table; absent: the document says nothing of it. */
export type Coverage = (table: "offer" | "request" | "served") => CountOf;

type AnyRow = TableRow<string> & { readonly reasons?: readonly EndReason[]; readonly sends?: string };
type Rows = Readonly<Record<string, AnyRow>>;

const offers: Rows = offerTable;
const requests: Rows = requestTable;
const served: Rows = servedTable;
const numbers: Readonly<Record<string, string>> = rowNumbers satisfies Record<RowName, string>;
const labelOf = (name: string) => `${numbers[name]} ${name}`;

const drawings: Readonly<Record<"offer" | "request" | "served", Drawing<string>>> = {
  offer: { rows: offers, none: "none", labelOf },
  request: { rows: requests, none: "none", labelOf, groups: stateGroups },
  served: { rows: served, none: "none", groups: stateGroups },
};

/** The parts of docs/engine.md that are made from the tables of the engine, by the names of their places. */
export function engineTables(coverage?: Coverage): ReadonlyMap<string, string> {
  return new Map([
    ["offer", tableOf(offers, ["row", "name"], coverage?.("offer"))],
    ["offer diagram", drawTable(drawings.offer, coverage?.("offer"))],
    ["request", tableOf(requests, ["row", "name"], coverage?.("request"))],
    ["request diagram", drawTable(drawings.request, coverage?.("request"))],
    ["served", tableOf(served, ["name"], coverage?.("served"))],
    ["served diagram", drawTable(drawings.served, coverage?.("served"))],
  ]);
}

function tableOf(rows: Rows, first: readonly string[], countOf?: CountOf): string {
  const hasSent = Object.values(rows).some(({ sends }) => sends !== undefined);
  const head = [
    ...[...first, "from", "event [condition]", "to"],
    ...[...(hasSent ? ["sent"] : []), "also", "serves", ...(countOf ? ["taken"] : [])],
  ];
  const lines = Object.entries(rows).map(([name, row]) => [
    ...(first.includes("row") ? [numbers[name] ?? ""] : []),
    ...[`\`${name}\``, movesOf(row).map(wordsOfFrom).join(" · "), row.event, toOf(row)],
    ...(hasSent ? [row.sends ?? ""] : []),
    ...[row.also ?? "", row.requirements.join(", ")],
    ...(countOf ? [String(countsOf(name, row, countOf))] : []),
  ]);
  const line = (cells: readonly string[]) =>
    `| ${cells.join(" | ")} |`.replaceAll("|  |", "| |").replaceAll("|  |", "| |");
  return [line(head), `|${head.map(() => "---|").join("")}`, ...lines.map(line)].join("\n");
}

/** Where a row leads, with the reasons for which it ends a request. */
function toOf(row: AnyRow): string {
  const to = movesOf<string>(row).map(wordsOfTo).join(" · ");
  return row.reasons ? to.replaceAll("ended", `ended(${row.reasons.join(", ")})`) : to;
}

function countsOf(name: string, row: AnyRow, countOf: CountOf): number {
  let sum = 0;
  for (const move of movesOf<string>(row))
    for (const from of move.from)
      for (const to of targetsOf(move)) sum += countOf(name, from, to === "same" ? from : to);
  return sum;
}

const place = (name: string) => new RegExp(`(<!-- made: ${name} -->\n)[\\s\\S]*?(<!-- end -->)`);

/**
 * A document with what is made in its places, each between `<!-- made: name -->` and `<!-- end -->`.
 * @throws Error when it lacks a place
 */
export function withTables(document: string, tables: ReadonlyMap<string, string>): string {
  let made = document;
  for (const [name, text] of tables) {
    if (!place(name).test(made)) throw new Error(`The document has no place for: ${name}`);
    made = made.replace(place(name), (_, begin: string, end: string) => `${begin}${text}\n${end}`);
  }
  return made;
}
