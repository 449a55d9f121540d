import type { Decision } from "@/lib/callback/state/decision";
import type { NumberKey } from "@/lib/callback/state/dial-plan";
import type { Screen } from "@/lib/callback/state/screen";
import type { TrunkMessage } from "@/lib/callback/state/trunk-messages";
import type { ForwardTarget } from "@/lib/configuration/directory-number";
import type { DndOption } from "@/lib/configuration/phone";

/** What the outside has to do or may want to know after a step; the world itself is in the changes. */
export type Effect =
  | { readonly kind: "showScreen"; readonly phone: string; readonly screen: Screen }
  | { readonly kind: "closeScreen"; readonly phone: string }
  | { readonly kind: "playCallBackTone"; readonly phone: string }
  | { readonly kind: "stopCallBackTone"; readonly phone: string }
  | { readonly kind: "sendTrunkMessage"; readonly cluster: string; readonly message: TrunkMessage }
  /** A person changed it on the phone: it belongs into the saved configuration too. */
  | { readonly kind: "saveForwardAll"; readonly number: NumberKey; readonly target: ForwardTarget }
  | {
      readonly kind: "saveDnd";
      readonly phone: string;
      readonly status: boolean;
      readonly option: DndOption;
    }
  | { readonly kind: "decided"; readonly decision: Decision };
