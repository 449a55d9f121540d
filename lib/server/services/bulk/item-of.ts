import { echo, type Problem } from "@/lib/configuration/problem";
import type { Identity } from "@/lib/server/db/configuration/read";
import type { StoredJobItem } from "@/lib/server/db/job-item";
import type { ManyResult } from "@/lib/server/services/configuration/many";

/** Text from outside made fit to be stored. */
const stored = (text: string) => echo(text).replaceAll("\0", "\uFFFD");

/** The item that tells what became of one object. */
export function jobItem(position: number, { name, partition }: Identity, result: ManyResult): StoredJobItem {
  const item = { position, name: stored(name), partition: partition && stored(partition) };
  return "outcome" in result
    ? { ...item, state: "done", outcome: result.outcome, problems: null, result: result.seen ?? null }
    : { ...item, state: "failed", result: null, outcome: "", problems: result.problems.map(storedProblem) };
}

/** Enough to see what is wrong with one object. */
function storedProblem({ path, code, params = {} }: Problem): Problem {
  const texts = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === "string" ? stored(value) : value,
  ]);
  const safePath = path.map((part) => (typeof part === "string" ? stored(part) : part));
  return { path: safePath, code, params: Object.fromEntries(texts) };
}
