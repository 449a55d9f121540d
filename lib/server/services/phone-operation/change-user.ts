import { echo, type Problem } from "@/lib/configuration/problem";
import { nameKey } from "@/lib/configuration/text-rules";
import type { DisplayDto, PhoneActionDto } from "@/lib/contract/phone-operation";
import type { Login } from "@/lib/devices/device";
import { type LoginSituation, loginRefusal } from "@/lib/devices/extension-mobility";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { canBeText } from "@/lib/server/db/bounds";
import { findPhoneOfLogin, lockLogin } from "@/lib/server/db/device/login";
import { lockDevices } from "@/lib/server/db/device/state";
import { inTransaction, type Transaction } from "@/lib/server/db/transaction";
import { Refusal } from "@/lib/server/errors";
import { readDisplay } from "@/lib/server/runtime/calls/read-calls";
import { applyDeviceEvents } from "@/lib/server/runtime/devices/apply-device-events";
import { wakeJobs } from "@/lib/server/runtime/jobs/wake";
import { definitions } from "@/lib/server/services/configuration/definitions";
import { loadObject } from "@/lib/server/services/configuration/load";

type UserAction = Extract<PhoneActionDto, { action: "login" | "logout" }>;

/**
 * Lets a user log in to a phone by Extension Mobility, or out of it: its call completions end [IN-08], and it restarts with
 * the user's device profile, or without, when its last call has ended. It changes what the phone does, not the
 * configuration, so there is no history; the alarms tell.
 * @returns what the phone shows afterwards
 * @throws Refusal forbidden, notFound, phoneNotRegistered, loginRefused, validationFailed when nobody has that user id
 */
export async function changeUser(
  context: ServiceContext,
  name: string,
  action: UserAction,
): Promise<DisplayDto> {
  requirePermission(context, "phone", "update");
  const display = await inTransaction(context.database, async (transaction) => {
    const { id, content } = await loadObject(transaction, definitions.phone, { name, partition: null });
    const wanted = action.action === "login" ? await loginOf(transaction, action.userId) : null;
    const [stored] = await lockDevices(transaction, [id]);
    if (!stored) throw new Refusal("notFound", { name });
    const other = wanted && (await findPhoneOfLogin(transaction, wanted));
    refuseLogin({
      device: stored.device,
      isEnabled: content.extensionMobility === true,
      wanted,
      elsewhere: other && other.id !== id ? other.name : null,
    });
    const isThere = wanted !== null && other?.id === id;
    const event = { kind: "userChanged", login: wanted } as const;
    if (!isThere)
      await applyDeviceEvents(transaction, context.newId, [{ stored, event, at: context.now().getTime() }]);
    return readDisplay(transaction, "", stored.name);
  });
  wakeJobs();
  if (!display) throw new Refusal("notFound", { name });
  return display;
}

/** @throws Refusal validationFailed when nobody has that user id */
async function loginOf(transaction: Transaction, userId: string): Promise<Login> {
  const login = canBeText(userId) ? await lockLogin(transaction, nameKey(userId)) : null;
  if (login) return login;
  const problem: Problem = { path: ["userId"], code: "unknownUserId", params: { userId: echo(userId) } };
  throw new Refusal("validationFailed", { problems: [problem] });
}

/** @throws Refusal phoneNotRegistered, loginRefused */
function refuseLogin(situation: LoginSituation): void {
  const code = loginRefusal(situation);
  if (code === null) return;
  if (code === "phoneNotRegistered") throw new Refusal(code);
  const problem: Problem = {
    path: [],
    code,
    params: {
      userId: situation.device.login?.userId ?? situation.wanted?.userId ?? "",
      phone: situation.elsewhere ?? "",
    },
  };
  throw new Refusal("loginRefused", { problems: [problem] });
}
