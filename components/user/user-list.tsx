"use client";

import { useQuery } from "@tanstack/react-query";
import { Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { choiceField } from "@/components/console/find-and-list/choice-field";
import { FindAndList } from "@/components/console/find-and-list/find-and-list";
import type { ListColumn, ListPage, ListQuery } from "@/components/console/find-and-list/types";
import { useListPage } from "@/components/console/find-and-list/use-list-page";
import { LocalTime } from "@/components/console/local-time";
import { useNavigate } from "@/components/console/navigation-guard";
import { AddNewButton } from "@/components/console/object/object-buttons";
import { Page } from "@/components/console/page";
import { useTranslate } from "@/components/console/use-translate";
import { EmptyState } from "@/components/ui/empty-state";
import { roles } from "@/lib/catalog/roles";
import { newUserPath, userPath } from "@/lib/client/paths";
import { usersQuery } from "@/lib/client/user";
import type { UserDto } from "@/lib/contract/user";

/** *Find and List Users*. */
export function UserList({ mayUpdate }: { mayUpdate: boolean }) {
  const t = useTranslations();
  const translate = useTranslate();
  const navigate = useNavigate();
  const columns = useColumns();
  return (
    <Page
      isList
      at="user"
      title={t("findAndList.title", { objects: t("userManagement.user.objects") })}
      {...(mayUpdate
        ? {
            actions: <AddNewButton onPress={() => navigate(newUserPath)} />,
          }
        : {})}
    >
      <FindAndList
        resource="user"
        objects={t("userManagement.user.objects")}
        fields={[
          { name: "name", label: t("userManagement.user.name") },
          { name: "fullName", label: t("userManagement.user.fullName") },
          choiceField(translate, {
            name: "role",
            label: t("userManagement.user.role"),
            values: roles,
            words: "catalogue.role",
          }),
        ]}
        columns={columns}
        useList={useUsers}
        rowKey={({ name }) => name}
        rowHref={({ name }) => userPath(name)}
        empty={
          <EmptyState icon={<Users aria-hidden />} title={t("userManagement.user.empty.title")}>
            {t("userManagement.user.empty.body")}
          </EmptyState>
        }
      />
    </Page>
  );
}

function useColumns(): ListColumn<UserDto>[] {
  const t = useTranslations();
  return [
    {
      id: "name",
      label: t("userManagement.user.name"),
      sortField: "name",
      isRowHeader: true,
      render: ({ name }) => name,
    },
    {
      id: "fullName",
      label: t("userManagement.user.fullName"),
      sortField: "fullName",
      render: ({ fullName }) => fullName,
    },
    {
      id: "role",
      label: t("userManagement.user.role"),
      sortField: "role",
      render: ({ role }) => t(`catalogue.role.${role}`),
    },
    {
      id: "apiKeyCount",
      label: t("userManagement.user.apiKeys"),
      isNumber: true,
      render: ({ apiKeyCount }) => apiKeyCount,
    },
    {
      id: "updatedAt",
      label: t("userManagement.user.changed"),
      sortField: "updatedAt",
      render: ({ updatedAt }) => <LocalTime at={updatedAt} isShort />,
    },
  ];
}

function useUsers(query: ListQuery): ListPage<UserDto> {
  return useListPage(useQuery(usersQuery(query)));
}
