import { deviceHeadings, lineHeadings } from "@/lib/unified-cm/all-details-headings";
import type { FilePhone } from "@/lib/unified-cm/file-phone";
import type { Headings, Placed, Repeated } from "@/lib/unified-cm/headings";

/** The headings of *Export Phones, All Details* for phones with so many lines and speed dials. */
export function allDetailsHeadings(lines: number, speedDials: number): string[] {
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
  return [
    ...deviceHeadings,
    // One of them has two spaces before its number there, and so it has here.
    ...numbers(lines).flatMap((number) =>
      lineHeadings.map((heading) =>
        heading === "Line Network Hold MOH Audio Source" ? `${heading}  ${number}` : `${heading} ${number}`,
      ),
    ),
    ...numbers(speedDials).flatMap((number) => [`Speed Dial Number ${number}`, `Speed Dial Label ${number}`]),
  ];
}

function writeCells<Source extends object>(
  cells: string[],
  columns: readonly Placed<Source>[],
  source: Source,
  kept: Readonly<Record<string, string>>,
): void {
  for (const { at, heading, column } of columns) {
    cells[at] = column ? column.write(source) : Object.hasOwn(kept, heading) ? (kept[heading] ?? "") : "";
  }
}

const foundIn = <Item extends { readonly index: number }>(
  items: readonly Item[],
  { index }: Repeated<Item>,
): Item | undefined => items.find((item) => item.index === index);

/** The cells of a phone under headings, as Unified CM writes them: what is kept stands where it stood. */
export function phoneCells(phone: FilePhone, headings: Headings): string[] {
  const cells = Array.from({ length: headings.width }, () => "");
  writeCells(cells, headings.device, phone, phone.kept);
  for (const group of headings.lines) {
    const line = foundIn(phone.lines, group);
    if (line) writeCells(cells, group.columns, line, line.kept);
  }
  for (const group of headings.speedDials) {
    const dial = foundIn(phone.speedDials, group);
    if (dial) writeCells(cells, group.columns, dial, {});
  }
  return cells;
}
