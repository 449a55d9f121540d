"use client";

import { PhoneOff, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { DeskKeys } from "@/components/call-back/desk-phone/desk-keys";
import { DeskSettings } from "@/components/call-back/desk-phone/desk-settings";
import { DialField } from "@/components/call-back/desk-phone/dial-field";
import { DarkGlass, Glass } from "@/components/call-back/desk-phone/glass";
import { Handset } from "@/components/call-back/desk-phone/handset";
import { Keypad } from "@/components/call-back/desk-phone/keypad";
import { SoftkeyRow } from "@/components/call-back/desk-phone/softkey-row";
import { type DeskPhone as Desk, useDeskPhone } from "@/components/call-back/desk-phone/use-desk-phone";
import { usePhoneWords } from "@/components/call-back/desk-phone/use-phone-words";
import { PhoneFront } from "@/components/console/phone-picture/phone-front";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { IconButton } from "@/components/ui/icon-button";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { type PhoneFace, phoneFace } from "@/lib/catalog/phone-faces";
import { phoneModel, shortModelName } from "@/lib/catalog/phone-models";
import { objectPath } from "@/lib/client/object-path";
import type { DisplayDto } from "@/lib/contract/phone-operation";

type DeskPhoneProps = {
  /** The device name, or `{cluster}:{pattern}`. */
  name: string;
  /** A number that it offers to dial while none is typed. */
  offeredNumber: string | null;
  /** The keyboard works on this phone. */
  isActive: boolean;
  onActivate: () => void;
  onRemove: () => void;
  /** Another phone takes its place. */
  onReplace: (phone: string) => void;
};

/** Of phones of other clusters nothing is known but that they work. */
const plainFace: PhoneFace = { place: "screen", callKeys: 0, confidence: "memory" };
const plainSoftkeys = 4;

/** A phone on the desk: it looks like its model, shows what the phone shows now, and every key works. */
export function DeskPhone({
  name,
  offeredNumber,
  isActive,
  onActivate,
  onRemove,
  onReplace,
}: DeskPhoneProps) {
  const t = useTranslations("deskPhone");
  const desk = useDeskPhone(name);
  const frame = useRef<HTMLElement>(null);
  const number = numberOf(desk);
  return (
    <section
      ref={frame}
      tabIndex={-1}
      aria-label={desk.isRemote ? remoteName() : t("phoneNamed", { number, name })}
      onFocus={onActivate}
      onPointerDown={({ target }) => {
        onActivate();
        // Keys leave the focus alone, so that Enter and digits mean the phone and not the key pressed last.
        if (!(target instanceof Element && target.closest("input")))
          frame.current?.focus({ preventScroll: true });
      }}
      className={cx(
        "flex flex-col gap-3 rounded-panel border bg-sunken p-3 outline-none",
        isActive ? "border-accent shadow-[0_0_0_1px_var(--accent)]" : "border-line-strong",
      )}
    >
      <header className="flex min-w-0 items-center gap-2">
        <h2 className="text-base font-semibold tabular-nums">{number}</h2>
        <span className="min-w-0 flex-1 truncate text-xs text-muted">
          {desk.isGone ? null : <DeviceLink desk={desk} />}
        </span>
        <IconButton size="small" label={t("removePhone", { name })} onPress={onRemove}>
          <X />
        </IconButton>
      </header>
      {desk.display ? (
        <Works
          desk={desk}
          display={desk.display}
          number={number}
          offeredNumber={offeredNumber}
          isActive={isActive}
        />
      ) : null}
      {desk.isGone ? (
        <div role="status">
          {desk.renamedTo === null ? (
            <Notice tone="bad">{t("gone", { name })}</Notice>
          ) : (
            <Renamed name={name} to={desk.renamedTo} onReplace={onReplace} />
          )}
        </div>
      ) : null}
    </section>
  );

  function remoteName() {
    return t("remotePhone", { number, cluster: name.slice(0, name.lastIndexOf(":")) });
  }
}

function Renamed({ name, to, onReplace }: { name: string; to: string; onReplace: (phone: string) => void }) {
  const t = useTranslations("deskPhone");
  return (
    <Notice tone="caution">
      <p>{t("renamed", { name, to })}</p>
      <div className="mt-2">
        <Button size="small" onPress={() => onReplace(to)}>
          {t("goOnWith", { name: to })}
        </Button>
      </div>
    </Notice>
  );
}

/** The number by which people call it: the one of its first line. */
function numberOf({ name, isRemote, display, phone }: Desk): string {
  if (isRemote) return name.slice(name.lastIndexOf(":") + 1);
  return display?.lines[0]?.directoryNumber ?? phone?.lines[0]?.directoryNumber ?? name;
}

function DeviceLink({ desk: { name, display, isRemote } }: { desk: Desk }) {
  const t = useTranslations("deskPhone");
  const path = isRemote
    ? objectPath("remoteCluster", name.slice(0, name.lastIndexOf(":")))
    : objectPath("phone", name);
  return (
    <>
      {path === null ? (
        name
      ) : (
        <Link href={path} aria-label={t("openConfiguration", { name })} className="font-mono">
          {name}
        </Link>
      )}
      {display && !isRemote ? ` · ${shortModelName(display.model)}` : null}
    </>
  );
}

type WorksProps = {
  desk: Desk;
  display: DisplayDto;
  number: string;
  offeredNumber: string | null;
  isActive: boolean;
};

function Works({ desk, display, number, offeredNumber, isActive }: WorksProps) {
  const words = usePhoneWords(display.userLocale);
  const registrationName = useTranslations("phone.registration");
  const { isRemote, act } = desk;
  const model = phoneModel(display.model);
  const count = model?.softkeysOnScreen ?? plainSoftkeys;
  const isRegistered =
    display.registration === "registered" || display.registration === "partiallyRegistered";
  return (
    <>
      {isRegistered ? null : (
        <p role="status" className="flex items-center gap-1 text-xs text-muted">
          <PhoneOff aria-hidden className="size-3.5 shrink-0" />
          {registrationName(display.registration)}
        </p>
      )}
      <PhoneFront
        face={phoneFace(display.model) ?? plainFace}
        buttons={display.buttons.map(({ position, feature, label, lamp }) => ({
          position,
          feature,
          text: isRegistered ? words.button(feature, label) : "",
          lamp,
        }))}
        current={null}
        isDark={!isRegistered}
        onPress={(position) => act({ action: "pressButton", position })}
        screen={
          isRegistered ? (
            <Glass display={display} number={number} digits={desk.digits} words={words} />
          ) : (
            <DarkGlass />
          )
        }
      />
      {count > 0 ? (
        <SoftkeyRow
          screenKeys={display.screen?.softkeys ?? []}
          // A screen on the idle phone has its own keys only; during a call those of the call are needed as well.
          softkeys={display.screen && display.calls.length === 0 ? [] : display.softkeys}
          count={count}
          words={words}
          onPress={(softkey) => act({ action: "pressSoftkey", softkey })}
          hasKeyboard={isActive}
        />
      ) : null}
      <div className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-3">
        <Handset desk={desk} display={display} />
        <Keypad onDigit={desk.typeDigit} />
      </div>
      <DialField
        desk={desk}
        offeredNumber={offeredNumber}
        supportsVideo={isRemote || (model?.supportsVideo ?? false)}
        isDisabled={!isRegistered}
      />
      <DeskSettings desk={desk} display={display} />
      {isActive ? <DeskKeys desk={desk} isLifted={display.hook === "off"} /> : null}
    </>
  );
}
