import type { RunningConfiguration } from "@/lib/callback/state/phone";
import type { EffectiveConfiguration } from "@/lib/configuration/effective-configuration";
import { directoryNumberKey } from "@/lib/configuration/phone-lines";

/** What a phone runs once it has downloaded this configuration; lines without a button are not there. */
export function runningConfiguration({
  softkeys,
  buttons,
  lines,
  userLocale,
}: EffectiveConfiguration): RunningConfiguration {
  const shown = new Set(buttons.flatMap(({ feature, index }) => (feature === "Line" ? [index] : [])));
  return {
    softkeys: softkeys.callStates,
    buttons,
    lines: lines.value
      .filter(({ index }) => shown.has(index))
      .map((line) => ({
        index: line.index,
        number: directoryNumberKey(line),
        directoryNumber: line.directoryNumber,
        displayName: line.displayName,
      })),
    userLocale: userLocale.value,
  };
}
