import { type ButtonFeature, noFeature } from "@/lib/catalog/button-features";
import { fixedFeature, maximumButtons } from "@/lib/catalog/button-placement";
import {
  checkButton,
  maximumButtonLabelLength,
  type PhoneButtonTemplateContent,
  type TemplateButton,
} from "@/lib/configuration/phone-button-template";
import type { Problem } from "@/lib/configuration/problem";
import { checkText } from "@/lib/configuration/text-rules";

/** The template after a step of the editor, or why the step is refused. A valid template stays valid. */
export type ButtonEdit =
  | { readonly ok: true; readonly template: PhoneButtonTemplateContent }
  | { readonly ok: false; readonly problem: Problem };

function outOfRange(position: number, count: number): ButtonEdit {
  const shown = Number.isFinite(position) ? position : 0;
  const params = { position: shown, count };
  return { ok: false, problem: { path: ["buttons"], code: "positionOutOfRange", params } };
}

function withButton(
  template: PhoneButtonTemplateContent,
  position: number,
  change: { readonly feature?: ButtonFeature; readonly label?: string },
): ButtonEdit {
  const button = template.buttons[position - 1];
  if (!button) return outOfRange(position, template.buttons.length);
  const changed = { ...button, ...change };
  const path = ["buttons", position - 1];
  const [problem] = [
    ...checkButton(template, changed, path),
    ...checkText(changed.label, maximumButtonLabelLength, [...path, "label"]),
  ];
  if (problem) return { ok: false, problem };
  return { ok: true, template: { ...template, buttons: template.buttons.with(position - 1, changed) } };
}

/** Chooses a feature in the *Line* drop-down of the button at the position (from 1) [BT-03, BT-04]. */
export function chooseFeature(
  template: PhoneButtonTemplateContent,
  position: number,
  feature: ButtonFeature,
): ButtonEdit {
  return withButton(template, position, { feature });
}

/** Types another label for the button at the position (from 1). */
export function changeLabel(
  template: PhoneButtonTemplateContent,
  position: number,
  label: string,
): ButtonEdit {
  return withButton(template, position, { label });
}

/**
 * Gives the template that many buttons, as when an expansion module is added or removed: new ones do nothing,
 * the last ones go. The first button and the model's own keys stay.
 */
export function changeButtonCount(template: PhoneButtonTemplateContent, count: number): ButtonEdit {
  const { buttons, model, protocol } = template;
  if (!Number.isInteger(count) || count < 1 || count > maximumButtons)
    return outOfRange(count, maximumButtons);
  const fixed = buttons.slice(count).find(({ position }) => fixedFeature(model, protocol, position));
  if (fixed) {
    const params = { position: fixed.position, feature: fixed.feature };
    return { ok: false, problem: { path: ["buttons"], code: "buttonFixed", params } };
  }
  const added = Array.from(
    { length: Math.max(0, count - buttons.length) },
    (_, index): TemplateButton => ({
      position: buttons.length + index + 1,
      feature: noFeature,
      label: "",
    }),
  );
  return { ok: true, template: { ...template, buttons: [...buttons.slice(0, count), ...added] } };
}
