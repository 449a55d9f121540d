import { configurationKinds } from "@/lib/configuration/dependencies";
import { searchWords } from "@/lib/configuration/search-text";
import { foldCase, normalizeText } from "@/lib/configuration/text-rules";
import type { FoundObjectDto } from "@/lib/contract/search";
import { mayDo, type ServiceContext } from "@/lib/server/context";
import { type FoundRow, searchClosely, searchWidely } from "@/lib/server/db/configuration/search";

/**
 * The objects that have each word of a text, of the kinds that the actor may read; when none has, those that have
 * something alike.
 * @param limit most objects of one kind
 */
export async function findObjects(
  context: ServiceContext,
  query: { readonly text: string; readonly limit: number },
): Promise<{ items: FoundObjectDto[] }> {
  const kinds = configurationKinds.filter((kind) => mayDo(context.actor, kind, "read"));
  const text = normalizeText(query.text);
  if (text === "") return { items: [] };
  const { prisma } = context.database;
  const found = await searchClosely(prisma, kinds, text, query.limit);
  const rows = found.length > 0 ? found : await searchWidely(prisma, kinds, text, query.limit);
  return { items: inOrder(rows, text, query.limit).map((row) => toDto(row, text)) };
}

/** Each object once, where it was found first: names that are the text, those that begin with it, the rest; of a kind so many. */
function inOrder(rows: readonly FoundRow[], text: string, limit: number): FoundRow[] {
  const wanted = foldCase(text);
  const rank = ({ name }: FoundRow) => {
    const key = foldCase(name);
    return key === wanted ? 0 : key.startsWith(wanted) ? 1 : 2;
  };
  const seen = new Set<string>();
  const counts = new Map<string, number>();
  return rows
    .filter(({ kind, id }) => !seen.has(`${kind} ${id}`) && seen.add(`${kind} ${id}`))
    .toSorted((one, other) => rank(one) - rank(other))
    .filter(({ kind }) => {
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      return count <= limit;
    });
}

const fields = ["owner", "label", "directoryNumber", "alertingName", "userId", "model"] as const;

function toDto(row: FoundRow, text: string): FoundObjectDto {
  const { kind, name, partition, description, isAlike } = row;
  const words = searchWords(text);
  const has = (given: string, forms: readonly string[]) => {
    const folded = foldCase(given);
    return forms.some((word) => folded.includes(foldCase(word)));
  };
  // What is seen of it anyway explains nothing anew.
  const unseen = words.filter((forms) => !has(name, forms) && !has(description, forms));
  const found = fields.flatMap((field) => {
    const lines = row.texts[field]?.split("\n") ?? [];
    const line = lines.find((one) => unseen.some((forms) => has(one, forms)));
    return line === undefined ? [] : [{ field, text: line }];
  });
  return { kind, name, partition, description, found: found[0] ?? null, isAlike };
}
