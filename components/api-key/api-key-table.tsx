"use client";

import { CircleSlash, Clock } from "lucide-react";
import { useNow, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { RevokeApiKey } from "@/components/api-key/revoke-api-key";
import { LocalTime } from "@/components/console/local-time";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Cell, Column, Row, Table, TableBody, TableHeader } from "@/components/ui/table";
import { TableArea } from "@/components/ui/table-area";
import type { ApiKeyDto } from "@/lib/contract/api-key";

type ApiKeyTableProps = {
  apiKeys: readonly ApiKeyDto[];
  /** The keys are everybody's: the table says whose, and each is revoked in its owner's name. */
  isOfEveryone: boolean;
  onRevoked: (apiKey: ApiKeyDto) => void;
  empty: ReactNode;
};

/** The keys with their first characters, life and last use; the key itself is not known any more. */
export function ApiKeyTable({ apiKeys, isOfEveryone, onRevoked, empty }: ApiKeyTableProps) {
  const t = useTranslations("userManagement.apiKey");
  const roleName = useTranslations("catalogue.role");
  const now = useNow();
  const [asked, setAsked] = useState<ApiKeyDto | null>(null);
  const time = (at: string | null) => (at === null ? t("never") : <LocalTime at={at} />);
  return (
    <TableArea className="sm:max-lg:[&_table]:min-w-3xl">
      <Table aria-label={t("title")}>
        <TableHeader>
          <Column isRowHeader className="min-w-40 ps-4">
            {t("name")}
          </Column>
          {isOfEveryone ? <Column>{t("owner")}</Column> : null}
          <Column>{t("start")}</Column>
          <Column>{t("scope")}</Column>
          <Column>{t("createdAt")}</Column>
          <Column>{t("expiresAt")}</Column>
          <Column>{t("lastUsedAt")}</Column>
          <Column className="pe-4">{t("actions")}</Column>
        </TableHeader>
        <TableBody renderEmptyState={() => empty}>
          {apiKeys.map((apiKey) => {
            const { name, owner, start, role, createdAt, expiresAt, lastUsedAt } = apiKey;
            const id = `${owner}\n${name}`;
            return (
              <Row key={id} id={id}>
                <Cell part="name" className="font-medium sm:ps-4">
                  {name}
                </Cell>
                {isOfEveryone ? <Cell label={t("owner")}>{owner}</Cell> : null}
                <Cell label={t("start")} className="font-mono">
                  {start}…
                </Cell>
                <Cell label={t("scope")}>{role === null ? t("scopeOfOwner") : roleName(role)}</Cell>
                <Cell label={t("createdAt")}>{time(createdAt)}</Cell>
                <Cell label={t("expiresAt")}>
                  <span className="flex flex-wrap items-center gap-2">
                    {time(expiresAt)}
                    {expiresAt !== null && new Date(expiresAt) <= now ? (
                      <Badge tone="caution" icon={<Clock aria-hidden />}>
                        {t("expired")}
                      </Badge>
                    ) : null}
                  </span>
                </Cell>
                <Cell label={t("lastUsedAt")}>{time(lastUsedAt)}</Cell>
                <Cell label={t("actions")} className="pe-4">
                  <Button
                    size="small"
                    icon={<CircleSlash aria-hidden />}
                    aria-label={
                      isOfEveryone ? t("revokeNamedOf", { name, owner }) : t("revokeNamed", { name })
                    }
                    onPress={() => setAsked(apiKey)}
                  >
                    {t("revoke")}
                  </Button>
                </Cell>
              </Row>
            );
          })}
        </TableBody>
      </Table>
      {asked === null ? null : (
        <RevokeApiKey
          name={asked.name}
          owner={isOfEveryone ? asked.owner : undefined}
          onRevoked={() => onRevoked(asked)}
          onClose={() => setAsked(null)}
        />
      )}
    </TableArea>
  );
}
