"use client";

import { Info } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PhoneScreen } from "@/components/softkey-template/phone-screen";
import { useWords } from "@/components/softkey-template/use-words";
import { Select } from "@/components/ui/select";
import type { CallState } from "@/lib/catalog/call-states";
import { type PhoneModel, phoneModels } from "@/lib/catalog/phone-models";
import type { SoftkeyId } from "@/lib/catalog/softkeys";

const callBack = "CallBack" satisfies SoftkeyId;
const firstShownModel = "Cisco 8841";

/** What the person should know about a model's softkeys before trusting the picture. */
function modelNotes(model: PhoneModel): ("noTemplate" | "noCallBack" | "softkeyControl")[] {
  return [
    ...(model.supportsSoftkeyTemplate ? [] : ["noTemplate" as const]),
    ...(model.callBackSoftkey ? [] : ["noCallBack" as const]),
    ...(model.needsSoftkeyControl ? ["softkeyControl" as const] : []),
  ];
}

type PhonePreviewProps = {
  state: CallState;
  softkeys: readonly SoftkeyId[];
  /** Place of the key that is worked on, from 0; null without one. */
  current: number | null;
};

/** The phone as it will look in this call state, with its *more* pages, for the chosen model (PR-08). */
export function PhonePreview({ state, softkeys, current }: PhonePreviewProps) {
  const t = useTranslations("softkeyTemplate.preview");
  const words = useWords();
  const [name, setName] = useState(firstShownModel);
  const model = phoneModels.find((candidate) => candidate.name === name);
  if (!model) return null;
  // A phone that cannot have the key never shows it; the keys behind it move up.
  const shown = softkeys
    .map((softkey, position) => ({ softkey, position }))
    .filter(({ softkey }) => model.callBackSoftkey || softkey !== callBack);
  const currentShown = shown.findIndex(({ position }) => position === current);
  return (
    <section aria-labelledby="phone-preview" className="flex flex-col gap-3">
      <h2 id="phone-preview" className="font-medium">
        {t("title")}
      </h2>
      <Select
        label={t("model")}
        size="small"
        options={phoneModels.map((candidate) => ({ id: candidate.name, label: candidate.name }))}
        value={name}
        onChange={setName}
      />
      {model.supportsSoftkeyTemplate ? (
        <PhoneScreen
          // Another model or call state starts at its first page.
          key={`${name} ${state}`}
          title={words.callState(state)}
          softkeys={shown.map(({ softkey }) => softkey)}
          softkeysOnScreen={model.softkeysOnScreen}
          current={currentShown}
        />
      ) : null}
      {modelNotes(model).map((note) => (
        <p key={note} className="flex items-start gap-2">
          <Info aria-hidden className="mt-0.5 size-4 shrink-0 text-accent-text" />
          <span>{t(note, { model: model.name })}</span>
        </p>
      ))}
      <p className="text-xs text-muted">{t("explanation", { count: model.softkeysOnScreen })}</p>
    </section>
  );
}
