import { randomBytes } from "node:crypto";
import { passwordLengths } from "@/lib/configuration/user";
import { hashPassword } from "@/lib/server/auth/hash-gate";
import { newPasswordProblems } from "@/lib/server/auth/new-password";
import type { ServiceContext } from "@/lib/server/context";
import type { Database } from "@/lib/server/db/open";
import { recordAccount, systemActor } from "@/lib/server/db/revision";
import { inTransaction, type Transaction, takeLock } from "@/lib/server/db/transaction";
import { countUsers, insertUser } from "@/lib/server/db/user";
import { insertDemoObjects } from "@/lib/server/seed/demo-objects";
import {
  hasStandardObjects,
  insertStandardObjects,
  insertStandardSoftkeyTemplates,
} from "@/lib/server/seed/standard-objects";
import { revisionContent } from "@/lib/server/services/user/to-dto";

/** Name of the first administrator. */
export const firstAdministrator = "admin";

const longestSeedMilliseconds = 60_000;

export interface SeedOptions {
  /** `demo` adds a small demonstration cluster to the standard objects. */
  contents: "demo" | "empty";
  adminPassword: string | undefined;
  now: () => Date;
  newId: () => string;
}

/**
 * Fills an empty database: the first administrator and the standard objects. On a database that has them it does
 * nothing. Instances that start together wait for each other.
 * @throws Error when the password that was set for the administrator is not accepted
 * @returns a sentence with the administrator's password when it was made here, else undefined
 */
export async function seed(database: Database, options: SeedOptions): Promise<string | undefined> {
  const hasUsers = (await countUsers(database.prisma)) > 0;
  if (hasUsers && (await hasStandardObjects(database.prisma))) return undefined;
  if (!hasUsers) refuseUnfitPassword(options.adminPassword);
  const password = options.adminPassword ?? randomBytes(12).toString("base64url");
  const passwordHash = hasUsers ? "" : await hashPassword(password);
  const work = async (transaction: Transaction) => {
    await takeLock(transaction, "defaultSoftkeyTemplate");
    const id = options.newId();
    const context: ServiceContext = {
      database,
      actor: { userId: id, name: systemActor, role: "superUser" },
      now: options.now,
      newId: options.newId,
      requestId: options.newId(),
    };
    // A database of an earlier version has users, but not the objects that came later.
    if (!(await hasStandardObjects(transaction)))
      await insertStandardObjects(transaction, context, options.contents);
    if ((await countUsers(transaction)) > 0) return undefined;
    await insertAdministrator(transaction, context, passwordHash);
    await insertStandardSoftkeyTemplates(transaction, context);
    if (options.contents === "demo") await insertDemoObjects(transaction, { ...context, change: null });
    if (options.adminPassword !== undefined) return undefined;
    return `First start: sign in as "${firstAdministrator}" with the password ${password}\nIt is shown only now; change it under User Management > User.`;
  };
  return inTransaction(database, work, { timeout: longestSeedMilliseconds });
}

/** @throws Error that says what is wrong with the password that was set for the first administrator */
export function refuseUnfitPassword(password: string | undefined): void {
  if (password === undefined) return;
  const [problem] = newPasswordProblems(password, firstAdministrator);
  if (!problem) return;
  const { minimum, maximum } = passwordLengths;
  throw new Error(
    `RINGBACK_ADMIN_PASSWORD is not accepted (${problem.code}): choose ${minimum} to ${maximum} characters that are not ` +
      `one of the commonest passwords and do not contain the user name "${firstAdministrator}", or leave it out.`,
  );
}

async function insertAdministrator(
  transaction: Transaction,
  context: ServiceContext,
  passwordHash: string,
): Promise<void> {
  const user = await insertUser(transaction, {
    id: context.actor.userId,
    name: firstAdministrator,
    fullName: "Administrator",
    role: "superUser",
    passwordHash,
    at: context.now(),
  });
  await recordAccount(transaction, context, {
    entity: "user",
    entityId: user.id,
    entityName: user.name,
    number: user.version,
    action: "created",
    content: revisionContent(user, true),
    reason: "",
  });
}
