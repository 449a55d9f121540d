import type { RemoteDirectoryNumber } from "@/lib/configuration/remote-cluster";

/**
 * The numbers in rows that were copied from a table: a number, and after a tab its name. Empty rows are left out.
 * @returns null for a single word, which is typed text like any other
 */
export function pastedNumbers(text: string): RemoteDirectoryNumber[] | null {
  const rows = text.split(/\r?\n/).filter((row) => row.trim() !== "");
  if (rows.length < 2 && !text.includes("\t")) return null;
  return rows.map((row) => {
    const [pattern = "", ...name] = row.split("\t");
    return { pattern: pattern.trim(), name: name.join(" ").trim() };
  });
}
