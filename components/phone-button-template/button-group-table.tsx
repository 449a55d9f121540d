"use client";

import { useTranslations } from "next-intl";
import { ButtonRow } from "@/components/phone-button-template/button-row";
import { useButtonWords } from "@/components/phone-button-template/use-button-words";
import { Select } from "@/components/ui/select";
import { type ButtonFeature, buttonFeatureCatalogue, noFeature } from "@/lib/catalog/button-features";
import { fixedFeature, offeredFeatures } from "@/lib/catalog/button-placement";
import type { ButtonGroup } from "@/lib/configuration/button-groups";
import type { PhoneButtonTemplateContent } from "@/lib/configuration/phone-button-template";
import type { Problem } from "@/lib/configuration/problem";

type ButtonGroupTableProps = {
  /** The id of the editor, from which those of the controls are made. */
  id: string;
  headingId: string;
  group: ButtonGroup;
  template: Pick<PhoneButtonTemplateContent, "model" | "protocol" | "buttons">;
  /** What was found wrong, with paths relative to the list of buttons. */
  problems: readonly Problem[];
  isReadOnly: boolean;
  onFeature: (position: number, feature: ButtonFeature) => void;
  onLabel: (position: number, label: string) => void;
  onAll: (group: ButtonGroup, feature: ButtonFeature) => void;
};

/** Setting that many buttons one by one is no work for a person. */
const manyButtons = 8;
const noProblems: readonly Problem[] = [];

/** A feature that makes sense on more than one button. */
function fitsMany(feature: ButtonFeature): boolean {
  return feature === noFeature || buttonFeatureCatalogue[feature].data !== null;
}

function problemsOf(problems: readonly Problem[], index: number): readonly Problem[] {
  const own = problems.filter(({ path }) => path[0] === index);
  return own.length === 0 ? noProblems : own.map((problem) => ({ ...problem, path: problem.path.slice(1) }));
}

/** The buttons of the phone itself or of one expansion module. */
export function ButtonGroupTable(props: ButtonGroupTableProps) {
  const { id, headingId, group, template, problems, isReadOnly, onFeature, onLabel, onAll } = props;
  const { kind, module, first, last } = group;
  const { model, protocol, buttons } = template;
  const t = useTranslations("phoneButtonTemplate.table");
  const words = useButtonWords();
  const free = buttons
    .slice(first - 1, last)
    .find(({ position }) => !fixedFeature(model, protocol, position));
  const isLong = !isReadOnly && free !== undefined && last - first + 1 >= manyButtons;
  const offered = isLong ? offeredFeatures(model, protocol, free.position).filter(fitsMany) : [];
  return (
    <section aria-labelledby={headingId} className="flex flex-col gap-1">
      <div className="flex flex-wrap items-end justify-between gap-2">
        <h3 id={headingId} tabIndex={-1} className="scroll-mt-28 font-medium outline-none">
          {t(kind, { number: module })}{" "}
          <span className="font-normal text-muted">{t("range", { first, last })}</span>
        </h3>
        {isLong ? (
          <Select
            label={t("setAllOf", { first, last })}
            isLabelHidden
            size="small"
            className="w-56"
            placeholder={t("setAll")}
            options={offered.map((feature) => ({ id: feature, label: words.feature(feature) }))}
            value={null}
            onChange={(feature) => onAll(group, feature)}
          />
        ) : null}
      </div>
      {kind === "beyond" ? <p className="text-caution">{t("beyondExplanation", { model })}</p> : null}
      <table className="w-full table-fixed border-collapse text-start">
        <thead>
          <tr className="border-b border-line bg-sunken text-xs text-muted">
            <th scope="col" className="h-7 w-16 px-2 text-end font-medium">
              {t("button")}
            </th>
            <th scope="col" className="px-2 text-start font-medium">
              {t("line")}
            </th>
            <th scope="col" className="px-2 text-start font-medium">
              {t("label")}
            </th>
          </tr>
        </thead>
        <tbody>
          {buttons.slice(first - 1, last).map((button) => (
            <ButtonRow
              key={button.position}
              id={`${id}-${button.position - 1}`}
              model={model}
              protocol={protocol}
              {...button}
              problems={problemsOf(problems, button.position - 1)}
              isReadOnly={isReadOnly}
              onFeature={onFeature}
              onLabel={onLabel}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}
