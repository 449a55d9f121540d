import { format } from "sql-formatter";
import type { ListQuery } from "@/lib/contract/list";
import type { Database } from "@/lib/server/db/open";
import { inTransaction, type Transaction } from "@/lib/server/db/transaction";

/** A call of a function that composes SQL. What it needs to find is made in the unrecorded transaction, which is the same one. */
export type Example = (transaction: Transaction, unrecorded: Transaction) => Promise<unknown>;

/** Examples by the file in `lib/server/db`, without its ending, and the name of the function. */
export type Examples = Readonly<Record<string, Readonly<Record<string, Example>>>>;

/** The question of a list. */
export function question(sort: string, change: Partial<ListQuery> = {}): ListQuery {
  return { where: [], match: "all", sort, limit: 50, ...change };
}

/** The transaction, keeping the text of what Kysely composes in it. */
function recording(transaction: Transaction, keep: (statement: string) => void): Transaction {
  const kept =
    <Answer>(run: (statement: string, ...values: unknown[]) => Answer) =>
    (statement: string, ...values: unknown[]) => {
      keep(statement);
      return run(statement, ...values);
    };
  const own: Readonly<Record<PropertyKey, unknown>> = {
    $queryRawUnsafe: kept((statement, ...values) => transaction.$queryRawUnsafe(statement, ...values)),
    $executeRawUnsafe: kept((statement, ...values) => transaction.$executeRawUnsafe(statement, ...values)),
  };
  return new Proxy(transaction, { get: (target, name) => own[name] ?? Reflect.get(target, name) });
}

/** The statements that an example composes, each once and as people read them; what it did is undone. */
export async function statementsOf(database: Database, example: Example): Promise<string[]> {
  const undone = new Error("undone");
  const statements = new Set<string>();
  const work = inTransaction(database, async (transaction) => {
    await example(
      recording(transaction, (statement) => statements.add(statement)),
      transaction,
    );
    throw undone;
  });
  await work.catch((error: unknown) => {
    if (error !== undone) throw error;
  });
  return [...statements].map((statement) =>
    format(statement, { language: "postgresql", expressionWidth: 110, tabWidth: 2 }),
  );
}
