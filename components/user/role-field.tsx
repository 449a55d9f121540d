"use client";

import { useTranslations } from "next-intl";
import { type Control, useController } from "react-hook-form";
import { cx } from "@/components/ui/cx";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { UserFields } from "@/components/user/content";
import { roles } from "@/lib/catalog/roles";

/** The *Role* drop-down, and beside it what each role may do. */
export function RoleField({ control, isReadOnly }: { control: Control<UserFields>; isReadOnly: boolean }) {
  const t = useTranslations();
  const { field } = useController({ control, name: "role" });
  const label = t("userManagement.user.role");
  return (
    <>
      {isReadOnly ? (
        <TextField label={label} value={t(`catalogue.role.${field.value}`)} isReadOnly className="max-w-xl" />
      ) : (
        <Select
          label={label}
          options={roles.map((role) => ({ id: role, label: t(`catalogue.role.${role}`) }))}
          value={field.value}
          onChange={field.onChange}
          isRequired
          className="max-w-xl"
        />
      )}
      <section aria-labelledby="role-explanation" className="max-w-xl text-xs lg:row-span-4 lg:col-start-2!">
        <h2 id="role-explanation" className="font-medium text-muted">
          {t("userManagement.user.roles.title")}
        </h2>
        <dl className="mt-1 border-s border-line">
          {roles.map((role) => (
            <div
              key={role}
              className={cx(
                "-ms-px border-s-2 py-1 ps-3",
                role === field.value ? "border-accent" : "border-transparent",
              )}
            >
              <dt className="font-medium">{t(`catalogue.role.${role}`)}</dt>
              <dd className="text-muted">{t(`userManagement.user.roles.${role}`)}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-2 text-muted">{t("userManagement.user.roles.everyone")}</p>
      </section>
    </>
  );
}
