"use client";

import { contentOf } from "@/components/common-device-configuration/content";
import { useWords } from "@/components/common-device-configuration/use-words";
import { StaleIntro } from "@/components/console/stale-intro";
import { ThreeWayView } from "@/components/console/three-way-view";
import { useChoices } from "@/components/console/use-choices";
import type { StaleSave } from "@/components/console/use-save-object";
import {
  type CommonDeviceConfigurationContent,
  commonDeviceConfigurationRules,
} from "@/lib/configuration/common-device-configuration";
import { compareContents, mergedContent } from "@/lib/configuration/content-merge";
import type { CommonDeviceConfigurationDto } from "@/lib/contract/common-device-configuration";

type SettleStaleSaveProps = {
  stale: StaleSave<CommonDeviceConfigurationDto, CommonDeviceConfigurationContent>;
  isPending: boolean;
  /** Stores the settled content on top of what is stored now. */
  onSave: (content: CommonDeviceConfigurationContent) => void;
  onCancel: () => void;
};

/** Somebody else saved first: shows both changes and lets the person choose field by field. */
export function SettleStaleSave({ stale, isPending, onSave, onCancel }: SettleStaleSaveProps) {
  const words = useWords();
  const { shape } = commonDeviceConfigurationRules;
  const compared = compareContents(shape, stale.base, contentOf(stale.current), stale.yours);
  const shown = compared.flatMap(({ field, base, theirs, yours, status }) =>
    status === "same"
      ? []
      : {
          id: field,
          label: words.field(field),
          base: words.value(field, base),
          theirs: words.value(field, theirs),
          yours: words.value(field, yours),
          status,
        },
  );
  const { choiceOf, choose } = useChoices(shown);
  return (
    <ThreeWayView
      intro={<StaleIntro current={stale.current} />}
      fields={shown}
      choiceOf={choiceOf}
      onChoose={choose}
      onSave={() => onSave(mergedContent(shape, compared, ({ field }) => choiceOf(field)))}
      onCancel={onCancel}
      isPending={isPending}
    />
  );
}
