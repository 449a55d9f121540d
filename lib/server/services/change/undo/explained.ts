import type { Problem } from "@/lib/configuration/problem";
import { returnsInDryRun } from "@/lib/server/db/change-undo";
import type { Transaction } from "@/lib/server/db/transaction";
import type { UndoRun } from "@/lib/server/services/change/undo/undo-run";

/** Of what the rules object to what is left: in a dry run something may be missing that the undo would have brought back. */
export async function unexplained(
  transaction: Transaction,
  run: UndoRun,
  problems: readonly Problem[],
): Promise<Problem[]> {
  const left: Problem[] = [];
  for (const problem of problems) {
    const { kind, name } = problem.params ?? {};
    const isMissing = run.isDryRun && problem.code === "unknownReference";
    if (isMissing && (await returnsInDryRun(transaction, String(kind), String(name), run))) continue;
    left.push(problem);
  }
  return left;
}
