import { screenKeys } from "@/lib/callback/state/phone";
import { softkeyKey } from "@/lib/catalog/softkey-key";
import { isSoftkeyId } from "@/lib/catalog/softkeys";
import type { TraceEntryDto } from "@/lib/contract/call-back";
import type { Translate } from "@/lib/i18n/translate";

const area = "callBackRequest.trace.event";

function keyText(translate: Translate, key: unknown): string {
  if (isSoftkeyId(key)) return translate(`catalogue.softkey.${softkeyKey(key)}.label`);
  return screenKeys.some((known) => known === key)
    ? translate(`callBack.screenKey.${key}`)
    : String(key ?? "");
}

/** What happened, in a few words; who it happened to stands before it. */
export function eventText(translate: Translate, { kind, values }: TraceEntryDto["event"]): string {
  const what = kind === "phoneAction" && typeof values.kind === "string" ? values.kind : kind;
  const words = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, String(value ?? "")]),
  );
  const timer = String(values.timer ?? "").split(/[:\s]/)[0] ?? "";
  const told = kind === "phoneUnregistered" ? `${kind}.${values.cause}` : what;
  const key = translate.has(`${area}.${told}`) ? told : "other";
  return translate(`${area}.${key}`, { ...words, timer, softkey: keyText(translate, values.softkey) });
}
