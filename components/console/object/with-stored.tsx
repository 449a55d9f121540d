"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import type { ObjectKind } from "@/components/console/object/object-description";
import { useLiveObject } from "@/components/console/object/use-live-object";
import { useObjectWords } from "@/components/console/object/use-object-words";
import { useRememberedObject } from "@/components/console/palette/recent";
import { WithObject } from "@/components/console/with-object";
import { refusalOf } from "@/lib/client/api-error";
import { isGoneHere, objectQuery, type StoredObject } from "@/lib/client/configuration";
import { identityText, type ObjectIdentity } from "@/lib/client/object-identity";
import { poll } from "@/lib/client/poll";

// Most visits never see it.
const GoneToast = dynamic(() =>
  import("@/components/console/object/gone-toast").then((module) => module.GoneToast),
);

/** How often an object is read again that is becoming something else by itself. */
const changingMilliseconds = 1_000;

type WithStoredProps = {
  object: ObjectKind;
  identity: ObjectIdentity;
  /** @param isReading what is shown may be of an earlier visit, and is being read */
  children: (stored: StoredObject, isReading: boolean) => ReactNode;
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
  useLiveObject(object.kind, identity);
  useRememberedObject({ kind: object.kind, ...identity }, query.data ? "there" : isGone ? "gone" : null);
  return (
    <WithObject at={object.kind} title={title} name={identityText(identity)} query={query}>
      {(stored) => (
        <>
          {children(stored, query.isFetching)}
          {isGone && !isGoneHere(object.kind, identity) ? (
            <GoneToast object={object} identity={identity} shown={stored} />
          ) : null}
        </>
      )}
    </WithObject>
  );
}
