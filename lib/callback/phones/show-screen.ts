import { updatePhone } from "@/lib/callback/phones/phone-calls";
import type { Prompt } from "@/lib/callback/state/phone";
import type { Screen } from "@/lib/callback/state/screen";
import type { Turn } from "@/lib/callback/state/turn";

function endQuestion(turn: Turn, name: string): void {
  const isAsked = turn.get("phones", name)?.screen?.kind === "callBackAlreadyActive";
  if (isAsked) turn.clearTimer("question", name);
}

/** Opens a screen in place of the one that is open. */
export function showScreen(turn: Turn, name: string, screen: Screen): void {
  endQuestion(turn, name);
  updatePhone(turn, name, { screen });
  turn.emit({ kind: "showScreen", phone: name, screen });
}

/** Closes the phone's screen, if one is open. */
export function closeScreen(turn: Turn, name: string): void {
  if (!turn.get("phones", name)?.screen) return;
  endQuestion(turn, name);
  updatePhone(turn, name, { screen: null });
  turn.emit({ kind: "closeScreen", phone: name });
}

/** Plays the call back tone until the next key, on-hook, off-hook or T3. */
export function playTone(turn: Turn, name: string): void {
  updatePhone(turn, name, { playsCallBackTone: true });
  turn.emit({ kind: "playCallBackTone", phone: name });
}

/** Stops the call back tone, if it plays. */
export function stopTone(turn: Turn, name: string): void {
  if (!turn.get("phones", name)?.playsCallBackTone) return;
  updatePhone(turn, name, { playsCallBackTone: false });
  turn.emit({ kind: "stopCallBackTone", phone: name });
}

/** Says something on the prompt line until the next action; null clears it. */
export function setPrompt(turn: Turn, name: string, prompt: Prompt | null): void {
  const phone = turn.get("phones", name);
  if (phone && phone.prompt !== prompt) updatePhone(turn, name, { prompt });
}
