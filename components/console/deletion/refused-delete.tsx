"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { ReassignTo } from "@/components/console/deletion/reassign-to";
import { RefusedUses } from "@/components/console/deletion/refused-uses";
import { useReassign } from "@/components/console/deletion/use-reassign";
import { useProblemText } from "@/components/console/refusal-text";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { ObjectIdentity } from "@/lib/client/object-identity";
import { canUseNone, type ReassignKind } from "@/lib/client/reassign";
import type { Problem } from "@/lib/configuration/problem";

/** What *Reassign to…* must know of the object that is to be deleted. */
export type Reassignable = {
  kind: ReassignKind;
  identity: ObjectIdentity;
  /** Conditions that an object must fulfil to be offered instead. */
  where?: readonly string[];
};

type RefusedDeleteProps = {
  name: string;
  problems: readonly Problem[];
  details: ReactNode;
  /** Offers *Reassign to…*; left out when that alone would not let the object go. */
  reassignable?: Reassignable;
  onDelete: () => void;
  onClose: () => void;
};

/** Why an object must stay and, when only its users keep it, the way to give them another one and delete it. */
export function RefusedDelete(props: RefusedDeleteProps) {
  const { name, problems, details, reassignable, onDelete, onClose } = props;
  const t = useTranslations();
  const problemText = useProblemText();
  const reasons = problems.map((problem) => <p key={problem.code}>{problemText(problem)}</p>);
  const title = t("configuration.refusedTitle", { name });
  if (reassignable) {
    return (
      <ReassignDialog title={title} reassignable={reassignable} onDelete={onDelete} onClose={onClose}>
        {reasons}
        {details}
      </ReassignDialog>
    );
  }
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={title}
      size="small"
      footer={
        <Button autoFocus onPress={onClose}>
          {t("common.close")}
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        {reasons}
        {details}
      </div>
    </Dialog>
  );
}

type ReassignDialogProps = {
  title: string;
  reassignable: Reassignable;
  children: ReactNode;
  onDelete: () => void;
  onClose: () => void;
};

function ReassignDialog({ title, reassignable, children, onDelete, onClose }: ReassignDialogProps) {
  const t = useTranslations();
  const { kind, identity, where } = reassignable;
  // That none be used takes something away from all of them: it is chosen as any other object is.
  const [to, setTo] = useState<ObjectIdentity | null>();
  const { reassign, isPending, refusal } = useReassign(kind, identity, onDelete);
  const isNone = to === null && canUseNone(kind);
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={title}
      footer={
        <>
          {/* Beside the button that acts on it: a long list of uses above scrolls, and never hides what is chosen. */}
          <div className="flex w-full flex-col gap-2 pb-2">
            <p>{t("configuration.reassign.explanation")}</p>
            <ReassignTo
              kind={kind}
              without={identity}
              value={to}
              onChange={setTo}
              {...(where ? { where } : {})}
            />
          </div>
          <Button autoFocus onPress={onClose}>
            {t("common.close")}
          </Button>
          <Button
            variant="danger"
            isDisabled={!to && !isNone}
            isPending={isPending}
            onPress={() => to !== undefined && reassign(to)}
          >
            {t(isNone ? "configuration.reassign.noneAndDelete" : "configuration.reassign.andDelete")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {refusal ? <RefusedUses refusal={refusal} /> : null}
        {children}
      </div>
    </Dialog>
  );
}
