"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useId } from "react";
import { Controller, useForm } from "react-hook-form";
import { useProblemText, useRefusalText } from "@/components/console/refusal-text";
import { useStatus } from "@/components/console/status";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { Spinner } from "@/components/ui/spinner";
import { TextField } from "@/components/ui/text-field";
import { narrowerRoles, type Role } from "@/lib/catalog/roles";
import { refusalOf } from "@/lib/client/api-error";
import { createApiKeyMutation, refreshApiKeys } from "@/lib/client/api-key";
import { maximumNameLength } from "@/lib/configuration/lengths";
import { checkName } from "@/lib/configuration/text-rules";

/** Days until a key expires, as people choose them; 0 is never. */
const lifetimes = [30, 90, 365, 0] as const;

type NewApiKeyProps = {
  /** Of the person who is signed in: the widest that a key can have. */
  role: Role;
  onMade: (made: { name: string; owner: string; key: string }) => void;
  onClose: () => void;
};

/** Asks for the name, the role and the life of a new key, and makes it. */
export function NewApiKey({ role, onMade, onClose }: NewApiKeyProps) {
  const t = useTranslations();
  const status = useStatus();
  const problemText = useProblemText();
  const refusalText = useRefusalText();
  const client = useQueryClient();
  const formId = useId();
  const create = useMutation(createApiKeyMutation());
  const form = useForm({ defaultValues: { name: "", days: "90", scope: role } });

  const store = form.handleSubmit(async ({ name, days, scope }) => {
    if (create.isPending) return;
    const expiresInDays = Number(days);
    try {
      const body = {
        name,
        ...(scope === role ? {} : { role: scope }),
        ...(expiresInDays === 0 ? {} : { expiresInDays }),
      };
      const made = await create.mutateAsync({ body });
      const detail = t("userManagement.apiKey.status.createdDetail", { name: made.name });
      status.show({ tone: "good", text: t("userManagement.apiKey.status.created"), detail });
      void refreshApiKeys(client);
      onMade(made);
      onClose();
    } catch (error) {
      const problem = refusalOf(error).problems.find(({ path }) => path[0] === "name");
      if (problem)
        form.setError("name", { type: problem.code, message: problemText(problem) }, { shouldFocus: true });
    }
  });
  const hasOtherError = create.error !== null && form.formState.errors.name === undefined;

  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t("userManagement.apiKey.new")}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>{t("common.cancel")}</Button>
          {/* Not `isPending`: the button goes away when it is done, and its announcement would name nothing. */}
          <Button type="submit" form={formId} variant="primary" icon={create.isPending ? <Spinner /> : null}>
            {t("userManagement.apiKey.create")}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event: SubmitEvent<HTMLFormElement>) => void store(event)}
      >
        <div role="alert" className="empty:hidden">
          {hasOtherError ? (
            <Notice tone="bad" title={t("userManagement.apiKey.status.notCreated")}>
              {refusalText(refusalOf(create.error))}
            </Notice>
          ) : null}
        </div>
        <Controller
          control={form.control}
          name="name"
          rules={{
            validate: (name) => {
              const [problem] = checkName(name);
              return problem ? problemText(problem) : true;
            },
          }}
          render={({ field, fieldState }) => (
            <TextField
              label={t("userManagement.apiKey.name")}
              description={t("userManagement.apiKey.nameHelp")}
              value={field.value}
              onChange={field.onChange}
              onBlur={field.onBlur}
              inputRef={field.ref}
              errorMessage={fieldState.error?.message}
              maximumCharacters={maximumNameLength}
              isRequired
              autoFocus
              autoComplete="off"
            />
          )}
        />
        {narrowerRoles(role).length > 1 ? (
          <Controller
            control={form.control}
            name="scope"
            render={({ field }) => (
              <Select
                label={t("userManagement.apiKey.scope")}
                description={t("userManagement.apiKey.scopeHelp")}
                options={narrowerRoles(role).map((id) => ({ id, label: t(`catalogue.role.${id}`) }))}
                value={field.value}
                onChange={field.onChange}
              />
            )}
          />
        ) : null}
        <Controller
          control={form.control}
          name="days"
          render={({ field }) => (
            <Select
              label={t("userManagement.apiKey.expiry")}
              options={lifetimes.map((days) => ({
                id: String(days),
                label: t("userManagement.apiKey.expiryDays", { days }),
              }))}
              value={field.value}
              onChange={field.onChange}
            />
          )}
        />
      </form>
    </Dialog>
  );
}
