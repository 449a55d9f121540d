import { type ConfigurationKind, referencesTo } from "@/lib/configuration/dependencies";
import { echo, type Problem } from "@/lib/configuration/problem";
import { findObject, type Identity, lockObject } from "@/lib/server/db/configuration/read";
import { isPartitioned } from "@/lib/server/db/configuration/table";
import { tables } from "@/lib/server/db/configuration/tables";
import type { Transaction } from "@/lib/server/db/transaction";
import { Refusal, refuseProblems } from "@/lib/server/errors";

/** An object as those that use it name it. */
export interface Target {
  readonly id: string;
  readonly identity: Identity;
}

async function findTarget(
  transaction: Transaction,
  kind: ConfigurationKind,
  identity: Identity,
): Promise<Target | null> {
  const table = tables[kind];
  await lockObject(transaction, table, identity);
  const object = await findObject(transaction, table, identity);
  if (!object) return null;
  const { [table.nameField]: name, partition } = object.content;
  const isIn = isPartitioned(table) && typeof partition === "string";
  return { id: object.id, identity: { name: String(name), partition: isIn ? partition : null } };
}

/**
 * The object whose users get another one.
 * @throws Refusal notFound
 */
export async function loadTarget(
  transaction: Transaction,
  kind: ConfigurationKind,
  identity: Identity,
): Promise<Target> {
  const target = await findTarget(transaction, kind, identity);
  if (!target) throw new Refusal("notFound", { name: identity.name });
  return target;
}

/**
 * The object that is used instead, or null for none.
 * @throws Refusal validationFailed when there is no such object, when it is the same one, and for none where every user
 * needs one
 */
export async function loadReplacement(
  transaction: Transaction,
  kind: ConfigurationKind,
  from: Target,
  wanted: Identity | null,
): Promise<Identity | null> {
  const refuse = (code: Problem["code"], params?: Problem["params"]) =>
    refuseProblems([params ? { path: ["to"], code, params } : { path: ["to"], code }]);
  if (!wanted) {
    if (referencesTo(kind).every(({ isRequired }) => isRequired)) refuse("required");
    return null;
  }
  const found = await findTarget(transaction, kind, wanted);
  const params = { kind, name: echo(wanted.name) };
  if (!found) refuse("unknownReference", params);
  if (found?.id === from.id) refuse("sameObject", { name: params.name });
  return found?.identity ?? null;
}
