import { keepPreviousData, type QueryClient } from "@tanstack/react-query";
import { api, queries } from "@/lib/client/api";
import { savedHere, saveHere, takeAwayHere } from "@/lib/client/done-here";
import { type ListRequest, longestPage } from "@/lib/client/list";
import { identityOf, type ObjectIdentity, objectInput } from "@/lib/client/object-identity";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import type { Warnings } from "@/lib/contract/configuration-fields";

/** An object as the API answers it, whatever its kind: its content, and what every answer has. */
export type StoredObject = Readonly<Record<string, unknown>> & {
  readonly version: number;
  readonly usedByCount: number;
  readonly inheritedByCount: number;
  readonly warnings?: Warnings;
  readonly updatedAt: string;
  readonly updatedBy: string;
};

type Fields = Readonly<Record<string, unknown>>;

/**
 * The routes of a kind. To the compiler the kinds have nothing in common, and their answers are told apart by the
 * descriptions of their pages; partitions stand for all.
 */
function routesOf(kind: ConfigurationKind): typeof queries.partition {
  return queries[kind] as typeof queries.partition;
}

/** One page of the objects of a kind. */
export function objectsQuery(kind: ConfigurationKind, query: ListRequest) {
  return routesOf(kind).list.queryOptions({ input: { query }, placeholderData: keepPreviousData });
}

/** One object. */
export function objectQuery(kind: ConfigurationKind, identity: ObjectIdentity) {
  return routesOf(kind).get.queryOptions({ input: objectInput(kind, identity) });
}

/** The history of an object. */
export function revisionsQuery(kind: ConfigurationKind, identity: ObjectIdentity) {
  return routesOf(kind).revisions.queryOptions({ input: objectInput(kind, identity) });
}

/** One revision of an object with the content that it stored. */
export function revisionQuery(kind: ConfigurationKind, identity: ObjectIdentity, number: number) {
  const input = objectInput(kind, identity);
  return routesOf(kind).revision.queryOptions({
    input: { ...input, params: { ...input.params, number } },
  });
}

/** The objects that use an object. */
export function dependenciesQuery(kind: ConfigurationKind, identity: ObjectIdentity) {
  return routesOf(kind).dependencies.queryOptions({ input: objectInput(kind, identity) });
}

/** All locales, installed or not, as many as one answer holds. */
export function localesQuery() {
  return queries.locale.list.queryOptions({ input: { query: longestPage } });
}

const naming = ["name", "pattern", "partition"] as const;

/** The changes of the objects of a kind, each answering the object as it is then. */
export function changesOf(kind: ConfigurationKind) {
  const routes = api[kind] as typeof api.partition;
  return {
    create: async (body: Fields): Promise<StoredObject> =>
      savedHere(kind, await routes.create({ body: body as { name: string } })),
    update: async (identity: ObjectIdentity, body: Fields & { version: number }): Promise<StoredObject> => {
      const run = () =>
        saveHere(kind, identity, () => routes.update({ ...objectInput(kind, identity), body }));
      const isRename = naming.some((field) => body[field] !== undefined);
      return isRename ? takeAwayHere(kind, identity, run) : run();
    },
    remove: async (identity: ObjectIdentity): Promise<void> => {
      await takeAwayHere(kind, identity, () => routes.remove(objectInput(kind, identity)));
    },
    /** @param version the version that was seen: nobody's later change is undone unawares */
    restore: (identity: ObjectIdentity, number: number, version: number): Promise<StoredObject> => {
      const input: { params: { name: string }; query?: object } = objectInput(kind, identity);
      const query = { ...input.query, version };
      return saveHere(kind, identity, () => routes.restore({ params: { ...input.params, number }, query }));
    },
  };
}

/** Shows an object as a save of this window was just answered. */
export function rememberObject(client: QueryClient, kind: ConfigurationKind, object: StoredObject): void {
  const { queryKey } = objectQuery(kind, identityOf(kind, object));
  client.setQueryData<unknown>(queryKey, object);
}

/**
 * Makes every object be read again, of all kinds, since they tell what uses them: what is shown at once, or
 * (no `refetch`) when next shown.
 */
export function refreshObjects(client: QueryClient, { refetch = true } = {}): Promise<void> {
  return client.invalidateQueries({ queryKey: queries.key(), refetchType: refetch ? "active" : "none" });
}
