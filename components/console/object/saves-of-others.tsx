"use client";

import { useQuery } from "@tanstack/react-query";
import { LocalTime } from "@/components/console/local-time";
import type { ObjectWords } from "@/components/console/object/use-object-words";
import { useSavedByOthers } from "@/components/console/object/use-saved-by-others";
import { useQuestion } from "@/components/console/use-question";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Toast } from "@/components/ui/toast";
import type { StoredObject } from "@/lib/client/configuration";
import { sessionQuery } from "@/lib/client/session";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";

type SavesOfOthersProps = Omit<SavedToastProps, "saved" | "onClose"> & {
  kind: ConfigurationKind;
  stored: StoredObject;
  /** The version on which what is typed is based. */
  base: StoredObject;
  isReading: boolean;
  /** A save of this page is on its way. */
  isSaving: boolean;
  /** Both changes are shown already. */
  isCompared: boolean;
};

/** Tells, before this page saves an object, that somebody else or another window has saved it since the page was opened. */
export function SavesOfOthers(props: SavesOfOthersProps) {
  const { kind, stored, base, isReading, isSaving, isCompared, onReload, ...toast } = props;
  const { news, dismiss } = useSavedByOthers(kind, stored, { base, isReading, isSaving });
  if (!news || isCompared) return null;
  const reload = () => {
    onReload();
    dismiss();
  };
  return <SavedToast {...toast} saved={news} onReload={reload} onClose={dismiss} />;
}

type SavedToastProps = {
  words: ObjectWords;
  /** What was saved. */
  saved: StoredObject;
  /** Something is typed that is not saved. Then the page shows it still on top of what was stored before. */
  isUnsaved: boolean;
  historyPath: string;
  /** Shows both changes, to choose from. */
  onCompare: () => void;
  /** Shows what is stored now, without what was typed. */
  onReload: () => void;
  onClose: () => void;
};

/** Tells who looks at an object that somebody else has saved it, before they save it themselves. */
function SavedToast(props: SavedToastProps) {
  const { words, saved, isUnsaved, historyPath, onCompare, onReload, onClose } = props;
  const { say, translate } = words;
  const question = useQuestion();
  const { data: session, isPending } = useQuery(sessionQuery());
  const isOwn = session?.name === saved.updatedBy;

  async function reload() {
    const isSure = await question.ask({
      title: say("others.discardTitle"),
      body: say("others.discardBody"),
      confirmLabel: say("others.discard"),
      cancelLabel: translate("common.threeWay.back"),
      isDangerous: true,
    });
    if (isSure) onReload();
  }
  // What is read out is said once: not of somebody before it is known that it was the same person.
  if (isPending) return null;
  return (
    <>
      <Toast
        tone={isUnsaved ? "caution" : "info"}
        title={say(isOwn ? "others.savedByYou" : "others.saved", { by: saved.updatedBy })}
        actions={
          isUnsaved ? (
            <>
              <Button size="small" onPress={onCompare}>
                {say("others.showChanges")}
              </Button>
              <Button size="small" onPress={() => void reload()}>
                {say("others.reload")}
              </Button>
            </>
          ) : (
            <Link href={historyPath}>{say("others.showChanges")}</Link>
          )
        }
        onClose={onClose}
      >
        <p>{say(isUnsaved ? "others.typedStays" : "others.shown")}</p>
        <p>
          {say("status.version", { version: saved.version })} <LocalTime at={saved.updatedAt} />
        </p>
      </Toast>
      {question.dialog}
    </>
  );
}
