import { Prisma } from "@/lib/server/db/generated/client";
import type { Database } from "@/lib/server/db/open";

/** The database inside one transaction. Repositories take it and never reach around it. */
export type Transaction = Prisma.TransactionClient;

const mostAttempts = 4;

/** What is left to be done at the end of each transaction that is open. */
const endings = new WeakMap<Transaction, (() => Promise<void>)[]>();

/**
 * Runs the work in one short transaction; everything it wrote is undone when it throws. When PostgreSQL ends it because
 * two transactions wait for each other, it is run again: the work must do nothing but read and write this database.
 * @param options `timeout` in milliseconds, 10 s unless said otherwise
 */
export async function inTransaction<Result>(
  database: Database,
  work: (transaction: Transaction) => Promise<Result>,
  options: { timeout?: number } = {},
): Promise<Result> {
  const whole = async (transaction: Transaction) => {
    const left: (() => Promise<void>)[] = [];
    endings.set(transaction, left);
    const result = await work(transaction);
    for (const ending of left) await ending();
    return result;
  };
  return againOnConflict(() => database.prisma.$transaction(whole, options));
}

/**
 * Does something when everything else of a transaction is written, so that a lock which it takes is held no longer than the
 * commit takes. It is done also when a savepoint in which it was asked for is undone.
 */
export function atEnd(transaction: Transaction, ending: () => Promise<void>): void {
  const left = endings.get(transaction);
  if (!left) throw new Error("Only a transaction of inTransaction has an end");
  left.push(ending);
}

/** Runs a transaction, which may be a single statement, again when PostgreSQL ended it for the sake of another one. */
export async function againOnConflict<Result>(run: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      if (attempt === mostAttempts || !isConflict(error)) throw error;
    }
  }
}

/** True when PostgreSQL ended the transaction for the sake of another one: a deadlock, or no serial order. */
function isConflict(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  return error.code === "P2034" || ["40P01", "40001"].includes(sqlState(error));
}

/** Runs work whose writes alone are undone when it throws; the transaction goes on. */
export async function inSavepoint<Result>(
  transaction: Transaction,
  work: () => Promise<Result>,
): Promise<Result> {
  await transaction.$executeRaw`SAVEPOINT part`;
  try {
    const result = await work();
    await transaction.$executeRaw`RELEASE SAVEPOINT part`;
    return result;
  } catch (error) {
    await transaction.$executeRaw`ROLLBACK TO SAVEPOINT part`;
    throw error;
  }
}

/** Numbers of the advisory locks that serialise changes of a kind within a transaction. */
export const advisoryLocks = { defaultSoftkeyTemplate: 720_020_002, superUsers: 720_020_003 } as const;
export type AdvisoryLock = keyof typeof advisoryLocks;

/** Waits until no other transaction holds the lock and keeps it until this transaction ends. */
export async function takeLock(transaction: Transaction, lock: AdvisoryLock): Promise<void> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(${advisoryLocks[lock]}::bigint)`;
}

/** PostgreSQL's code of an error of a statement that was written in SQL, else "". */
function sqlState({ code, meta }: Prisma.PrismaClientKnownRequestError): string {
  const { driverAdapterError } = (meta ?? {}) as {
    driverAdapterError?: { cause?: { originalCode?: string } };
  };
  return (code === "P2010" && driverAdapterError?.cause?.originalCode) || "";
}

/** True when a write failed because a unique value is taken. */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  return error.code === "P2002" || sqlState(error) === "23505";
}

/**
 * The names that the database gives of a unique value that is taken (columns or the index), or null when the write
 * failed for another reason.
 */
export function uniqueViolation(error: unknown): string | null {
  return isUniqueViolation(error) ? JSON.stringify((error as { meta?: unknown }).meta ?? {}) : null;
}

/** True when a delete failed because other rows refer to the row. */
export function isReferenceViolation(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  return error.code === "P2003" || ["23503", "23001"].includes(sqlState(error));
}
