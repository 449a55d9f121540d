"use client";

import { LocalTime } from "@/components/console/local-time";
import type { ObjectWords } from "@/components/console/object/use-object-words";
import { useSavedByOthers } from "@/components/console/object/use-saved-by-others";
import { SavedToast } from "@/components/console/saved-toast";
import type { StoredObject } from "@/lib/client/configuration";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";

type SavesOfOthersProps = {
  kind: ConfigurationKind;
  words: ObjectWords;
  stored: StoredObject;
  /** The version on which what is typed is based. */
  base: StoredObject;
  isReading: boolean;
  /** A save of this page is on its way. */
  isSaving: boolean;
  isUnsaved: boolean;
  /** Both changes are shown already. */
  isCompared: boolean;
  historyPath: string;
  /** Shows both changes, to choose from. */
  onCompare: () => void;
  /** Shows what is stored now, without what was typed. */
  onReload: () => void;
};

/** Tells, before this page saves an object, that somebody else or another window has saved it since the page was opened. */
export function SavesOfOthers(props: SavesOfOthersProps) {
  const { kind, words, stored, base, isReading, isSaving, isUnsaved, isCompared, onReload, ...toast } = props;
  const { say } = words;
  const { news, dismiss } = useSavedByOthers(kind, stored, { base, isReading, isSaving });
  if (!news || isCompared) return null;
  return (
    <SavedToast
      {...toast}
      by={news.updatedBy}
      // What was typed afterwards is on top of it.
      isUnsaved={isUnsaved && base.version < news.version}
      title={(isOwn) => say(isOwn ? "others.savedByYou" : "others.saved", { by: news.updatedBy })}
      onReload={() => {
        onReload();
        dismiss();
      }}
      onClose={dismiss}
    >
      {say("status.version", { version: news.version })} <LocalTime at={news.updatedAt} />
    </SavedToast>
  );
}
