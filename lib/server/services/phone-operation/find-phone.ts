import { nameKey } from "@/lib/configuration/text-rules";
import { canBeText } from "@/lib/server/db/bounds";
import { findPhoneName } from "@/lib/server/db/call/phones-in-engine";
import type { Transaction } from "@/lib/server/db/transaction";
import { Refusal } from "@/lib/server/errors";
import { RemoteConfiguration } from "@/lib/server/runtime/calls/remote-configuration";

/** A phone that can be used: one of this cluster, or the one behind a number of another cluster. */
export interface UsablePhone {
  /** The cluster's name; empty for this one. */
  readonly cluster: string;
  readonly name: string;
}

/**
 * The phone of that name, in any letter case; `{cluster}:{pattern}` is one of another cluster.
 * @throws Refusal notFound
 */
export async function findUsablePhone(transaction: Transaction, name: string): Promise<UsablePhone> {
  const at = name.lastIndexOf(":");
  if (at === -1) {
    const found = canBeText(name) ? await findPhoneName(transaction, nameKey(name)) : null;
    if (found === null) throw new Refusal("notFound", { name });
    return { cluster: "", name: found };
  }
  if (!canBeText(name)) throw new Refusal("notFound", { name });
  const remote = await RemoteConfiguration.load(transaction, name.slice(0, at));
  const phone = remote?.numberOf(name.slice(at + 1).toUpperCase())?.phone;
  if (!remote || !phone) throw new Refusal("notFound", { name });
  return { cluster: remote.name, name: phone.name };
}
