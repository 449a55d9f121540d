"use client";

import { useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { SaveHooks } from "@/components/console/object/object-description";
import { useQuestion } from "@/components/console/use-question";
import { buttonChangeOf, isLoss } from "@/components/phone/save/button-change";
import { ButtonLosses } from "@/components/phone/save/button-losses";
import { PressResetDialog } from "@/components/phone/save/press-reset-dialog";
import type { PhoneContent } from "@/lib/configuration/phone";
import type { PhoneDto } from "@/lib/contract/phone";

// Most saves end without it.
const ObjectAction = dynamic(() =>
  import("@/components/console/device/object-action").then((module) => module.ObjectAction),
);

/** Around a save: what the change does to the buttons is told before, that the phone needs a reset after [PH-05]. */
export function usePhoneSaveHooks(): SaveHooks<PhoneContent, PhoneDto> {
  const t = useTranslations("phone.buttonChange");
  const common = useTranslations("common");
  const client = useQueryClient();
  const losing = useQuestion();
  const [saved, setSaved] = useState<{ name: string; close: () => void; isResetting?: boolean } | null>(null);

  async function beforeSave(before: PhoneContent | null, after: PhoneContent): Promise<boolean> {
    if (!before) return true;
    // When a template cannot be read, the save goes on: it does not depend on the warning.
    const change = await buttonChangeOf(client, before, after).catch(() => null);
    if (!change || !isLoss(change.plan)) return true;
    return losing.ask({
      title: t("title"),
      body: <ButtonLosses change={change} />,
      confirmLabel: common("save"),
      cancelLabel: t("back"),
    });
  }

  async function afterSave(after: PhoneDto, before: PhoneDto | null): Promise<void> {
    // A phone that was just added has nothing to be reset, nor has one of which all that was changed holds at once.
    if (!before) return;
    // What each field means for a phone is asked here alone; lists need not load it.
    const { changesDownload } = await import("@/lib/devices/downloaded-content");
    if (!changesDownload("phone", before, after)) return;
    return new Promise((close) => setSaved({ name: after.name, close }));
  }

  function close() {
    saved?.close();
    setSaved(null);
  }

  return {
    beforeSave,
    afterSave,
    dialogs: (
      <>
        {losing.dialog}
        {saved && !saved.isResetting ? (
          <PressResetDialog
            name={saved.name}
            onReset={() => setSaved({ ...saved, isResetting: true })}
            onClose={close}
          />
        ) : null}
        {saved?.isResetting ? (
          <ObjectAction kind="phone" name={saved.name} command="reset" isUnsaved={false} onClose={close} />
        ) : null}
      </>
    ),
  };
}
