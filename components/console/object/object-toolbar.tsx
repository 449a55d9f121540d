"use client";

import { Copy, Trash2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useNavigate } from "@/components/console/navigation-guard";
import type { Access } from "@/components/console/object/access";
import { AddNewButton, SaveButton } from "@/components/console/object/object-buttons";
import type { ObjectKind } from "@/components/console/object/object-description";
import type { AnyObject } from "@/components/console/object/object-fields";
import { ToolbarButton } from "@/components/console/toolbar";
import type { StoredObject } from "@/lib/client/configuration";
import { isActionKind } from "@/lib/client/device";
import { identityOf } from "@/lib/client/object-identity";
import { newPath } from "@/lib/client/object-path";

// Most kinds have none.
const DeviceActions = dynamic(() =>
  import("@/components/console/device/device-actions").then((module) => module.DeviceActions),
);

type ObjectToolbarProps = {
  object: ObjectKind;
  stored: StoredObject;
  draft: AnyObject;
  isUnsaved: boolean;
  access: Access;
  isSaving: boolean;
  onSave: () => void;
  onDelete: () => void;
};

/** The toolbar of an object's page, in the order of Unified CM; what cannot be done is not there. */
export function ObjectToolbar(props: ObjectToolbarProps) {
  const { object, stored, draft, isUnsaved, access, isSaving, onSave, onDelete } = props;
  const { kind, Actions } = object;
  const t = useTranslations("common");
  const navigate = useNavigate();
  return (
    <>
      {access.canSave ? <SaveButton isPending={isSaving} onPress={onSave} /> : null}
      {access.canDelete ? (
        <ToolbarButton id="delete" icon={<Trash2 aria-hidden />} label={t("delete")} onPress={onDelete} />
      ) : null}
      {access.canCopy ? (
        <ToolbarButton
          id="copy"
          icon={<Copy aria-hidden />}
          label={t("copy")}
          onPress={() => navigate(newPath(kind, identityOf(kind, stored)))}
        />
      ) : null}
      {Actions ? <Actions object={stored} draft={draft} isUnsaved={isUnsaved} /> : null}
      {isActionKind(kind) ? (
        <DeviceActions kind={kind} name={String(stored.name)} isUnsaved={isUnsaved} />
      ) : null}
      {access.canCreate ? <AddNewButton onPress={() => navigate(newPath(kind))} /> : null}
    </>
  );
}
