"use client";

import { useTranslations } from "next-intl";
import { LocalTime } from "@/components/console/local-time";
import { ThreeWayView } from "@/components/console/three-way-view";
import { useChoices } from "@/components/console/use-choices";
import { contentOf, type UserFields } from "@/components/user/content";
import type { StaleSave } from "@/components/user/use-save-user";
import { isRole } from "@/lib/catalog/roles";
import { compareUsers, type MergedUserField, mergeUser } from "@/lib/configuration/user-merge";

type SettleStaleSaveProps = {
  stale: StaleSave;
  isPending: boolean;
  /** Stores the settled fields on top of what is stored now. */
  onSave: (fields: UserFields) => void;
  onCancel: () => void;
};

/** Somebody else saved the user first: shows both changes and lets the person choose field by field. */
export function SettleStaleSave({ stale, isPending, onSave, onCancel }: SettleStaleSaveProps) {
  const t = useTranslations();
  const theirs = contentOf(stale.current);
  const compared = compareUsers(stale.base, theirs, stale.fields);

  function valueText(field: MergedUserField["field"], value: string): string {
    if (field === "role" && isRole(value)) return t(`catalogue.role.${value}`);
    return value === "" ? t("userManagement.user.none") : value;
  }
  const shown = compared.flatMap(({ field, base, theirs: stored, yours, status }: MergedUserField) =>
    status === "same"
      ? []
      : {
          id: field,
          label: t(`userManagement.user.${field}`),
          base: valueText(field, base),
          theirs: valueText(field, stored),
          yours: valueText(field, yours),
          status,
        },
  );
  const { choiceOf, choose } = useChoices(shown);
  return (
    <ThreeWayView
      intro={
        <>
          {t("userManagement.user.stale.intro", { version: stale.current.version })}{" "}
          {stale.fields.password === "" ? null : t("userManagement.user.stale.password")}{" "}
          <span className="text-muted">
            <LocalTime at={stale.current.updatedAt} />
          </span>
        </>
      }
      fields={shown}
      choiceOf={choiceOf}
      onChoose={choose}
      onSave={() => onSave({ ...stale.fields, ...mergeUser(theirs, stale.fields, choiceOf) })}
      onCancel={onCancel}
      isPending={isPending}
    />
  );
}
