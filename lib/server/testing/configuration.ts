import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import type { ServiceContext } from "@/lib/server/context";
import type { Identity } from "@/lib/server/db/configuration/read";
import type { StoredFields } from "@/lib/server/db/configuration/table";
import { createObject } from "@/lib/server/services/configuration/create";
import type { Input } from "@/lib/server/services/configuration/definition";
import { definitions } from "@/lib/server/services/configuration/definitions";
import { getObject } from "@/lib/server/services/configuration/get";
import { listObjectsOf } from "@/lib/server/services/configuration/list";
import { listDependencies } from "@/lib/server/services/configuration/list-dependencies";
import { listObjectRevisions } from "@/lib/server/services/configuration/list-revisions";
import { removeObject } from "@/lib/server/services/configuration/remove";
import { restoreObject } from "@/lib/server/services/configuration/restore";
import { updateObject } from "@/lib/server/services/configuration/update";

const identityOf = (name: string, partition: string | null = null): Identity => ({ name, partition });

/** The services of one kind, as a test speaks of them. */
export function objectsOf(kind: ConfigurationKind, context: () => ServiceContext) {
  const definition = definitions[kind];
  return {
    create: (input: Input) => createObject(context(), definition, input),
    get: (name: string, partition?: string) => getObject(context(), definition, identityOf(name, partition)),
    update: (name: string, input: Input, partition?: string) =>
      updateObject(context(), definition, identityOf(name, partition), input),
    remove: (name: string, partition?: string) =>
      removeObject(context(), definition, identityOf(name, partition)),
    restore: (name: string, number: number) => restoreObject(context(), definition, identityOf(name), number),
    revisions: (name: string, partition?: string) =>
      listObjectRevisions(context(), definition, identityOf(name, partition)),
    dependencies: (name: string, partition?: string) =>
      listDependencies(context(), definition, identityOf(name, partition)),
    list: (query: {
      where?: string[];
      match?: "all" | "any";
      sort?: string;
      limit?: number;
      cursor?: string;
    }) =>
      listObjectsOf(context(), definition, {
        where: [],
        match: "all",
        sort: definition.table.nameField,
        limit: 250,
        ...query,
      }),
    /** The names of all objects that a query finds, in order. */
    find: async (...where: string[]): Promise<string[]> => {
      const sort = definition.table.nameField;
      const query = { where, match: "all" as const, sort, limit: 250 };
      const page = await listObjectsOf(context(), definition, query);
      return page.items.map((item: StoredFields) => String(item[sort]));
    },
  };
}

/** The smallest phone that is accepted, with what a test changes. */
export function phoneInput(name: string, change: Input = {}): Input {
  return { name, model: "Cisco 8841", lines: [{ index: 1, directoryNumber: "2001" }], ...change };
}
