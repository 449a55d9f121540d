import { nameKey } from "@/lib/configuration/text-rules";
import { countFailures, listFailures, removeFailures } from "@/lib/server/db/sign-in-failure";
import type { Transaction } from "@/lib/server/db/transaction";
import { Refusal } from "@/lib/server/errors";

export const windowSeconds = 60;

/** So many failed sign-ins are allowed in a window: of one user name, from one network, and of all together. */
export const mostFailures = { ofName: 5, ofNetwork: 20, ofAll: 100 } as const;
/** So many are allowed to somebody who signed in from that network before. They count apart from all others. */
export const mostFailuresWhereKnown = 10;

/** Something that failures are counted by, and how many it bears. */
interface Budget {
  readonly key: string;
  readonly most: number;
}

/**
 * What the failures of a user name from a network are counted by. Where a person has signed in before, nobody else's
 * failures count, so that nobody elsewhere can lock them out.
 * @param userId of the person, when they signed in from that network before
 */
export function budgetsOf(userName: string, network: string, userId: string | null): Budget[] {
  if (userId !== null) return [{ key: `known ${userId} ${network}`, most: mostFailuresWhereKnown }];
  // The same folding as in the look-up of the user: another spelling of a name is no fresh set of attempts.
  const name = nameKey(userName).slice(0, 256);
  return [
    { key: "all", most: mostFailures.ofAll },
    { key: `name ${name}`, most: mostFailures.ofName },
    { key: `network ${network}`, most: mostFailures.ofNetwork },
  ];
}

/**
 * Refuses to look at a password while one of the budgets is spent.
 * @throws Refusal tooManyAttempts with `retryAfterSeconds`
 */
export async function refuseSpentBudgets(
  transaction: Transaction,
  budgets: readonly Budget[],
  now: Date,
): Promise<void> {
  const failures = await listFailures(
    transaction,
    budgets.map(({ key }) => key),
    now,
  );
  const ends = budgets.flatMap(({ key, most }) =>
    failures.filter((one) => one.key === key && one.count >= most).map((one) => one.expiresAt.getTime()),
  );
  if (ends.length === 0) return;
  const retryAfterSeconds = Math.ceil((Math.max(...ends) - now.getTime()) / 1000);
  throw new Refusal("tooManyAttempts", { retryAfterSeconds });
}

/** Counts one failure against each budget; the first one opens its window. Safe when many arrive at once. */
export async function recordFailure(
  transaction: Transaction,
  budgets: readonly Budget[],
  now: Date,
): Promise<void> {
  const until = new Date(now.getTime() + windowSeconds * 1000);
  await countFailures(
    transaction,
    budgets.map(({ key }) => key),
    now,
    until,
  );
}

/** Forgets the failures of a person where they have just signed in. Those of strangers stay counted. */
export async function forgetFailures(
  transaction: Transaction,
  userId: string,
  network: string,
): Promise<void> {
  const [budget] = budgetsOf("", network, userId);
  if (budget) await removeFailures(transaction, budget.key);
}
