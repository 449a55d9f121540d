"use client";

import { createContext, type ReactNode, useContext, useEffect, useMemo } from "react";
import {
  type RecentObject,
  readRecent,
  withoutRecent,
  withRecent,
} from "@/components/console/palette/recent-objects";

type Recent = {
  read: () => RecentObject[];
  remember: (object: RecentObject) => void;
  forget: (object: RecentObject) => void;
};

const nothing: Recent = { read: () => [], remember: () => undefined, forget: () => undefined };
const RecentContext = createContext<Recent>(nothing);

function recentIn(storage: Storage, key: string): Recent {
  const read = () => readRecent(storage.getItem(key));
  return {
    read,
    remember: (object) => storage.setItem(key, JSON.stringify(withRecent(read(), object))),
    forget: (object) => storage.setItem(key, JSON.stringify(withoutRecent(read(), object))),
  };
}

/** A store that says no, because it is full or switched off, costs nobody more than the list. */
function carefully(recent: () => Recent): Recent {
  function attempt<Result>(work: (there: Recent) => Result, otherwise: Result): Result {
    try {
      return work(recent());
    } catch {
      return otherwise;
    }
  }
  return {
    read: () => attempt((there) => there.read(), []),
    remember: (object) => attempt((there) => there.remember(object), undefined),
    forget: (object) => attempt((there) => there.forget(object), undefined),
  };
}

/** Keeps in this browser which objects a user has opened; who signs in after them sees their own. */
export function RecentProvider({ userName, children }: { userName: string; children: ReactNode }) {
  const recent = useMemo(
    () => carefully(() => recentIn(window.localStorage, `ringback-recent:${userName}`)),
    [userName],
  );
  return <RecentContext value={recent}>{children}</RecentContext>;
}

/** The objects that the user has opened, and how to change them. */
export function useRecent(): Recent {
  return useContext(RecentContext);
}

/** Remembers an object while its page is shown; forgets it when the server says that there is none. */
export function useRememberedObject({ kind, name, partition }: RecentObject, is: "there" | "gone" | null) {
  const { remember, forget } = useContext(RecentContext);
  useEffect(() => {
    if (is === "there") remember({ kind, name, partition });
    if (is === "gone") forget({ kind, name, partition });
  }, [remember, forget, kind, name, partition, is]);
}
