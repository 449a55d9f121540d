"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useId, useState } from "react";
import type { Bench } from "@/components/call-back/phones/use-bench";
import { useProblemText, useRefusalText } from "@/components/console/refusal-text";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Spinner } from "@/components/ui/spinner";
import { TextField } from "@/components/ui/text-field";
import { refusalOf } from "@/lib/client/api-error";
import { createDeskMutation, refreshDesks, renameDeskMutation } from "@/lib/client/desk";
import { maximumNameLength } from "@/lib/configuration/lengths";
import { checkName } from "@/lib/configuration/text-rules";

type NameDeskProps = {
  bench: Bench;
  /** The name that the desk has until now; null: what is on it is saved as a desk of its own. */
  renamed: string | null;
  onClose: () => void;
};

/** Asks for the name of a desk. */
export function NameDesk({ bench, renamed, onClose }: NameDeskProps) {
  const t = useTranslations();
  const problemText = useProblemText();
  const refusalText = useRefusalText();
  const client = useQueryClient();
  const formId = useId();
  const [name, setName] = useState(renamed ?? "");
  const [error, setError] = useState<string>();
  const create = useMutation(createDeskMutation());
  const rename = useMutation(renameDeskMutation());
  const isPending = create.isPending || rename.isPending;
  async function store() {
    const [problem] = checkName(name);
    if (problem) return setError(problemText(problem));
    if (isPending) return;
    try {
      const stored =
        renamed === null
          ? await create.mutateAsync({ body: { name, phones: bench.phones } })
          : await rename.mutateAsync({ params: { name: renamed }, body: { name } });
      bench.call(stored.name);
      void refreshDesks(client);
      onClose();
    } catch (refused) {
      const refusal = refusalOf(refused);
      const [first] = refusal.problems;
      setError(first ? problemText(first) : refusalText(refusal));
    }
  }
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t(renamed === null ? "deskPhone.desk.saveTitle" : "deskPhone.desk.renameTitle")}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>{t("common.cancel")}</Button>
          {/* Not `isPending`: the button goes away when it is done, and its announcement would name nothing. */}
          <Button type="submit" form={formId} variant="primary" icon={isPending ? <Spinner /> : null}>
            {t("common.save")}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
          event.preventDefault();
          void store();
        }}
      >
        <TextField
          label={t("deskPhone.desk.name")}
          description={t("deskPhone.desk.nameHelp")}
          value={name}
          onChange={(text) => {
            setName(text);
            setError(undefined);
          }}
          {...(error === undefined ? {} : { errorMessage: error })}
          maximumCharacters={maximumNameLength}
          isRequired
          autoFocus
          autoComplete="off"
        />
      </form>
    </Dialog>
  );
}
