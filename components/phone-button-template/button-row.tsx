"use client";

import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, useState } from "react";
import { useProblemText } from "@/components/console/refusal-text";
import { useButtonWords } from "@/components/phone-button-template/use-button-words";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { ButtonFeature } from "@/lib/catalog/button-features";
import { fixedFeature, offeredFeatures } from "@/lib/catalog/button-placement";
import type { PhoneProtocol } from "@/lib/catalog/phone-models";
import { maximumButtonLabelLength } from "@/lib/configuration/lengths";
import type { TemplateButton } from "@/lib/configuration/phone-button-template";
import type { Problem } from "@/lib/configuration/problem";
import { checkText } from "@/lib/configuration/text-rules";

// The values one by one and not the button, which is another object after every step.
type ButtonRowProps = TemplateButton & {
  /** The id of the drop-down; that of the label begins with it. */
  id: string;
  model: string;
  protocol: PhoneProtocol;
  /** What was found wrong with this button, with paths relative to it. */
  problems: readonly Problem[];
  isReadOnly: boolean;
  onFeature: (position: number, feature: ButtonFeature) => void;
  onLabel: (position: number, label: string) => void;
};

const cell = "px-2 py-1 align-top";

/** One button: its position, the *Line* drop-down with its feature, and its label (BT-03, BT-04). */
export const ButtonRow = memo(function ButtonRow(props: ButtonRowProps) {
  const { id, model, protocol, position, feature, label, problems, isReadOnly, onFeature, onLabel } = props;
  const t = useTranslations("phoneButtonTemplate.table");
  const words = useButtonWords();
  const problemText = useProblemText();
  // The features are offered once the row is worked on: a hundred closed drop-downs need not know them.
  const [isNear, setNear] = useState(false);
  const fixed = fixedFeature(model, protocol, position);
  const isFirst = position === 1;
  const atLabel =
    checkText(label, maximumButtonLabelLength, ["label"])[0] ??
    problems.find(({ path }) => path[0] === "label");
  const atFeature = problems.find(({ path }) => path[0] !== "label");
  const offered = isNear ? offeredFeatures(model, protocol, position) : [feature];
  return (
    <tr
      data-position={position}
      className="border-b border-line"
      onFocus={() => setNear(true)}
      onPointerEnter={() => setNear(true)}
    >
      <th scope="row" className={`${cell} w-12 pt-2 text-end font-normal text-muted`}>
        {position}
      </th>
      <td className={cell}>
        {isReadOnly || fixed ? (
          <span className="flex min-h-7 flex-wrap items-center gap-x-2">
            {words.feature(feature)}
            {fixed ? (
              <span className="flex items-center gap-1 text-xs text-muted">
                <Lock aria-hidden className="size-3 shrink-0" />
                {t(isFirst ? "fixedLine" : "fixedKey")}
              </span>
            ) : null}
          </span>
        ) : (
          <Select
            id={id}
            label={t("lineOf", { position })}
            isLabelHidden
            size="small"
            options={offered.map((name) => ({ id: name, label: words.feature(name) }))}
            value={feature}
            onChange={(chosen) => onFeature(position, chosen)}
            errorMessage={atFeature && problemText(atFeature)}
          />
        )}
      </td>
      <td className={cell}>
        {isReadOnly || isFirst ? (
          <span className="flex min-h-7 items-center">{label}</span>
        ) : (
          <TextField
            id={`${id}-label`}
            label={t("labelOf", { position })}
            isLabelHidden
            size="small"
            value={label}
            onChange={(typed) => onLabel(position, typed)}
            {...(atLabel ? { maximumCharacters: maximumButtonLabelLength } : {})}
            errorMessage={atLabel && problemText(atLabel)}
          />
        )}
      </td>
    </tr>
  );
});
