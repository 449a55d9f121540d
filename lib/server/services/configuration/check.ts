import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import { type HeldReference, reassigned, referencesIn } from "@/lib/configuration/references";
import { loadNames, type NameLookup } from "@/lib/server/db/configuration/names";
import type { StoredFields } from "@/lib/server/db/configuration/table";
import type { Transaction } from "@/lib/server/db/transaction";
import { refuseProblems } from "@/lib/server/errors";
import type { Definition } from "@/lib/server/services/configuration/definition";

/**
 * A candidate made fit to be stored: checked by the rules, texts in their stored form, names as the objects they
 * name are spelled. Those objects stay until the transaction ends.
 * @throws Refusal validationFailed
 */
export async function checkedContent(
  transaction: Transaction,
  { kind, rules }: Definition,
  candidate: unknown,
): Promise<{ content: StoredFields; names: NameLookup }> {
  const normalized = rules.normalize(candidate as StoredFields);
  const held = referencesIn(kind, normalized);
  const names = await loadNames(transaction, held);
  const filled = rules.fill(normalized, names.defaults);
  refuseProblems(rules.validate(filled, names.known));
  return { content: asSpelled(kind, filled, held, names), names };
}

/** The content with the names that it holds as the objects themselves are spelled. */
export function asSpelled(
  kind: ConfigurationKind,
  content: StoredFields,
  held: readonly HeldReference[],
  names: NameLookup,
): StoredFields {
  return held.reduce((spelled, { to, name }) => {
    if (to === "directoryNumber") return spelled;
    const canonical = names.canonical(to, name);
    return canonical === name ? spelled : reassigned(kind, spelled, to, name, canonical);
  }, content);
}
