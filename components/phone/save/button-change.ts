import type { QueryClient } from "@tanstack/react-query";
import { phoneButtonTemplateQuery } from "@/lib/client/phone";
import {
  type ButtonTemplateChangePlan,
  linesLosingButton,
  planButtonTemplateChange,
  speedDialsLosingButton,
} from "@/lib/configuration/button-template-change";
import { sameContent } from "@/lib/configuration/content-patch";
import type { PhoneContent } from "@/lib/configuration/phone";

/** What a change of the button template or of the modules does, with the names of both templates. */
export interface ButtonChange {
  readonly from: string;
  readonly to: string;
  readonly model: string;
  readonly plan: ButtonTemplateChangePlan;
}

/** True when the phone loses something that it has on a button, or registers only partially from then on. */
export function isLoss(plan: ButtonTemplateChangePlan): boolean {
  return (
    linesLosingButton(plan).length > 0 ||
    speedDialsLosingButton(plan).length > 0 ||
    plan.featuresLost.length > 0 ||
    plan.isPartiallyRegistered
  );
}

/** What saving does to the buttons of a phone; null when its buttons stay as they are. */
export async function buttonChangeOf(
  client: QueryClient,
  before: PhoneContent,
  after: PhoneContent,
): Promise<ButtonChange | null> {
  const [from, to] = [before.phoneButtonTemplate, after.phoneButtonTemplate];
  if (from === to && sameContent(before.expansionModules, after.expansionModules)) return null;
  const [old, young] = await Promise.all(
    [from, to].map((name) => client.fetchQuery(phoneButtonTemplateQuery(name))),
  );
  if (!old || !young) return null;
  const plan = planButtonTemplateChange(before, old.buttons, young.buttons, after);
  return { from, to, model: after.model, plan };
}
