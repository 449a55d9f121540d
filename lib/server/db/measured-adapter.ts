import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
  SqlQueryable,
} from "@prisma/driver-adapter-utils";
import { recordMeasurement, stopwatch } from "@/lib/server/measurements";

/** The driver of a database, which tells how long its statements and transactions take. */
export function measured(
  factory: SqlMigrationAwareDriverAdapterFactory,
): SqlMigrationAwareDriverAdapterFactory {
  return changed(factory, {
    connect: async () => measuredDriver(await factory.connect()),
  });
}

function measuredDriver(driver: SqlDriverAdapter): SqlDriverAdapter {
  return changed(driver, {
    ...measuredStatements(driver),
    startTransaction: async (isolation) => {
      const waited = stopwatch();
      const transaction = await driver.startTransaction(isolation);
      recordMeasurement("transactionBegun", { waitedSeconds: waited() });
      const lasted = stopwatch();
      const ended = async (end: () => Promise<void>) => {
        try {
          await end();
        } finally {
          recordMeasurement("transactionEnded", { seconds: lasted() });
        }
      };
      return changed(transaction, {
        ...measuredStatements(transaction),
        commit: () => ended(() => transaction.commit()),
        rollback: () => ended(() => transaction.rollback()),
      });
    },
  });
}

function measuredStatements(queryable: SqlQueryable): Pick<SqlQueryable, "queryRaw" | "executeRaw"> {
  return {
    queryRaw: (query) => timed(() => queryable.queryRaw(query)),
    executeRaw: (query) => timed(() => queryable.executeRaw(query)),
  };
}

async function timed<Result>(run: () => Promise<Result>): Promise<Result> {
  const elapsed = stopwatch();
  try {
    return await run();
  } finally {
    recordMeasurement("statement", { seconds: elapsed() });
  }
}

/** The object with some members of its own; all others are those of the original, private state included. */
function changed<Original extends object>(original: Original, members: Partial<Original>): Original {
  return new Proxy(original, {
    get: (target, name) => {
      if (name in members) return Reflect.get(members, name);
      const value = Reflect.get(target, name, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
