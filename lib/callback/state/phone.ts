import type { NumberKey } from "@/lib/callback/state/dial-plan";
import type { Screen } from "@/lib/callback/state/screen";
import type { PhoneProtocol } from "@/lib/catalog/phone-models";
import type { SoftkeyId } from "@/lib/catalog/softkeys";
import type { EffectiveButton } from "@/lib/configuration/effective-button";
import type { DndOption } from "@/lib/configuration/phone";
import type { SoftkeyLayout } from "@/lib/configuration/softkey-layout";

/** A line of a phone. */
export interface RunningLine {
  readonly index: number;
  readonly number: NumberKey;
  readonly directoryNumber: string;
  readonly displayName: string;
}

/** What the phone downloaded last: what it offers now, whatever has been saved since [SK-10, SK-11]. */
export interface RunningConfiguration {
  readonly softkeys: SoftkeyLayout;
  readonly buttons: readonly EffectiveButton[];
  readonly lines: readonly RunningLine[];
  readonly userLocale: string;
}

export type PhoneRegistration = "unregistered" | "registering" | "registered";

/** What the prompt line of the phone says until the next action [TS-06]. */
export type Prompt = "keyNotActive" | "serviceIsNotActive";

/** A phone in use. */
export interface Phone {
  readonly name: string;
  readonly model: string;
  readonly protocol: PhoneProtocol;
  readonly registration: PhoneRegistration;
  readonly running: RunningConfiguration;
  readonly hook: "on" | "off";
  readonly dnd: { readonly status: boolean; readonly option: DndOption };
  /** The calls that it takes part in or that ring it, in the order in which they came. */
  readonly calls: readonly string[];
  /** The call whose state decides the softkeys; null on the idle phone. */
  readonly selected: string | null;
  readonly lastDialled: string | null;
  /** It has been in use and not been free since: becoming free completes a cycle. */
  readonly used: boolean;
  /** SIP 7940 and 7960: the last use ended with an INVITE of its own and on-hook [IN-03]; others: always. */
  readonly isKnownIdle: boolean;
  /** Its one live request, and the one asked over a trunk that is to replace it. */
  readonly request: string | null;
  readonly replacement: string | null;
  readonly screen: Screen | null;
  readonly playsCallBackTone: boolean;
  readonly prompt: Prompt | null;
}

/** The keys that screens bring along; not softkeys of the catalogue. */
export const screenKeys = ["OK", "Exit", "Cancel", "Dial"] as const;
export type ScreenKey = (typeof screenKeys)[number];

/** Every key below the screen that can be pressed. */
export type PressedKey = SoftkeyId | ScreenKey;
