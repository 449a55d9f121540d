"use client";

import { useQueryClient } from "@tanstack/react-query";
import { DeleteSelected } from "@/components/console/deletion/delete-selected";
import type { ListSelection } from "@/components/console/find-and-list/types";
import { useNavigate } from "@/components/console/navigation-guard";
import type { ObjectKind } from "@/components/console/object/object-description";
import type { ObjectWords } from "@/components/console/object/use-object-words";
import { api } from "@/lib/client/api";
import { changesOf, refreshObjects } from "@/lib/client/configuration";
import { identityOfKey, identityText } from "@/lib/client/object-identity";
import { jobPath } from "@/lib/client/paths";
import { bulkResourceOf } from "@/lib/configuration/bulk-resources";

type DeleteSelectedStoredProps = {
  object: ObjectKind;
  words: ObjectWords;
  selection: ListSelection;
  onDeleted: () => void;
};

/** *Delete Selected* of a kind; those that are used say so. All that match are deleted by a job. */
export function DeleteSelectedStored({ object, words, selection, onDeleted }: DeleteSelectedStoredProps) {
  const { kind } = object;
  const client = useQueryClient();
  const navigate = useNavigate();

  async function deleteAll(filter: { where: string[]; match: "all" | "any" }) {
    const params = { resource: bulkResourceOf(kind) };
    const { jobId } = await api.bulk.delete({ params, body: filter });
    await navigate(jobPath(jobId));
  }
  return (
    <DeleteSelected
      selection={selection}
      deletion={{
        remove: (key) => changesOf(kind).remove(identityOfKey(key)),
        deleteAll,
        nameOf: (key) => identityText(identityOfKey(key)),
        refresh: () => refreshObjects(client),
      }}
      titleOf={(count) => words.say("list.deleteTitle", { count })}
      question={words.say("list.deleteConfirm")}
      onDeleted={onDeleted}
    />
  );
}
