"use client";

import type { ObjectKind } from "@/components/console/object/object-description";
import type { ObjectWords } from "@/components/console/object/use-object-words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { wholeListPath } from "@/lib/client/object-path";

type GoneDialogProps = {
  object: ObjectKind;
  words: ObjectWords;
  name: string;
  isPending: boolean;
  /** Stores what was typed as a new object; undefined where none can be added. */
  onAdd: (() => void) | undefined;
  onClose: () => void;
};

/** What was to be saved is not there any more: says so, and what can be done with what was typed. */
export function GoneDialog({ object, words, name, isPending, onAdd, onClose }: GoneDialogProps) {
  const { say } = words;
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={say("gone.title", { name })}
      role="alertdialog"
      footer={
        <>
          <Button autoFocus onPress={onClose}>
            {say("gone.back")}
          </Button>
          {onAdd ? (
            <Button variant="primary" isPending={isPending} onPress={onAdd}>
              {say("gone.saveAsNew")}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="flex flex-col gap-2">
        <p>{say("gone.body")}</p>
        <p>
          {say("gone.nextRenamed")}{" "}
          <a
            href={wholeListPath(object.kind)}
            target="_blank"
            rel="noreferrer"
            className="focus-ring rounded-xs text-accent-text underline underline-offset-2"
          >
            {say("gone.findList")}
          </a>
        </p>
        {onAdd ? <p>{say("gone.nextDeleted")}</p> : null}
      </div>
    </Dialog>
  );
}
