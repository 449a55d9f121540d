import { patchProblems } from "@/lib/configuration/patch-problems";
import { echo, type Problem } from "@/lib/configuration/problem";
import { inChange, requirePermission, type ServiceContext } from "@/lib/server/context";
import type { Identity } from "@/lib/server/db/configuration/read";
import { identityKey } from "@/lib/server/db/configuration/read-many";
import { inTransaction } from "@/lib/server/db/transaction";
import { refuseProblems } from "@/lib/server/errors";
import type { Definition, Input } from "@/lib/server/services/configuration/definition";
import type { ManyResult } from "@/lib/server/services/configuration/many";
import { saveMany } from "@/lib/server/services/configuration/save-many";

/** One object with fields of its own, as it was seen when they were decided. */
export interface SeenRow {
  readonly name: string;
  /** Of what is named by a pattern. */
  readonly partition?: string | null | undefined;
  readonly version: number;
  /** When that version was stored. */
  readonly updatedAt: string;
  readonly fields: Input;
}

/** What came of the rows: the change that they are, null when nothing is different; and how many are. */
export interface SavedRows {
  readonly change: string | null;
  readonly updated: number;
  readonly unchanged: number;
}

/**
 * Gives objects fields, each its own, as one change: all of them, or none when anything is wrong with one.
 * @throws Refusal forbidden, validationFailed with what is wrong at `rows`, the place of the row, then the field; a row whose
 * object was changed since it was seen has `changedSinceShown`
 */
export async function saveRows(
  context: ServiceContext,
  definition: Definition,
  { rows, reason = "" }: { readonly rows: readonly SeenRow[]; readonly reason?: string | undefined },
): Promise<SavedRows> {
  requirePermission(context, definition.kind, "update");
  const { shape, distinctive } = definition.rules;
  refuseProblems(
    rows.flatMap(({ fields }, place) => patchProblems(shape, fields, distinctive).map(inFields(place))),
  );
  refuseProblems(namedTwice(rows.map(identityOf)));
  const changing = inChange(context, "save", reason);
  const changes = rows.map((row) => {
    const { version, updatedAt, fields } = row;
    return { identity: identityOf(row), given: () => fields, seen: { version, updatedAt } };
  });
  const results = await inTransaction(context.database, async (transaction) => {
    const options = { mode: "update", isDryRun: false, reason } as const;
    const saved = await saveMany(transaction, changing, definition, changes, options);
    // What was stored of the others goes with the transaction.
    refuseProblems(saved.flatMap((result, place) => problemsIn(result).map(inFields(place))));
    return saved;
  });
  const updated = results.filter((result) => "outcome" in result && result.outcome === "updated").length;
  const change = updated === 0 ? null : (changing.change?.id ?? null);
  return { change, updated, unchanged: rows.length - updated };
}

const identityOf = ({ name, partition }: SeenRow): Identity => ({ name, partition: partition ?? null });

const problemsIn = (result: ManyResult) => ("problems" in result ? result.problems : []);

function inFields(place: number) {
  return (problem: Problem): Problem => ({ ...problem, path: ["rows", place, ...problem.path] });
}

/** The rows whose object another row before them names. */
function namedTwice(identities: readonly Identity[]): Problem[] {
  const seen = new Set<string>();
  return identities.flatMap((identity, place): Problem[] => {
    const key = identityKey(identity);
    if (seen.has(key))
      return [{ path: ["rows", place], code: "duplicate", params: { value: echo(identity.name) } }];
    seen.add(key);
    return [];
  });
}
