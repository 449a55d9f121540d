import type { Headings } from "@/lib/unified-cm/headings";
import { newNotes } from "@/lib/unified-cm/notes";
import type { TableRow } from "@/lib/unified-cm/read-table";
import { droppedSecret, withoutSecrets } from "@/lib/unified-cm/secrets";

/**
 * Rows as they may be stored: passwords are gone, and a word in their place says that there was one, so that reading the
 * row again tells it.
 */
export function secretRemover({ secrets }: Headings): (row: TableRow) => TableRow {
  const places = new Set(secrets.map(({ at }) => at));
  return (row) => ({
    ...row,
    cells: row.cells.map((cell, at) => {
      if (cell === "") return cell;
      if (places.has(at)) return droppedSecret;
      return cell.includes("<") ? withoutSecrets(cell, newNotes(row.row)) : cell;
    }),
  });
}
