import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const leastMegabytes = 16;
const mostMegabytes = 128;

/**
 * How many megabytes of its files PostgreSQL shall keep in memory: as many as its largest database has, within limits.
 * They are taken at the start, used or not, so that more of them is memory that nobody has; fewer are read again and again.
 * @param folder of PostgreSQL; it need not be there yet
 */
export function bufferMegabytes(folder: string): number {
  const databases = join(folder, "base");
  if (!existsSync(databases)) return leastMegabytes;
  // PostgreSQL names them by numbers; whatever else lies there is not its own.
  const names = readdirSync(databases).filter((name) => /^\d+$/.test(name));
  const sizes = names.map((name) => megabytesIn(join(databases, name)));
  return Math.min(mostMegabytes, Math.max(leastMegabytes, ...sizes));
}

function megabytesIn(folder: string): number {
  const sizeOf = (name: string) => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0;
  const bytes = readdirSync(folder).reduce((sum, name) => sum + sizeOf(name), 0);
  return Math.ceil(bytes / 2 ** 20);
}
