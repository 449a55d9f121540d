"use client";

import { useQuery } from "@tanstack/react-query";
import { SquareStack } from "lucide-react";
import { ExportLink } from "@/components/console/find-and-list/export-link";
import { FindAndList } from "@/components/console/find-and-list/find-and-list";
import type { ListPage, ListQuery } from "@/components/console/find-and-list/types";
import { useListPage } from "@/components/console/find-and-list/use-list-page";
import { useNavigate } from "@/components/console/navigation-guard";
import { DeleteSelectedStored } from "@/components/console/object/delete-selected-stored";
import { EditSelectedStored } from "@/components/console/object/edit-selected-stored";
import { useListColumns } from "@/components/console/object/list-columns";
import { listField } from "@/components/console/object/list-field";
import { AddNewButton } from "@/components/console/object/object-buttons";
import type { ObjectKind } from "@/components/console/object/object-description";
import { useObjectWords } from "@/components/console/object/use-object-words";
import { Page } from "@/components/console/page";
import { EmptyState } from "@/components/ui/empty-state";
import { objectsQuery, type StoredObject } from "@/lib/client/configuration";
import { identityKey, identityOf } from "@/lib/client/object-identity";
import { newPath, pathOf } from "@/lib/client/object-path";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import { isPatternKind } from "@/lib/configuration/named-object";

function useObjects(query: ListQuery, resource: string): ListPage<StoredObject> {
  return useListPage<StoredObject>(useQuery(objectsQuery(resource as ConfigurationKind, query)));
}

/** *Find and List* of a kind. */
export function FindObjects({ object, mayUpdate }: { object: ObjectKind; mayUpdate: boolean }) {
  const { kind, canCreate = true, canDelete = true, isStandard, isBuiltIn, SelectionActions } = object;
  const navigate = useNavigate();
  const words = useObjectWords(object);
  const columns = useListColumns(object, words, mayUpdate);
  const fields = [...object.searched, { field: "updatedBy" }].map((searched) => listField(searched, words));
  return (
    <Page
      isList
      at={kind}
      title={words.translate("findAndList.title", { objects: words.plural })}
      actions={
        <>
          {mayUpdate && canCreate ? <AddNewButton isPrimary onPress={() => navigate(newPath(kind))} /> : null}
          <ExportLink kind={kind} />
        </>
      }
    >
      <FindAndList
        resource={kind}
        objects={words.plural}
        fields={fields}
        columns={columns}
        useList={useObjects}
        rowKey={(item) => identityKey(identityOf(kind, item))}
        rowHref={(item) => pathOf(kind, identityOf(kind, item))}
        isSelectable={(item) => !isStandard?.(item) && !isBuiltIn?.(item)}
        initialSort={isPatternKind(kind) ? "pattern" : "name"}
        {...(mayUpdate
          ? {
              selectionActions: (selection, clear) => (
                <>
                  <EditSelectedStored kind={kind} selection={selection} />
                  {SelectionActions ? <SelectionActions selection={selection} /> : null}
                  {canDelete ? (
                    <DeleteSelectedStored
                      object={object}
                      words={words}
                      selection={selection}
                      onDeleted={clear}
                    />
                  ) : null}
                </>
              ),
            }
          : {})}
        empty={
          <EmptyState icon={<SquareStack aria-hidden />} title={words.say("list.empty")}>
            {words.say("list.emptyBody")}
          </EmptyState>
        }
      />
    </Page>
  );
}
