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
  const sizes = readdirSync(databases).map((name) => megabytesIn(join(databases, name)));
  return Math.min(mostMegabytes, Math.max(leastMegabytes, ...sizes));
}

function megabytesIn(folder: string): number {
  const bytes = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  return Math.ceil(bytes / 2 ** 20);
}
