"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useId, useState } from "react";
import type { ListSettings } from "@/components/console/find-and-list/use-list-settings";
import { useProblemText, useRefusalText } from "@/components/console/refusal-text";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { isAllowed } from "@/lib/catalog/roles";
import { refusalOf } from "@/lib/client/api-error";
import {
  createListViewMutation,
  refreshListViews,
  removeListViewMutation,
  setListSettingsMutation,
  updateListViewMutation,
} from "@/lib/client/list-view";
import { sessionQuery } from "@/lib/client/session";
import type { ListName } from "@/lib/configuration/list-view";
import type { ListViewDto } from "@/lib/contract/list-view";

type SaveViewProps = {
  list: ListName;
  /** The view that is changed; null: a new one is saved. */
  view: ListViewDto | null;
  /** What the list shows now. */
  shown: Pick<ListViewDto, "where" | "match" | "sort" | "columns">;
  settings: ListSettings;
  onSaved: (id: string | null) => void;
  onClose: () => void;
};

/** Saves what the list shows as a view, or changes one; of a view of somebody else only whether the list opens with it. */
export function SaveView({ list, view, shown, settings, onSaved, onClose }: SaveViewProps) {
  const t = useTranslations();
  const say = useTranslations("findAndList.views");
  const client = useQueryClient();
  const refusalText = useRefusalText();
  const problemText = useProblemText();
  const formId = useId();
  const { data: session } = useQuery(sessionQuery());
  const may = (resource: "phone" | "user") =>
    session !== undefined && isAllowed(session.role, resource, "update");
  const isOwn = view?.isOwn ?? true;
  const wasDefault = view !== null && settings.defaultView?.id === view.id;
  const [name, setName] = useState(view?.name ?? "");
  const [isShared, setShared] = useState(view?.isShared ?? false);
  const [isDefault, setDefault] = useState(wasDefault);
  const [takesShown, setTakesShown] = useState(false);
  const create = useMutation(createListViewMutation());
  const update = useMutation(updateListViewMutation());
  const remember = useMutation(setListSettingsMutation());
  const saving = useMutation({
    mutationFn: async () => {
      const id = await save();
      if (isDefault !== wasDefault) {
        await remember.mutateAsync({ params: { list }, body: { defaultView: isDefault ? id : null } });
      }
      return id;
    },
    onSuccess: async (id) => {
      await refreshListViews(client);
      onSaved(id);
      onClose();
    },
    // Something of it may be saved: the list of views tells.
    onError: () => refreshListViews(client),
  });
  const removing = useMutation({
    ...removeListViewMutation(),
    onSuccess: async () => {
      await refreshListViews(client);
      onSaved(null);
      onClose();
    },
  });

  async function save(): Promise<string> {
    if (view === null) return (await create.mutateAsync({ body: { list, name, isShared, ...shown } })).id;
    if (!isOwn) return view.id;
    const body = { version: view.version, name, isShared, ...(takesShown ? shown : {}) };
    return (await update.mutateAsync({ params: { id: view.id }, body })).id;
  }
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    // React passes events on to what opened the dialog, wherever it lies in the page.
    event.stopPropagation();
    saving.mutate();
  }
  const error = saving.error ?? removing.error;
  const refusal = error ? refusalOf(error) : null;
  const isPending = saving.isPending || removing.isPending;
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      size="small"
      title={view === null ? say("save") : say("change", { name: view.name })}
      footer={
        <>
          {view === null || !(isOwn || may("user")) ? null : (
            <Button
              variant="danger"
              className="me-auto"
              isPending={removing.isPending}
              onPress={() => removing.mutate({ params: { id: view.id } })}
            >
              {t("common.delete")}
            </Button>
          )}
          <Button onPress={onClose}>{t("common.cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" isPending={isPending}>
            {t("common.save")}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-3">
        {refusal ? (
          <div role="alert">
            <Notice tone="bad" title={refusalText(refusal)}>
              {refusal.problems.map((problem) => problemText(problem)).join(" ")}
            </Notice>
          </div>
        ) : null}
        {isOwn ? (
          <>
            <TextField label={say("name")} autoFocus isRequired value={name} onChange={setName} />
            {may("phone") || isShared ? (
              <Checkbox isSelected={isShared} onChange={setShared} description={say("shareHelp")}>
                {say("share")}
              </Checkbox>
            ) : null}
          </>
        ) : (
          <p>{say("ofOther", { owner: view?.owner ?? "" })}</p>
        )}
        <Checkbox isSelected={isDefault} onChange={setDefault}>
          {say("makeDefault")}
        </Checkbox>
        {view !== null && isOwn ? (
          <Checkbox isSelected={takesShown} onChange={setTakesShown} description={say("takesShownHelp")}>
            {say("takesShown")}
          </Checkbox>
        ) : null}
      </form>
    </Dialog>
  );
}
