"use client";

import { CircleSlash, Clock } from "lucide-react";
import { useNow, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { RevokeApiKey } from "@/components/api-key/revoke-api-key";
import { LocalTime } from "@/components/console/local-time";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Cell, Column, Row, Table, TableBody, TableHeader } from "@/components/ui/table";
import type { ApiKeyDto } from "@/lib/contract/api-key";

type ApiKeyTableProps = {
  apiKeys: readonly ApiKeyDto[];
  onRevoked: (name: string) => void;
  empty: ReactNode;
};

/** The keys with their first characters, life and last use; the key itself is not known any more. */
export function ApiKeyTable({ apiKeys, onRevoked, empty }: ApiKeyTableProps) {
  const t = useTranslations("userManagement.apiKey");
  const now = useNow();
  const [asked, setAsked] = useState<string | null>(null);
  const time = (at: string | null) => (at === null ? t("never") : <LocalTime at={at} />);
  return (
    <div className="border-t border-line max-lg:overflow-x-auto max-lg:[&_table]:min-w-3xl">
      <Table aria-label={t("title")}>
        <TableHeader>
          <Column isRowHeader className="ps-4">
            {t("name")}
          </Column>
          <Column>{t("start")}</Column>
          <Column>{t("createdAt")}</Column>
          <Column>{t("expiresAt")}</Column>
          <Column>{t("lastUsedAt")}</Column>
          <Column className="pe-4">{t("actions")}</Column>
        </TableHeader>
        <TableBody renderEmptyState={() => empty}>
          {apiKeys.map(({ name, start, createdAt, expiresAt, lastUsedAt }) => (
            <Row key={name} id={name}>
              <Cell className="ps-4 font-medium">{name}</Cell>
              <Cell className="font-mono">{start}…</Cell>
              <Cell>{time(createdAt)}</Cell>
              <Cell>
                <span className="flex flex-wrap items-center gap-2">
                  {time(expiresAt)}
                  {expiresAt !== null && new Date(expiresAt) <= now ? (
                    <Badge tone="caution" icon={<Clock aria-hidden />}>
                      {t("expired")}
                    </Badge>
                  ) : null}
                </span>
              </Cell>
              <Cell>{time(lastUsedAt)}</Cell>
              <Cell className="pe-4">
                <Button
                  size="small"
                  icon={<CircleSlash aria-hidden />}
                  aria-label={t("revokeNamed", { name })}
                  onPress={() => setAsked(name)}
                >
                  {t("revoke")}
                </Button>
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
      {asked === null ? null : (
        <RevokeApiKey name={asked} onRevoked={() => onRevoked(asked)} onClose={() => setAsked(null)} />
      )}
    </div>
  );
}
