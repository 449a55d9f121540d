import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type RawBuilder,
  type RootOperationNode,
} from "kysely";
import type { Tables } from "@/lib/server/db/generated/kysely";
import type { Transaction } from "@/lib/server/db/transaction";

/** Composes statements on the tables of the schema and runs them in a transaction. */
export type Sql = Kysely<Tables>;

/**
 * Kysely within a transaction: what it composes is run by the transaction's client, on the transaction's connection.
 * It cannot begin, commit or roll back: that is what `inTransaction` and `inSavepoint` are for.
 */
export function sqlIn(transaction: Transaction): Sql {
  return new Kysely<Tables>({ dialect: dialectOn(transaction) });
}

/** Runs a statement that is written as text, and answers its rows. */
export async function readRows<Row>(transaction: Transaction, statement: RawBuilder<Row>): Promise<Row[]> {
  return (await statement.execute(sqlIn(transaction))).rows;
}

/**
 * Runs a write that is written as text.
 * @returns how many rows it wrote
 */
export async function writeRows(transaction: Transaction, statement: RawBuilder<unknown>): Promise<number> {
  const { sql: text, parameters } = statement.compile(sqlIn(transaction));
  return transaction.$executeRawUnsafe(text, ...parameters);
}

const adapter = new PostgresAdapter();
const compiler = new PostgresQueryCompiler();

function dialectOn(transaction: Transaction): Dialect {
  return {
    createAdapter: () => adapter,
    createDriver: () => driverOn(transaction),
    createIntrospector: (kysely) => new PostgresIntrospector(kysely),
    createQueryCompiler: () => compiler,
  };
}

function driverOn(transaction: Transaction): Driver {
  const connection: DatabaseConnection = {
    executeQuery: (query) => run(transaction, query),
    streamQuery: () => refuse("stream rows"),
  };
  return {
    init: async () => undefined,
    acquireConnection: async () => connection,
    // Doing nothing here would let Kysely's transactions be none, without anybody being told.
    beginTransaction: async () => refuse("begin a transaction"),
    commitTransaction: async () => refuse("commit"),
    rollbackTransaction: async () => refuse("roll back"),
    releaseConnection: async () => undefined,
    destroy: async () => undefined,
  };
}

function refuse(what: string): never {
  throw new Error(`Kysely cannot ${what}: it works within a transaction of Prisma, see inTransaction.`);
}

async function run<Row>(
  transaction: Transaction,
  { sql: text, parameters, query }: CompiledQuery,
): Promise<QueryResult<Row>> {
  if (!isCounted(query)) return { rows: await transaction.$queryRawUnsafe<Row[]>(text, ...parameters) };
  const count = await transaction.$executeRawUnsafe(text, ...parameters);
  return { rows: [], numAffectedRows: BigInt(count) };
}

/** Whether a statement answers no rows but how many there were. */
function isCounted(query: RootOperationNode): boolean {
  switch (query.kind) {
    case "InsertQueryNode":
    case "UpdateQueryNode":
    case "DeleteQueryNode":
    case "MergeQueryNode":
      return query.returning === undefined;
    default:
      return false;
  }
}
