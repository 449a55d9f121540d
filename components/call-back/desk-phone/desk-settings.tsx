"use client";

import { LogIn, LogOut, Plug, Unplug } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import type { DeskPhone } from "@/components/call-back/desk-phone/use-desk-phone";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { messageKey } from "@/lib/catalog/message-key";
import { type DndOption, dndOptionsOf } from "@/lib/configuration/phone";
import type { PhoneDto } from "@/lib/contract/phone";
import type { DisplayDto } from "@/lib/contract/phone-in-use";

type DeskSettingsProps = { desk: DeskPhone; display: DisplayDto };

/** What is done with a phone beside its keys: the plug, Do Not Disturb, Extension Mobility. */
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
      {phone?.extensionMobility ? <ExtensionMobility desk={desk} user={display.user} /> : null}
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

function ExtensionMobility({ desk, user }: { desk: DeskPhone; user: string | null }) {
  const t = useTranslations("deskPhone");
  const [isOpen, setOpen] = useState(false);
  if (user !== null) {
    return (
      <Button size="small" variant="quiet" icon={<LogOut />} onPress={() => desk.act({ action: "logout" })}>
        {t("logout", { user })}
      </Button>
    );
  }
  return (
    <>
      <Button size="small" variant="quiet" icon={<LogIn />} onPress={() => setOpen(true)}>
        {t("login")}
      </Button>
      {isOpen ? <Login desk={desk} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function Login({ desk, onClose }: { desk: DeskPhone; onClose: () => void }) {
  const t = useTranslations("deskPhone");
  const [userId, setUserId] = useState("");
  function submit(event: FormEvent) {
    event.preventDefault();
    if (userId.trim() === "") return;
    desk.act({ action: "login", userId: userId.trim() });
    onClose();
  }
  return (
    <Dialog isOpen onOpenChange={onClose} size="small" title={t("loginTitle", { name: desk.name })}>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <p>{t("loginBody")}</p>
        <TextField label={t("userId")} value={userId} onChange={setUserId} autoFocus isRequired />
        <Button type="submit" variant="primary" icon={<LogIn />} className="self-end">
          {t("login")}
        </Button>
      </form>
    </Dialog>
  );
}
