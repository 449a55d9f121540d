import { updatePhone } from "@/lib/callback/phones/phone-calls";
import type { Prompt } from "@/lib/callback/state/phone";
import type { Screen } from "@/lib/callback/state/screen";
import type { StepContext } from "@/lib/callback/state/step-context";

function endQuestion(context: StepContext, name: string): void {
  const isAsked = context.get("phones", name)?.screen?.kind === "callBackAlreadyActive";
  if (isAsked) context.clearTimer("question", name);
}

/** Opens a screen in place of the one that is open. */
export function showScreen(context: StepContext, name: string, screen: Screen): void {
  endQuestion(context, name);
  updatePhone(context, name, { screen });
  context.emit({ kind: "showScreen", phone: name, screen });
}

/** Closes the phone's screen, if one is open. */
export function closeScreen(context: StepContext, name: string): void {
  if (!context.get("phones", name)?.screen) return;
  endQuestion(context, name);
  updatePhone(context, name, { screen: null });
  context.emit({ kind: "closeScreen", phone: name });
}

/** Plays the call back tone until the next key, on-hook, off-hook or T3. */
export function playTone(context: StepContext, name: string): void {
  updatePhone(context, name, { playsCallBackTone: true });
  context.emit({ kind: "playCallBackTone", phone: name });
}

/** Stops the call back tone, if it plays. */
export function stopTone(context: StepContext, name: string): void {
  if (!context.get("phones", name)?.playsCallBackTone) return;
  updatePhone(context, name, { playsCallBackTone: false });
  context.emit({ kind: "stopCallBackTone", phone: name });
}

/** Says something on the prompt line until the next action; null clears it. */
export function setPrompt(context: StepContext, name: string, prompt: Prompt | null): void {
  const phone = context.get("phones", name);
  if (phone && phone.prompt !== prompt) updatePhone(context, name, { prompt });
}
