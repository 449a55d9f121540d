import type { Device, Login } from "@/lib/devices/device";

/** Why nobody can log in to a phone, or out of it. */
export type LoginRefusal =
  | "phoneNotRegistered"
  | "extensionMobilityOff"
  | "otherUserLoggedIn"
  | "loggedInElsewhere"
  | "nobodyLoggedIn";

/** What a login or logout asks of the phone and of the user. */
export interface LoginSituation {
  readonly device: Pick<Device, "phase" | "login">;
  /** Extension Mobility is enabled on the phone, as it is saved. */
  readonly isEnabled: boolean;
  /** Who wants to log in; null: whoever is logged in logs out. */
  readonly wanted: Login | null;
  /** Another phone to which the user is logged in. */
  readonly elsewhere: string | null;
}

/**
 * Whether somebody may log in to a phone or out of it [IN-08]. Only a registered phone can tell, in a call as well: it
 * restarts when its last call has ended. A user is logged in to one phone at a time, as Unified CM has it by default
 * (Intra-cluster Multiple Login Behavior: not allowed; from memory). Who is logged in can log out though
 * Extension Mobility was switched off since.
 * @returns null when nothing stands against it
 */
export function loginRefusal({ device, isEnabled, wanted, elsewhere }: LoginSituation): LoginRefusal | null {
  const { phase, login } = device;
  if (phase !== "registered") return "phoneNotRegistered";
  if (wanted === null) return login === null ? "nobodyLoggedIn" : null;
  if (!isEnabled) return "extensionMobilityOff";
  if (login !== null && login.profile !== wanted.profile) return "otherUserLoggedIn";
  return elsewhere === null ? null : "loggedInElsewhere";
}
