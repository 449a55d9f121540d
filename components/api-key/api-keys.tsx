"use client";

import { useQuery } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ApiKeyTable } from "@/components/api-key/api-key-table";
import { NewApiKey } from "@/components/api-key/new-api-key";
import { ShowApiKey } from "@/components/api-key/show-api-key";
import { AddNewButton } from "@/components/console/object/object-buttons";
import { Page } from "@/components/console/page";
import { useRefusalText } from "@/components/console/refusal-text";
import { useStatus } from "@/components/console/status";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { isAllowed, type Role } from "@/lib/catalog/roles";
import { refusalOf } from "@/lib/client/api-error";
import { apiKeysQuery } from "@/lib/client/api-key";

/** *API Key*: the keys with which programs act as the person who is signed in; administrators see everybody's. */
export function ApiKeys({ role }: { role: Role }) {
  const t = useTranslations();
  const status = useStatus();
  const refusalText = useRefusalText();
  const [shown, setShown] = useState<"own" | "everyone">("own");
  const isOfEveryone = shown === "everyone";
  const { data, error } = useQuery(apiKeysQuery(isOfEveryone ? shown : undefined));
  const [isMaking, setMaking] = useState(false);
  const [made, setMade] = useState<{ name: string; owner: string; key: string } | null>(null);
  return (
    <Page
      at="apiKey"
      title={t("userManagement.apiKey.title")}
      actions={
        <AddNewButton
          onPress={() => {
            status.clear();
            setMaking(true);
          }}
        />
      }
    >
      <div className="flex flex-col gap-4 pt-4">
        <p className="max-w-3xl px-4 text-muted">
          {t("userManagement.apiKey.intro", { role: t(`catalogue.role.${role}`) })}
        </p>
        {isAllowed(role, "apiKey", "read") ? (
          <div className="px-4">
            <SegmentedControl
              label={t("userManagement.apiKey.whose")}
              options={[
                { id: "own", label: t("userManagement.apiKey.mine") },
                { id: "everyone", label: t("userManagement.apiKey.everyones") },
              ]}
              value={shown}
              onChange={setShown}
            />
          </div>
        ) : null}
        {made ? <ShowApiKey name={made.name} apiKey={made.key} onDone={() => setMade(null)} /> : null}
        {error && !data ? (
          <div role="alert" className="px-4">
            <Notice tone="bad">{refusalText(refusalOf(error))}</Notice>
          </div>
        ) : null}
        {data ? (
          <ApiKeyTable
            apiKeys={data.items}
            isOfEveryone={isOfEveryone}
            onRevoked={({ name, owner }) =>
              setMade((shown) => (shown?.name === name && shown.owner === owner ? null : shown))
            }
            empty={
              <EmptyState
                icon={<KeyRound aria-hidden />}
                title={t(`userManagement.apiKey.empty.${isOfEveryone ? "titleOfEveryone" : "title"}`)}
              >
                {t("userManagement.apiKey.empty.body")}
              </EmptyState>
            }
          />
        ) : null}
        {data && data.total > data.items.length ? (
          <div className="px-4">
            <Notice tone="info">
              {t("userManagement.apiKey.more", { shown: data.items.length, total: data.total })}
            </Notice>
          </div>
        ) : null}
      </div>
      {isMaking ? <NewApiKey role={role} onMade={setMade} onClose={() => setMaking(false)} /> : null}
    </Page>
  );
}
