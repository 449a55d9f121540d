import { cellCountProblem, type Headings } from "@/lib/unified-cm/headings";
import { newNotes } from "@/lib/unified-cm/notes";
import type { TableRow } from "@/lib/unified-cm/read-table";
import { droppedSecret, withoutSecrets } from "@/lib/unified-cm/secrets";

/**
 * Rows as they may be stored: passwords are gone, and a word in their place says that there was one, so that reading the
 * row again tells it. A row that cannot be read, or has another number of cells than there are headings, keeps no cells: a
 * password may stand under any heading there. Others have as many cells as there are headings, without empty ones at the end.
 */
export function secretRemover(headings: Headings): (row: TableRow) => TableRow {
  const places = new Set(headings.secrets.map(({ at }) => at));
  return ({ row, cells, problem = cellCountProblem(headings, row, cells) ?? undefined }) => {
    if (problem) return { row, cells: [], problem };
    const clean = cells.slice(0, headings.width).map((cell, at) => {
      if (cell === "") return cell;
      if (places.has(at)) return droppedSecret;
      return cell.includes("<") ? withoutSecrets(cell, newNotes(row)) : cell;
    });
    return { row, cells: clean };
  };
}
