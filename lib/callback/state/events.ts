import type {
  CtiRoutePoint,
  DirectoryNumber,
  NumberKey,
  PhoneSpace,
  RoutePatterns,
  SearchSpace,
  Trunk,
} from "@/lib/callback/state/dial-plan";
import type { EngineParameters } from "@/lib/callback/state/parameters";
import type { Phone, RunningConfiguration, ScreenKey } from "@/lib/callback/state/phone";
import type { TrunkMessage } from "@/lib/callback/state/trunk-messages";
import type { SoftkeyId } from "@/lib/catalog/softkeys";
import type { ForwardTarget } from "@/lib/configuration/directory-number";
import type { DndOption } from "@/lib/configuration/phone";

/** What a person does with a phone. */
export type PhoneAction =
  | { readonly kind: "offHook" }
  | { readonly kind: "onHook" }
  /** All digits at once; goes off hook if needed. `line` is the index of a line, 1 when absent. */
  | { readonly kind: "dial"; readonly digits: string; readonly line?: number; readonly video?: boolean }
  /** One key of the key pad. */
  | { readonly kind: "digit"; readonly digit: string }
  | { readonly kind: "pressSoftkey"; readonly softkey: SoftkeyId | ScreenKey }
  | { readonly kind: "pressButton"; readonly position: number }
  | { readonly kind: "selectCall"; readonly call: string }
  | { readonly kind: "setDnd"; readonly status: boolean; readonly option: DndOption }
  | { readonly kind: "setForwardAll"; readonly line?: number; readonly target: ForwardTarget };

/** Why a phone loses its registration. */
export const unregisterCauses = ["unplugged", "reset", "restart", "extensionMobility"] as const;
export type UnregisterCause = (typeof unregisterCauses)[number];

/** What happens to a phone as a device. */
export type DeviceEvent =
  /** A phone of the configuration that is not there yet, or one that is not registered and has changed. */
  | {
      readonly kind: "phoneConfigured";
      readonly phone: string;
      readonly setup: Pick<Phone, "model" | "protocol" | "dnd" | "running">;
    }
  | { readonly kind: "phoneRegistering"; readonly phone: string }
  /** It has downloaded its configuration; `byExtensionMobility` after a login or logout. */
  | {
      readonly kind: "phoneRegistered";
      readonly phone: string;
      readonly running: RunningConfiguration;
      readonly byExtensionMobility?: boolean;
    }
  | { readonly kind: "phoneUnregistered"; readonly phone: string; readonly cause: UnregisterCause }
  /** Somebody logs in or out; the phone restarts now, or when its last call has ended. */
  | { readonly kind: "userChanged"; readonly phone: string }
  | { readonly kind: "phoneRemoved"; readonly phone: string };

/** One object of the configuration that takes effect at once; null removes it. */
export type ConfigurationChange =
  | {
      readonly table: "numbers";
      /** The key of the partition's name, the empty text for none. */
      readonly partition: string;
      readonly pattern: string;
      readonly key: string;
      readonly value: DirectoryNumber | CtiRoutePoint | null;
    }
  | { readonly table: "routePatterns"; readonly key: string; readonly value: RoutePatterns | null }
  | { readonly table: "searchSpaces"; readonly key: string; readonly value: SearchSpace | null }
  | { readonly table: "phoneSpaces"; readonly key: string; readonly value: PhoneSpace | null }
  | { readonly table: "trunks"; readonly key: string; readonly value: Trunk | null }
  | { readonly table: "parameters"; readonly key: string; readonly value: EngineParameters };

/** What a change of the configuration may concern, by keys. */
export interface Judged {
  readonly calls: readonly string[];
  readonly requests: readonly string[];
  readonly served: readonly string[];
  readonly watches: readonly string[];
  /** Those of the watches whose guard time is another one now. */
  readonly guards: readonly string[];
}

/** Everything that can happen. Ids are made by whoever sends the event; what a step creates is named after it. */
export type EngineEvent = { readonly id: string } & (
  | { readonly kind: "phoneAction"; readonly phone: string; readonly action: PhoneAction }
  | DeviceEvent
  /** The configuration has changed; `judged` is what that may concern, of which a part may come with a later event. */
  | {
      readonly kind: "configured";
      readonly changes: readonly ConfigurationChange[];
      readonly judged?: Judged;
    }
  | { readonly kind: "timerExpired"; readonly timer: string }
  | { readonly kind: "trunkMessage"; readonly from: string; readonly message: TrunkMessage }
  | { readonly kind: "linkLost"; readonly cluster: string }
  /** The server was away; requests and timers are as they were (row 30). */
  | { readonly kind: "serverStarted" }
  | { readonly kind: "requestCancelled"; readonly request: string }
  /** What decides over those who wait for some numbers has changed without an event of a phone. */
  | { readonly kind: "watchesChanged"; readonly watches: readonly NumberKey[] }
);

export type EventOf<Kind extends EngineEvent["kind"]> = Extract<EngineEvent, { readonly kind: Kind }>;
