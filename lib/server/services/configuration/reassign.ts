import { type ConfigurationKind, type Reference, referencesTo } from "@/lib/configuration/dependencies";
import type { Problem } from "@/lib/configuration/problem";
import { reassignedNumber } from "@/lib/configuration/reassign-number";
import { reassigned } from "@/lib/configuration/references";
import { mostDependencies } from "@/lib/contract/errors";
import { mostReassigned } from "@/lib/contract/reassign";
import { type ChangingContext, inChange, requirePermission, type ServiceContext } from "@/lib/server/context";
import type { Identity } from "@/lib/server/db/configuration/read";
import { identityKey } from "@/lib/server/db/configuration/read-many";
import type { StoredFields } from "@/lib/server/db/configuration/table";
import { type Dependencies, type Dependency, listUses } from "@/lib/server/db/configuration/uses";
import { inTransaction, type Transaction } from "@/lib/server/db/transaction";
import { Refusal } from "@/lib/server/errors";
import { definitions } from "@/lib/server/services/configuration/definitions";
import { loadReplacement, loadTarget } from "@/lib/server/services/configuration/reassign-target";
import { saveMany } from "@/lib/server/services/configuration/save-many";

const mostMilliseconds = 60_000;

/** What is used instead, and why. */
export interface Reassignment {
  /** Name or pattern; null: nothing. */
  readonly to: string | null;
  /** Of a pattern. */
  readonly toPartition?: string | null | undefined;
  readonly reason?: string | undefined;
}

/** An object that cannot use the other one, and why. */
export type RefusedUse = Dependency & { readonly problems: readonly Problem[] };

/**
 * *Reassign to…*: every object that uses this one uses another one of its kind, or none, so that this one can be
 * deleted. Each gets a new version and a revision; when one of them cannot, nothing is changed.
 * @returns the objects that used it
 * @throws Refusal forbidden, notFound, validationFailed, notReassignable with the objects and what stands against each,
 * tooManyUses for more than bulk administration leaves to it
 */
export async function reassignUses(
  context: ServiceContext,
  kind: ConfigurationKind,
  identity: Identity,
  { to, toPartition, reason = "" }: Reassignment,
): Promise<Dependencies> {
  requirePermission(context, kind, "update");
  const changing = inChange(context, "reassign", reason);
  const work = async (transaction: Transaction): Promise<Dependencies> => {
    const from = await loadTarget(transaction, kind, identity);
    const wanted = to === null ? null : { name: to, partition: toPartition || null };
    const replacement = await loadReplacement(transaction, kind, from, wanted);
    const uses = await listUses(transaction, kind, from.id, mostReassigned);
    if (uses.total > mostReassigned)
      throw new Refusal("tooManyUses", { total: uses.total, limit: mostReassigned });
    for (const { kind: user } of uses.counts) requirePermission(context, user, "update");
    const refused: RefusedUse[] = [];
    for (const [user, users] of Map.groupBy(uses.items, (use) => use.kind as ConfigurationKind)) {
      const changed = (content: StoredFields) =>
        withReplacement(user, content, kind, from.identity, replacement);
      const obstacles = obstaclesOf(user, kind, replacement !== null);
      refused.push(
        ...(obstacles.length > 0
          ? users.map((use) => ({ ...use, problems: obstacles }))
          : await saveUsers(transaction, changing, user, users, changed, reason)),
      );
    }
    if (refused.length > 0) {
      throw new Refusal("notReassignable", {
        refused: refused.slice(0, mostDependencies),
        total: refused.length,
      });
    }
    return { ...uses, items: uses.items.slice(0, mostDependencies) };
  };
  return inTransaction(context.database, work, { timeout: mostMilliseconds });
}

/** What stands against another object, or against none: phones use a device profile while its user is logged in. */
function obstaclesOf(user: ConfigurationKind, kind: ConfigurationKind, isReplaced: boolean): Problem[] {
  const fields = referencesTo(kind).filter(({ from }) => from === user);
  if (fields.length === 0) return [{ path: [], code: "userLoggedIn" }];
  return isReplaced ? [] : neededOf(fields);
}

/** The fields in which objects must name one; out of a list a name can always be taken. */
function neededOf(fields: readonly Reference[]): Problem[] {
  return fields
    .filter(({ path, isRequired }) => isRequired && path.at(-1) !== "*")
    .map(({ path }) => ({ path, code: "required" }));
}

function withReplacement(
  user: ConfigurationKind,
  content: StoredFields,
  kind: ConfigurationKind,
  from: Identity,
  to: Identity | null,
): StoredFields {
  if (kind !== "directoryNumber") return reassigned(user, content, kind, from.name, to?.name ?? null);
  const numbered = ({ name, partition }: Identity) => ({ directoryNumber: name, partition });
  return to ? reassignedNumber(content, numbered(from), numbered(to)) : content;
}

/** Changes all users of one kind by the rules of that kind; one that went meanwhile needs no change. */
async function saveUsers(
  transaction: Transaction,
  context: ChangingContext,
  kind: ConfigurationKind,
  users: readonly Dependency[],
  changed: (content: StoredFields) => StoredFields,
  reason: string,
): Promise<RefusedUse[]> {
  const byKey = new Map(users.map((user) => [identityKey(identityOf(user)), user]));
  const distinct = [...byKey.values()];
  const rows = distinct.map((user) => ({
    identity: identityOf(user),
    given: (before: StoredFields | null) => (before ? changed(before) : {}),
  }));
  const options = { mode: "update", reason, isDryRun: false } as const;
  const results = await saveMany(transaction, context, definitions[kind], rows, options);
  return distinct.flatMap((user, index): RefusedUse[] => {
    const result = results[index];
    const problems = result && "problems" in result ? result.problems : [];
    const isGone = problems.some(({ code }) => code === "notThere");
    return problems.length === 0 || isGone ? [] : [{ ...user, problems }];
  });
}

const identityOf = ({ name, partition = null }: Dependency): Identity => ({ name, partition });
