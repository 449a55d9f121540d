"use client";

import { useQuery } from "@tanstack/react-query";
import { Grid2x2, SquareStack } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { ExportLink } from "@/components/console/find-and-list/export-link";
import { FindAndList } from "@/components/console/find-and-list/find-and-list";
import type { ListColumn, ListPage, ListQuery } from "@/components/console/find-and-list/types";
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
import { ToolbarButton } from "@/components/console/toolbar";
import { EmptyState } from "@/components/ui/empty-state";
import { objectsQuery, type StoredObject } from "@/lib/client/configuration";
import { identityKey, identityOf } from "@/lib/client/object-identity";
import { newPath, pathOf } from "@/lib/client/object-path";
import type { ConfigurationKind } from "@/lib/configuration/dependencies";
import { isPatternKind } from "@/lib/configuration/named-object";

// Most visits only look.
const GridEdit = dynamic(() =>
  import("@/components/console/grid-edit/grid-edit").then((module) => module.GridEdit),
);

/** Whether the rows are edited as cells: not, or their columns are being chosen, or these are. */
type GridState = { readonly columns: readonly string[] | null } | null;

function useObjects(query: ListQuery, resource: string): ListPage<StoredObject> {
  return useListPage<StoredObject>(useQuery(objectsQuery(resource as ConfigurationKind, query)));
}

/** *Find and List* of a kind. */
export function FindObjects({ object, mayUpdate }: { object: ObjectKind; mayUpdate: boolean }) {
  const { kind, canCreate = true, canDelete = true, canEdit = true } = object;
  const { isStandard, isBuiltIn, SelectionActions } = object;
  const [grid, setGrid] = useState<GridState>(null);
  const isGrid = grid !== null && grid.columns !== null;
  const navigate = useNavigate();
  const words = useObjectWords(object);
  const columns = useListColumns(object, words, mayUpdate);
  const fields = [...object.searched, { field: "updatedBy" }].map((searched) => listField(searched, words));
  function closeGrid() {
    setGrid(null);
    // What had the focus goes with the cells; a dialog gives it back by itself.
    if (isGrid) document.querySelector<HTMLElement>("#content h1")?.focus({ preventScroll: true });
  }
  const cells = (items: readonly StoredObject[], shown: readonly ListColumn<StoredObject>[]) => (
    <GridEdit
      object={object}
      words={words}
      items={items}
      columns={shown}
      chosen={grid?.columns ?? null}
      onChoose={(chosen) => setGrid({ columns: chosen })}
      onClose={closeGrid}
    />
  );
  return (
    <Page
      isList
      at={kind}
      title={words.translate("findAndList.title", { objects: words.plural })}
      actions={
        isGrid ? undefined : (
          <>
            {mayUpdate && canCreate ? (
              <AddNewButton isPrimary onPress={() => navigate(newPath(kind))} />
            ) : null}
            <ExportLink kind={kind} />
            {mayUpdate && canEdit ? (
              // Cells want room beside each other, which cards do not have.
              <span className="contents max-sm:hidden">
                <ToolbarButton
                  id="editInGrid"
                  icon={<Grid2x2 aria-hidden />}
                  label={words.translate("gridEdit.open")}
                  onPress={() => setGrid({ columns: null })}
                />
              </span>
            ) : null}
          </>
        )
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
        instead={isGrid ? cells : null}
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
      {grid !== null && !isGrid ? cells([], []) : null}
    </Page>
  );
}
