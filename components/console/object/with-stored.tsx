"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { ObjectKind } from "@/components/console/object/object-description";
import { useObjectWords } from "@/components/console/object/use-object-words";
import { useRememberedObject } from "@/components/console/palette/recent";
import { WithObject } from "@/components/console/with-object";
import { refusalOf } from "@/lib/client/api-error";
import { objectQuery, type StoredObject } from "@/lib/client/configuration";
import { identityText, type ObjectIdentity } from "@/lib/client/object-identity";
import { poll } from "@/lib/client/poll";

/** How often an object is read again that is becoming something else by itself. */
const changingMilliseconds = 1_000;

type WithStoredProps = {
  object: ObjectKind;
  identity: ObjectIdentity;
  children: (stored: StoredObject) => ReactNode;
};

/** Reads the object that a page is about; until it is there, the page says so. */
export function WithStored({ object, identity, children }: WithStoredProps) {
  const { title } = useObjectWords(object);
  const query = useQuery({
    ...objectQuery(object.kind, identity),
    refetchInterval: poll((data) =>
      data !== undefined && object.isChanging?.(data) ? changingMilliseconds : false,
    ),
  });
  const isGone = query.error !== null && refusalOf(query.error).code === "notFound";
  useRememberedObject({ kind: object.kind, ...identity }, query.data ? "there" : isGone ? "gone" : null);
  return (
    <WithObject at={object.kind} title={title} name={identityText(identity)} query={query}>
      {children}
    </WithObject>
  );
}
