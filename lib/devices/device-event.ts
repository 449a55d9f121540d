import type { ApplyResult } from "@/lib/devices/apply-result";
import type { ActionId, ConfigurationSnapshot, Login } from "@/lib/devices/device";
import type { Impact } from "@/lib/devices/impact";
import type { RegistrationReason } from "@/lib/devices/registration-reasons";

/** Whether a phone that downloaded its configuration may register with it. */
export type Admission =
  | { readonly kind: "admitted"; readonly isPartial: boolean }
  | { readonly kind: "rejected"; readonly reason: RegistrationReason };

/** Everything that can happen to a phone. What it brings along is worked out by the caller at that instant. */
export type DeviceEvent =
  | { readonly kind: "plugIn" | "unplug" | "callStarted" | "callEnded" | "deleted" | "serverRestarted" }
  /** It is another device from now on, which has to register under its new name. */
  | { readonly kind: "renamed" }
  /** The phone has a registration slot, see registration-limiter.ts. */
  | { readonly kind: "registrationGranted" }
  /** The timers `shutDown` and `registering` are due. */
  | { readonly kind: "shutDownEnded" }
  | { readonly kind: "downloaded"; readonly snapshot: ConfigurationSnapshot; readonly admission: Admission }
  | { readonly kind: "reset" | "restart"; readonly action: ActionId }
  /** Somebody logs in by Extension Mobility, or out (null). */
  | { readonly kind: "userChanged"; readonly login: Login | null }
  /** The impact is that of the plan from what it runs to what is saved, which the snapshot names. */
  | {
      readonly kind: "apply";
      readonly action: ActionId;
      readonly impact: Impact;
      readonly snapshot: ConfigurationSnapshot;
    };
export type DeviceEventKind = DeviceEvent["kind"];

/** How an action ended: fulfilled, left to the phone's next registration, or in vain. */
export type ActionOutcome = "done" | "atRegistration" | "rejected" | "removed";

/** What an event brought about besides the new state. */
export type DeviceEffect =
  /** The phone's answer; `refused`: the action ends here, because the phone is not registered. */
  | { readonly kind: "answered"; readonly action: ActionId; readonly result: ApplyResult }
  | { readonly kind: "refused"; readonly action: ActionId; readonly code: RefusalCode }
  | { readonly kind: "finished"; readonly actions: readonly ActionId[]; readonly outcome: ActionOutcome }
  | { readonly kind: "registered"; readonly isPartial: boolean }
  | { readonly kind: "unregistered"; readonly reason: RegistrationReason }
  | { readonly kind: "rejected"; readonly reason: RegistrationReason };

/** Why a phone does not take an action at all. */
export type RefusalCode = "phoneNotRegistered" | "phoneRemoved";
