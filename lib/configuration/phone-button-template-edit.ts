import { type ButtonFeature, noFeature } from "@/lib/catalog/button-features";
import { fixedFeature, maximumButtons } from "@/lib/catalog/button-placement";
import {
  checkButton,
  type PhoneButtonTemplateContent,
  type TemplateButton,
} from "@/lib/configuration/phone-button-template";
import type { Problem } from "@/lib/configuration/problem";

/** The template after a step of the editor, or why the step is refused. A valid template stays valid. */
export type ButtonEdit =
  | { readonly ok: true; readonly template: PhoneButtonTemplateContent }
  | { readonly ok: false; readonly problem: Problem };

function outOfRange(position: number, count: number): ButtonEdit {
  const shown = Number.isFinite(position) ? position : 0;
  const params = { position: shown, count };
  return { ok: false, problem: { path: ["buttons"], code: "positionOutOfRange", params } };
}

/** Chooses a feature in the *Line* drop-down of the button at the position (from 1) [BT-03, BT-04]. */
export function chooseFeature(
  template: PhoneButtonTemplateContent,
  position: number,
  feature: ButtonFeature,
): ButtonEdit {
  const button = template.buttons[position - 1];
  if (!button) return outOfRange(position, template.buttons.length);
  const chosen = { ...button, feature };
  const [problem] = checkButton(template, chosen, ["buttons", position - 1]);
  if (problem) return { ok: false, problem };
  return { ok: true, template: { ...template, buttons: template.buttons.with(position - 1, chosen) } };
}

/** Chooses one feature for the buttons from one position to another, both included; fixed ones stay as they are. */
export function chooseFeatures(
  template: PhoneButtonTemplateContent,
  first: number,
  last: number,
  feature: ButtonFeature,
): ButtonEdit {
  let edited: ButtonEdit = { ok: true, template };
  for (let position = first; position <= last && edited.ok; position++) {
    if (fixedFeature(template.model, template.protocol, position)) continue;
    edited = chooseFeature(edited.template, position, feature);
  }
  return edited;
}

/**
 * Gives the template that many buttons, as when an expansion module is added or removed: the last ones go, new ones
 * do nothing. The first button and the model's own keys stay.
 * @param earlier buttons that were there before, which come back as they were
 */
export function changeButtonCount(
  template: PhoneButtonTemplateContent,
  count: number,
  earlier: readonly TemplateButton[] = [],
): ButtonEdit {
  const { buttons, model, protocol } = template;
  if (!Number.isInteger(count) || count < 1 || count > maximumButtons)
    return outOfRange(count, maximumButtons);
  const fixed = buttons.slice(count).find(({ position }) => fixedFeature(model, protocol, position));
  if (fixed) {
    const params = { position: fixed.position, feature: fixed.feature };
    return { ok: false, problem: { path: ["buttons"], code: "buttonFixed", params } };
  }
  const added = Array.from({ length: Math.max(0, count - buttons.length) }, (_, index): TemplateButton => {
    const position = buttons.length + index + 1;
    return earlier[position - 1] ?? { position, feature: noFeature, label: "" };
  });
  return { ok: true, template: { ...template, buttons: [...buttons.slice(0, count), ...added] } };
}
