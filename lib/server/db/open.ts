import type { DatabaseConnection, Listen } from "@/lib/server/db/connection";
import { openEmbedded, openInMemory } from "@/lib/server/db/embedded";
import { PrismaClient } from "@/lib/server/db/generated/client";
import { measured } from "@/lib/server/db/measured-adapter";
import type { Durability } from "@/lib/server/db/pglite";
import { openServer } from "@/lib/server/db/server";

/** The database as repositories use it. */
export interface Database {
  kind: "embedded" | "server";
  prisma: PrismaClient;
  listen: Listen;
  ping: DatabaseConnection["ping"];
  withCopy: DatabaseConnection["withCopy"];
  care: DatabaseConnection["care"];
  close: () => Promise<void>;
}

/** Where the database is: a PostgreSQL server, a folder, or (for tests) memory. */
export type DatabaseLocation = { url: string } | { dataDir: string; durability: Durability } | "memory";

/**
 * Opens the database, migrates it and puts Prisma on it.
 * @throws Error with a sentence for people when the folder is taken or the server cannot be reached
 */
export async function openDatabase(location: DatabaseLocation): Promise<Database> {
  return databaseOn(await connect(location));
}

/** Puts Prisma on an open connection whose tables are in place. */
export function databaseOn(connection: DatabaseConnection): Database {
  const prisma = new PrismaClient({
    adapter: measured(connection.adapter),
    transactionOptions: { maxWait: 10_000, timeout: 10_000 },
  });
  return {
    kind: connection.kind,
    prisma,
    listen: connection.listen,
    ping: connection.ping,
    withCopy: connection.withCopy,
    care: connection.care,
    close: async () => {
      await prisma.$disconnect();
      await connection.close();
    },
  };
}

function connect(location: DatabaseLocation): Promise<DatabaseConnection> {
  if (location === "memory") return openInMemory();
  return "url" in location ? openServer(location.url) : openEmbedded(location.dataDir, location.durability);
}
