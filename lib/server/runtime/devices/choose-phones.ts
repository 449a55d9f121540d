import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { findContentsById } from "@/lib/server/db/configuration/read-many";
import { tables } from "@/lib/server/db/configuration/tables";
import { chooseUsers, type PhoneUsedKind } from "@/lib/server/db/device/choose";
import type { StoredJob } from "@/lib/server/db/job";
import { chooseItems } from "@/lib/server/db/job-item";
import type { Transaction } from "@/lib/server/db/transaction";
import { Refusal } from "@/lib/server/errors";

/** For which phones a job is: all that use an object, whatever it is called by then, or all that match. */
export interface AskedPhones {
  readonly of?: { readonly kind: PhoneUsedKind; readonly name: string; readonly id: string };
  readonly where?: readonly string[];
  readonly match?: "all" | "any";
}

/**
 * Lets the phones wait in a job that the job is for when it starts.
 * @returns how many there are
 * @throws Refusal notFound when the object that they use is gone, forbidden, validationFailed
 */
export async function choosePhones(
  transaction: Transaction,
  context: ServiceContext,
  { id, parameters }: Pick<StoredJob, "id" | "parameters">,
): Promise<number> {
  const { of, where = [], match = "all" }: AskedPhones = parameters;
  if (!of) {
    return chooseItems(transaction, id, tables.phone, { where: [...where], match, sort: "name", limit: 1 });
  }
  requirePermission(context, of.kind, "update");
  if ((await findContentsById(transaction, tables[of.kind], [of.id])).size === 0) {
    throw new Refusal("notFound", { name: of.name });
  }
  return chooseUsers(transaction, id, of.kind, of.id);
}
