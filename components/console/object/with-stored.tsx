"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import type { ObjectKind } from "@/components/console/object/object-description";
import { useAttended } from "@/components/console/object/use-attended";
import { useObjectWords } from "@/components/console/object/use-object-words";
import { useRememberedObject } from "@/components/console/palette/recent";
import { WithObject } from "@/components/console/with-object";
import { refusalOf } from "@/lib/client/api-error";
import { objectQuery, type StoredObject } from "@/lib/client/configuration";
import { isGoneHere } from "@/lib/client/done-here";
import { identityText, type ObjectIdentity } from "@/lib/client/object-identity";
import { poll } from "@/lib/client/poll";

// Pages are shown sooner without it.
const LiveObject = dynamic(
  () => import("@/components/console/object/live-object").then((module) => module.LiveObject),
  // What somebody is typing into stays shown until it is there.
  { loading: () => null },
);

/** How often an object is read again that is becoming something else by itself. */
const changingMilliseconds = 1_000;

/** How a page that is open stands to its object and to who looks at it. */
export type Visit = {
  /** What is shown may be of an earlier visit, and is being read. */
  isReading: boolean;
  /** Somebody has done something on the page. */
  isAttended: boolean;
};

type WithStoredProps = {
  object: ObjectKind;
  identity: ObjectIdentity;
  children: (stored: StoredObject, visit: Visit) => ReactNode;
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
  const isAttended = useAttended();
  useRememberedObject({ kind: object.kind, ...identity }, query.data ? "there" : isGone ? "gone" : null);
  return (
    <WithObject at={object.kind} title={title} name={identityText(identity)} query={query}>
      {(stored) => (
        <>
          {children(stored, { isReading: query.isFetching, isAttended })}
          {isAttended ? (
            <LiveObject
              object={object}
              identity={identity}
              shown={stored}
              isGone={isGone && !isGoneHere(object.kind, identity)}
            />
          ) : null}
        </>
      )}
    </WithObject>
  );
}
