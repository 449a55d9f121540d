import { callStates } from "@/lib/catalog/call-states";
import type { SoftkeyId } from "@/lib/catalog/softkeys";
import { type SoftkeyLayout, sameSoftkeys } from "@/lib/configuration/softkey-layout";
import { type SoftkeyTemplateContent, withCallStates } from "@/lib/configuration/softkey-template";
import type { SoftkeyTemplateDto, SoftkeyTemplateUpdateInput } from "@/lib/contract/softkey-template";

/** What an administrator edits of a template that the API answered. */
export function contentOf(template: SoftkeyTemplateDto): SoftkeyTemplateContent {
  const { name, description, isDefault, callStates: layout } = template;
  return { name, description, isDefault, callStates: layout };
}

type LayoutInput = NonNullable<SoftkeyTemplateUpdateInput["callStates"]>;

/** The call states whose softkeys differ, with those of `after`. */
export function changedCallStates(before: SoftkeyLayout, after: SoftkeyLayout): LayoutInput {
  const changed = callStates.filter((state) => !sameSoftkeys(before[state], after[state]));
  return Object.fromEntries(changed.map((state): [string, SoftkeyId[]] => [state, [...after[state]]]));
}

/**
 * What was edited after `sent` was sent to be saved, on top of what is stored now.
 * @param now the layout as it is shown
 */
export function editsSince(sent: SoftkeyLayout, now: SoftkeyLayout, stored: SoftkeyLayout): LayoutInput {
  return changedCallStates(stored, withCallStates(stored, changedCallStates(sent, now)));
}

type Patch = Pick<SoftkeyTemplateUpdateInput, "name" | "description" | "isDefault" | "callStates">;

/** What to send to make `before` into `after`: only what differs. */
export function templatePatch(before: SoftkeyTemplateContent, after: SoftkeyTemplateContent): Patch {
  const layout = changedCallStates(before.callStates, after.callStates);
  return {
    ...(before.name === after.name ? {} : { name: after.name }),
    ...(before.description === after.description ? {} : { description: after.description }),
    ...(before.isDefault === after.isDefault ? {} : { isDefault: after.isDefault }),
    ...(Object.keys(layout).length === 0 ? {} : { callStates: layout }),
  };
}

/** True when both contents are the same, so that there is nothing to save. */
export function sameContent(one: SoftkeyTemplateContent, other: SoftkeyTemplateContent): boolean {
  return Object.keys(templatePatch(one, other)).length === 0;
}
