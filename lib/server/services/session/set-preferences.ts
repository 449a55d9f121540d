import type { PreferencesInput, SessionDto } from "@/lib/contract/session";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { inTransaction } from "@/lib/server/db/transaction";
import { savePreferences } from "@/lib/server/db/user";
import { loadOwnUser } from "@/lib/server/services/session/load";
import { toSessionDto } from "@/lib/server/services/session/to-dto";

/**
 * Remembers language and theme of the person who asks; null follows browser and system, absent stays as it is.
 * Everybody may do so. Preferences are not configuration: they have neither version nor history.
 * @throws Refusal forbidden, notSignedIn
 */
export async function setPreferences(context: ServiceContext, input: PreferencesInput): Promise<SessionDto> {
  requirePermission(context, "ownUser", "update");
  return inTransaction(context.database, async (transaction) => {
    const before = await loadOwnUser(transaction, context);
    const { language, theme } = input;
    await savePreferences(transaction, before.id, {
      ...(language === undefined ? {} : { language }),
      ...(theme === undefined ? {} : { theme }),
    });
    return toSessionDto(await loadOwnUser(transaction, context));
  });
}
