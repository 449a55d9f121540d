"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { DeleteObject } from "@/components/console/deletion/delete-object";
import { DependencyList } from "@/components/console/deletion/dependency-list";
import { InheritorList } from "@/components/console/deletion/inheritor-list";
import { useDeleteObject } from "@/components/console/deletion/use-delete-object";
import { softkeyTemplateListPath } from "@/lib/client/paths";
import {
  refreshSoftkeyTemplates,
  removeSoftkeyTemplateMutation,
  softkeyTemplateDependenciesQuery,
} from "@/lib/client/softkey-template";
import { checkDelete } from "@/lib/configuration/softkey-template";
import type { SoftkeyTemplateDto } from "@/lib/contract/softkey-template";

type DeleteTemplateProps = { template: SoftkeyTemplateDto; onClose: () => void };

/** Asks before the template is deleted; one that must stay is refused with the reason and the next step (SK-05). */
export function DeleteTemplate({ template, onClose }: DeleteTemplateProps) {
  const t = useTranslations("softkeyTemplate");
  const { name } = template;
  const client = useQueryClient();
  const { mutateAsync } = useMutation(removeSoftkeyTemplateMutation());
  const { remove, isPending } = useDeleteObject({
    name,
    remove: async () => {
      await mutateAsync({ params: { name } });
      await refreshSoftkeyTemplates(client, { refetch: false });
    },
    listPath: softkeyTemplateListPath,
    onRefused: onClose,
  });
  const { data } = useQuery({ ...softkeyTemplateDependenciesQuery(name), staleTime: 0 });
  const dependencies = data?.items ?? [];
  return (
    <DeleteObject
      name={name}
      problems={checkDelete(template, dependencies)}
      details={
        <>
          <DependencyList dependencies={dependencies} counts={data?.counts ?? []} />
          {data ? <InheritorList {...data.inheritedBy} /> : null}
        </>
      }
      question={
        <>
          <p>{t("delete.confirm")}</p>
          {/* It has its place before it is known: the buttons must not move under the pointer. */}
          <p className={`mt-2 text-muted ${data ? "" : "invisible"}`}>{t("dependencies.none")}</p>
        </>
      }
      reassignable={{ kind: "softkeyTemplate", identity: { name, partition: null } }}
      isPending={isPending}
      onDelete={remove}
      onClose={onClose}
    />
  );
}
