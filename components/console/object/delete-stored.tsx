"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { DeleteObject } from "@/components/console/deletion/delete-object";
import { DependencyList } from "@/components/console/deletion/dependency-list";
import { InheritorList } from "@/components/console/deletion/inheritor-list";
import { useDeleteObject } from "@/components/console/deletion/use-delete-object";
import type { ObjectKind } from "@/components/console/object/object-description";
import type { ObjectWords } from "@/components/console/object/use-object-words";
import { changesOf, dependenciesQuery, refreshObjects, type StoredObject } from "@/lib/client/configuration";
import { identityOf, identityText } from "@/lib/client/object-identity";
import { listPath } from "@/lib/client/object-path";
import { checkDeletable } from "@/lib/configuration/change-rules";
import { referencesTo } from "@/lib/configuration/dependencies";
import type { Problem } from "@/lib/configuration/problem";

type DeleteStoredProps = {
  object: ObjectKind;
  words: ObjectWords;
  stored: StoredObject;
  onClose: () => void;
};

/** Asks before an object is deleted; one that is used is refused with its dependency records. */
export function DeleteStored({ object, words, stored, onClose }: DeleteStoredProps) {
  const { kind } = object;
  const identity = identityOf(kind, stored);
  const name = identityText(identity);
  const client = useQueryClient();
  const { remove, isPending } = useDeleteObject({
    name,
    remove: async () => {
      await changesOf(kind).remove(identity);
      await refreshObjects(client, { refetch: false });
    },
    listPath: listPath(kind),
    onRefused: onClose,
  });
  const { data } = useQuery({ ...dependenciesQuery(kind, identity), staleTime: 0 });
  return (
    <DeleteObject
      name={name}
      problems={obstaclesOf(kind, name, stored, data?.total ?? 0)}
      details={
        <>
          <DependencyList dependencies={data?.items ?? []} counts={data?.counts ?? []} />
          {data ? <InheritorList {...data.inheritedBy} /> : null}
        </>
      }
      question={
        <>
          <p>{words.say("delete.confirm")}</p>
          {/* It has its place before it is known: the buttons must not move under the pointer. */}
          <p className={`mt-2 text-muted ${data ? "" : "invisible"}`}>{words.say("dependencies.none")}</p>
        </>
      }
      reassignable={
        kind === "routePattern" || referencesTo(kind).length === 0
          ? undefined
          : { kind, identity, where: alikeOf(kind, stored) }
      }
      isPending={isPending}
      onDelete={remove}
      onClose={onClose}
    />
  );
}

/** A device profile is used by the phone to which its user is logged in, and by nothing else. */
function obstaclesOf(kind: string, name: string, stored: StoredObject, uses: number): Problem[] {
  if (kind === "deviceProfile" && uses > 0) return [{ path: [], code: "userLoggedIn" }];
  const { isStandard, isDefault } = stored;
  return checkDeletable({ name, isStandard: isStandard === true, isDefault: isDefault === true }, uses);
}

/** The fields in which an object must be like another one to take its place. */
function alikeOf(kind: string, stored: StoredObject): string[] {
  const fields = kind === "phoneButtonTemplate" ? ["model", "protocol"] : kind === "locale" ? ["kind"] : [];
  return fields.map((field) => `${field}:isExactly:${stored[field]}`);
}
