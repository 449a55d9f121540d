"use client";

import { useQueryClient } from "@tanstack/react-query";
import { DeleteSelected } from "@/components/console/deletion/delete-selected";
import type { ListSelection } from "@/components/console/find-and-list/types";
import type { ObjectKind } from "@/components/console/object/object-description";
import type { ObjectWords } from "@/components/console/object/use-object-words";
import { changesOf, matchingObjects, refreshObjects } from "@/lib/client/configuration";
import { identityKey, identityOfKey, identityText } from "@/lib/client/object-identity";

type DeleteSelectedStoredProps = {
  object: ObjectKind;
  words: ObjectWords;
  selection: ListSelection;
  onDeleted: () => void;
};

/** *Delete Selected* of a kind; those that are used say so. */
export function DeleteSelectedStored({ object, words, selection, onDeleted }: DeleteSelectedStoredProps) {
  const { kind } = object;
  const client = useQueryClient();
  return (
    <DeleteSelected
      selection={selection}
      deletion={{
        remove: (key) => changesOf(kind).remove(identityOfKey(key)),
        keysOf: async (filter) => (await matchingObjects(kind, filter)).map(identityKey),
        nameOf: (key) => identityText(identityOfKey(key)),
        refresh: () => refreshObjects(client),
      }}
      titleOf={(count) => words.say("list.deleteTitle", { count })}
      question={words.say("list.deleteConfirm")}
      onDeleted={onDeleted}
    />
  );
}
