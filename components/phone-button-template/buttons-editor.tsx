"use client";

import { useTranslations } from "next-intl";
import { type FocusEvent, type KeyboardEvent, useCallback, useRef, useState } from "react";
import type { CustomFieldProps } from "@/components/console/object/object-fields";
import { useProblemText } from "@/components/console/refusal-text";
import { SaidLine } from "@/components/console/said-line";
import { ButtonGroupTable } from "@/components/phone-button-template/button-group-table";
import { CallBackNote } from "@/components/phone-button-template/call-back-note";
import { ModuleSelect } from "@/components/phone-button-template/module-select";
import { TemplatePicture } from "@/components/phone-button-template/template-picture";
import { useButtonTable } from "@/components/phone-button-template/use-button-table";
import { Button } from "@/components/ui/button";
import { type ButtonGroup, buttonGroups } from "@/lib/configuration/button-groups";
import type { PhoneButtonTemplateContent, TemplateButton } from "@/lib/configuration/phone-button-template";

type ButtonsEditorProps = CustomFieldProps<readonly TemplateButton[], PhoneButtonTemplateContent>;

const groupKey = ({ kind, module }: ButtonGroup) => `${kind}-${module}`;

function positionOf(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>("tr[data-position]") : null;
  return row ? Number(row.dataset.position) : null;
}

/** The buttons of a template: a row for each, and beside them the phone as it will look (BT-03, BT-04). */
export function ButtonsEditor({ id, value, onChange, problems, content, isReadOnly }: ButtonsEditorProps) {
  const t = useTranslations("phoneButtonTemplate.table");
  const rows = useRef<HTMLFieldSetElement>(null);
  const [current, setCurrent] = useState<number | null>(null);
  const template = { ...content, buttons: value };
  const table = useButtonTable({ template, onChange });
  const groups = buttonGroups(content.model, value.length);
  const problemText = useProblemText();
  const ofList = problems.filter(({ path }) => path.length === 0);

  const controlOf = useCallback((position: number, kind: "button" | "input"): HTMLElement | null => {
    return rows.current?.querySelector<HTMLElement>(`tr[data-position="${position}"] ${kind}`) ?? null;
  }, []);
  const goToButton = useCallback(
    (position: number) => (controlOf(position, "button") ?? controlOf(position, "input"))?.focus(),
    [controlOf],
  );
  /** From a label, the arrow keys lead to the label of the next button that has one. */
  function followArrows(event: KeyboardEvent) {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const from = positionOf(event.target);
    // While a Korean letter is being composed the keys belong to it.
    if (step === 0 || from === null || event.nativeEvent.isComposing) return;
    if (!(event.target instanceof HTMLInputElement)) return;
    for (let to = from + step; to >= 1 && to <= value.length; to += step) {
      const input = controlOf(to, "input");
      if (!input) continue;
      event.preventDefault();
      return input.focus();
    }
  }

  function followFocus({ target }: FocusEvent) {
    // Events of an open drop-down arrive here too, though its list stands elsewhere in the page.
    if (rows.current?.contains(target)) setCurrent(positionOf(target));
  }
  function goTo(group: ButtonGroup) {
    const heading = document.getElementById(`${id}-${groupKey(group)}`);
    heading?.scrollIntoView();
    heading?.focus({ preventScroll: true });
  }

  return (
    <div
      data-wide
      className="grid gap-6 md:grid-cols-[minmax(0,1fr)_17rem] xl:grid-cols-[minmax(0,1fr)_22rem]"
    >
      <fieldset
        ref={rows}
        aria-label={t("title")}
        className="flex min-w-0 flex-col gap-4"
        onFocus={followFocus}
        onKeyDown={followArrows}
      >
        <CallBackNote template={template} />
        {isReadOnly ? null : (
          <ModuleSelect model={content.model} count={value.length} onChange={table.setCount} />
        )}
        {groups.length > 1 ? (
          <nav aria-label={t("groups")} className="flex flex-wrap gap-2">
            {groups.map((group) => (
              <Button key={groupKey(group)} size="small" onPress={() => goTo(group)}>
                {t(group.kind, { number: group.module })} ·{" "}
                {t("range", { first: group.first, last: group.last })}
              </Button>
            ))}
          </nav>
        ) : null}
        {ofList.map((problem) => (
          <p key={problem.code} role="alert" className="text-bad">
            {problemText(problem)}
          </p>
        ))}
        {isReadOnly ? null : <SaidLine said={table.said} fallback={t("keys")} />}
        {groups.map((group) => (
          <ButtonGroupTable
            key={groupKey(group)}
            id={id}
            headingId={`${id}-${groupKey(group)}`}
            group={group}
            template={template}
            problems={problems}
            isReadOnly={isReadOnly}
            onFeature={table.setFeature}
            onLabel={table.setLabel}
            onAll={table.setAll}
          />
        ))}
      </fieldset>
      <div className="min-w-0 max-md:order-first md:sticky md:top-[calc(var(--sticky-top)+1rem)] md:self-start">
        <TemplatePicture
          template={template}
          groups={groups}
          current={current}
          {...(isReadOnly ? {} : { onPress: goToButton })}
        />
      </div>
    </div>
  );
}
