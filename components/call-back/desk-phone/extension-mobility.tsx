"use client";

import { useQuery } from "@tanstack/react-query";
import { LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { DeskPhone } from "@/components/call-back/desk-phone/use-desk-phone";
import { useSettled } from "@/components/console/use-settled";
import { Button } from "@/components/ui/button";
import { SearchSelect } from "@/components/ui/search-select";
import { offeredProfilesQuery } from "@/lib/client/phone-operation";
import type { DisplayDto } from "@/lib/contract/phone-operation";

const settleMilliseconds = 150;

type ExtensionMobilityProps = { desk: DeskPhone; display: DisplayDto };

/** Login to the phone with a device profile, or who is logged in and *Log out* [IN-08]. */
export function ExtensionMobility({ desk, display: { user, registration } }: ExtensionMobilityProps) {
  const t = useTranslations("deskPhone");
  const isThere = registration === "registered" || registration === "partiallyRegistered";
  if (user === null) return <LogIn desk={desk} isDisabled={!isThere} />;
  return (
    <span className="flex items-center gap-1.5 text-xs text-muted">
      <span>{t("user", { user })}</span>
      <Button
        size="small"
        variant="quiet"
        icon={<LogOut />}
        isDisabled={!isThere}
        onPress={() => desk.act({ action: "logout" })}
      >
        {t("logOut")}
      </Button>
    </span>
  );
}

/** The device profiles are looked for by what is typed, once the list is open. */
function LogIn({ desk, isDisabled }: { desk: DeskPhone; isDisabled: boolean }) {
  const t = useTranslations("deskPhone");
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState("");
  const settledText = useSettled(text.trim(), settleMilliseconds);
  const { data, isFetching } = useQuery({ ...offeredProfilesQuery(settledText), enabled: isOpen });
  const items = data?.items ?? [];
  const more = (data?.total ?? 0) - items.length;
  return (
    <SearchSelect
      label={t("logInLabel")}
      isLabelHidden
      size="small"
      className="w-32"
      isDisabled={isDisabled}
      options={items.map(({ userId, name }) => ({ id: userId, label: `${userId} · ${name}` }))}
      value={null}
      valueText={t("logIn")}
      onChange={(userId) => desk.act({ action: "login", userId })}
      searchLabel={t("logInSearch")}
      onSearch={setText}
      onOpenChange={setOpen}
      empty={isFetching || settledText !== text.trim() ? null : t("logInNothing")}
      {...(more > 0 ? { footer: t("addMore", { count: more }) } : {})}
    />
  );
}
