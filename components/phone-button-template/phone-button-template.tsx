"use client";

import dynamic from "next/dynamic";
import { describeObject } from "@/components/console/object/object-description";
import { ObjectPages, type ObjectPagesProps } from "@/components/console/object/object-pages";
import { StandardCell } from "@/components/console/object/standard-badge";
import { ButtonsCell, CallBackCell } from "@/components/phone-button-template/list-cells";
import { ModelFacts } from "@/components/phone-button-template/model-facts";
import { useLossQuestion } from "@/components/phone-button-template/use-loss-question";
import { buttonFeatureKey, isButtonFeature } from "@/lib/catalog/button-features";
import {
  type PhoneButtonTemplateContent,
  phoneButtonTemplateRules,
} from "@/lib/configuration/phone-button-template";
import type { PhoneButtonTemplateDto } from "@/lib/contract/phone-button-template";

// The list does not need it.
const ButtonsEditor = dynamic(() =>
  import("@/components/phone-button-template/buttons-editor").then((module) => module.ButtonsEditor),
);

/** Phone button templates (BT-01 to BT-04): always copies of another one, in the end of a standard one. */
const phoneButtonTemplate = describeObject<PhoneButtonTemplateContent, PhoneButtonTemplateDto>({
  rules: phoneButtonTemplateRules,
  groups: [
    { id: "information", fields: ["name", "description"], Section: ModelFacts },
    { id: "buttons", fields: [{ path: "buttons", Editor: ButtonsEditor }] },
  ],
  columns: [
    "model",
    "protocol",
    { field: "isStandard", Cell: StandardCell },
    { field: "buttons", Cell: ButtonsCell, isNumber: true, isUnsorted: true },
    { field: "callBack", Cell: CallBackCell, isNumber: true, isUnsorted: true },
    { field: "description", isHiddenAtFirst: true },
  ],
  searched: [
    "name",
    "description",
    "model",
    "protocol",
    { field: "isStandard", choices: ["true", "false"] },
    "buttons",
    "copyOf",
  ],
  isStandard: ({ isStandard }) => isStandard,
  remembersOrigin: true,
  beginsWithCopy: { suggested: null },
  useSaveHooks: useLossQuestion,
  valueText: (field, value, translate) =>
    field === "buttons.feature" && isButtonFeature(value)
      ? translate(`catalogue.buttonFeature.${buttonFeatureKey(value)}`)
      : undefined,
});

/** All pages of phone button templates. */
export function PhoneButtonTemplatePages(props: ObjectPagesProps) {
  return <ObjectPages object={phoneButtonTemplate} {...props} />;
}
