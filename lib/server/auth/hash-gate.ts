import { Gate } from "@/lib/server/auth/gate";
import { hashAtPresentCost } from "@/lib/server/auth/password-hash";

/**
 * Everything that hashes passwords goes through here. Node's pool has four threads, which files and name look-ups share:
 * two hashes at once leave them half of it. The last of a full line waits for about a second.
 */
export const hashGate = new Gate({ atOnce: 2, waiting: 16 });

/**
 * The hash under which a new password is stored.
 * @throws Refusal signInBusy
 */
export function hashPassword(password: string): Promise<string> {
  return hashGate.run(true, () => hashAtPresentCost(password));
}
