import { Prisma } from "@/lib/server/db/generated/client";
import type { Database } from "@/lib/server/db/open";

/** The database inside one transaction. Repositories take it and never reach around it. */
export type Transaction = Prisma.TransactionClient;

/**
 * Runs the work in one short transaction; everything it wrote is undone when it throws.
 * @param options `timeout` in milliseconds, 10 s unless said otherwise
 */
export function inTransaction<Result>(
  database: Database,
  work: (transaction: Transaction) => Promise<Result>,
  options: { timeout?: number } = {},
): Promise<Result> {
  return database.prisma.$transaction(work, options);
}

/** Numbers of the advisory locks that serialise changes of a kind within a transaction. */
export const advisoryLocks = { defaultSoftkeyTemplate: 720_020_002, superUsers: 720_020_003 } as const;

/** Waits until no other transaction holds the lock and keeps it until this transaction ends. */
export async function takeLock(transaction: Transaction, lock: keyof typeof advisoryLocks): Promise<void> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(${advisoryLocks[lock]}::bigint)`;
}

/** True when a write failed because a unique value is taken. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
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
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2003";
}
