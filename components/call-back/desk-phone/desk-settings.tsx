"use client";

import { Plug, Unplug } from "lucide-react";
import { useTranslations } from "next-intl";
import { ExtensionMobility } from "@/components/call-back/desk-phone/extension-mobility";
import type { DeskPhone } from "@/components/call-back/desk-phone/use-desk-phone";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { messageKey } from "@/lib/catalog/message-key";
import { type DndOption, dndOptionsOf } from "@/lib/configuration/phone";
import type { PhoneDto } from "@/lib/contract/phone";
import type { DisplayDto } from "@/lib/contract/phone-operation";

type DeskSettingsProps = { desk: DeskPhone; display: DisplayDto };

/** What is done with a phone beside its keys: the plug, Do Not Disturb, and Extension Mobility where it is enabled. */
export function DeskSettings({ desk, display }: DeskSettingsProps) {
  const t = useTranslations("deskPhone");
  const isPlugged = display.registration !== "unregistered" && display.registration !== "neverRegistered";
  const { phone } = desk;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button
        size="small"
        variant="quiet"
        icon={isPlugged ? <Unplug /> : <Plug />}
        onPress={() => desk.act({ action: isPlugged ? "unplug" : "plugIn" })}
      >
        {t(isPlugged ? "unplug" : "plugIn")}
      </Button>
      {phone ? <DoNotDisturb desk={desk} phone={phone} dnd={display.dnd} /> : null}
      {phone?.extensionMobility || display.user !== null ? (
        <ExtensionMobility desk={desk} display={display} />
      ) : null}
    </div>
  );
}

type DoNotDisturbProps = { desk: DeskPhone; phone: PhoneDto; dnd: DisplayDto["dnd"] };

function DoNotDisturb({ desk, phone, dnd: { status, option } }: DoNotDisturbProps) {
  const t = useTranslations("deskPhone");
  const optionName = useTranslations("catalogue.dndOption");
  const options = dndOptionsOf(phone.model, phone.protocol);
  function choose(chosen: DndOption | "off") {
    desk.act({ action: "setDnd", status: chosen !== "off", option: chosen === "off" ? option : chosen });
  }
  return (
    <div className="flex items-center gap-1.5 text-xs text-muted">
      <span aria-hidden>DND</span>
      <Select
        label={t("dnd")}
        isLabelHidden
        size="small"
        className="w-32"
        value={status ? option : "off"}
        options={[
          { id: "off", label: t("dndOff") },
          ...options.map((id) => ({ id, label: optionName(messageKey(id)) })),
        ]}
        onChange={choose}
      />
    </div>
  );
}
