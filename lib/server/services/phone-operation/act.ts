import type { EngineEvent, PhoneAction } from "@/lib/callback/state/events";
import type { DisplayDto, PhoneActionDto } from "@/lib/contract/phone-operation";
import { requirePermission, type ServiceContext } from "@/lib/server/context";
import { Refusal, refuseProblems } from "@/lib/server/errors";
import { applyCallEvents } from "@/lib/server/runtime/calls/apply-call-events";
import type { CallEvents } from "@/lib/server/runtime/calls/execute-steps";
import { shownBy } from "@/lib/server/runtime/calls/read-calls";
import { RemoteConfiguration } from "@/lib/server/runtime/calls/remote-configuration";
import { deliverDue } from "@/lib/server/runtime/calls/run-due-calls";
import type { WorkingSet } from "@/lib/server/runtime/calls/working-set";
import type { Runtime } from "@/lib/server/runtime/runtime";
import { changeUser } from "@/lib/server/services/phone-operation/change-user";
import { findUsablePhone, type UsablePhone } from "@/lib/server/services/phone-operation/find-phone";
import { getDisplay } from "@/lib/server/services/phone-operation/get-display";
import { plugPhone } from "@/lib/server/services/phone-operation/plug";
import { savingEffects } from "@/lib/server/services/phone-operation/save-effects";

/** What the engine does; the rest is done to the phone as a device. */
type EngineAction = Exclude<PhoneActionDto, { action: "unplug" | "plugIn" | "login" | "logout" }>;

/**
 * Does with a phone what a person at its desk does [OV-03]. It is one transaction: afterwards every phone and request that
 * it concerns has its new state. There is no history, but for what it changes in the saved configuration.
 * @returns what the phone shows afterwards
 * @throws Refusal forbidden, notFound, phoneNotRegistered, loginRefused, validationFailed
 */
export async function actOnPhone(
  context: ServiceContext,
  runtime: Runtime,
  name: string,
  action: PhoneActionDto,
): Promise<DisplayDto> {
  requirePermission(context, "phone", "update");
  const display = await act(context, runtime, name, action);
  // With a manual clock what other clusters answer at once belongs to it.
  return (await deliverDue(runtime)) ? getDisplay(context, name) : display;
}

async function act(
  context: ServiceContext,
  runtime: Runtime,
  name: string,
  action: PhoneActionDto,
): Promise<DisplayDto> {
  // One that this process knows is looked at when the event is stored.
  const isKnown = runtime.rowCache.get("phones", name)?.device !== undefined;
  const phone = isKnown ? { cluster: "", name } : await findUsablePhone(context.database.prisma, name);
  switch (action.action) {
    case "plugIn":
    case "unplug":
      return phone.cluster === ""
        ? plugPhone(context, phone.name, action.action)
        : plugRemote(context, runtime, phone, action.action);
    case "login":
    case "logout":
      if (phone.cluster !== "") refuseRemote();
      return changeUser(context, phone.name, action);
    default:
      return actInEngine(context, runtime, phone, action);
  }
}

/** Device profiles are of this cluster. @throws Refusal loginRefused */
function refuseRemote(): never {
  throw new Refusal("loginRefused", { problems: [{ path: [], code: "extensionMobilityOff" }] });
}

async function actInEngine(
  context: ServiceContext,
  runtime: Runtime,
  phone: UsablePhone,
  action: EngineAction,
): Promise<DisplayDto> {
  const needsPhone = action.action !== "setDnd" && action.action !== "setForwardAll";
  const check = (workingSet: WorkingSet) => {
    if (needsPhone && workingSet.before("phones", phone.name)?.registration !== "registered")
      throw new Refusal("phoneNotRegistered");
    checkLine(workingSet, phone, action);
  };
  const event: EngineEvent = {
    id: context.newId(),
    kind: "phoneAction",
    phone: phone.name,
    action: engineAction(action),
  };
  // What this process remembers of a phone may be old: a refusal must not rest on it.
  const known = runtime.rowCache.get("phones", phone.name)?.value as { registration?: string } | undefined;
  if (known?.registration !== "registered") runtime.rowCache.invalidate("phones", phone.name);
  return applyEvent(context, runtime, phone, event, { check });
}

/**
 * Lets something happen at a phone.
 * @returns what the phone shows afterwards
 * @throws Refusal notFound, and what `check` refuses
 */
async function applyEvent(
  context: ServiceContext,
  runtime: Runtime,
  { cluster, name }: UsablePhone,
  event: EngineEvent,
  refusing: Pick<CallEvents, "check"> = {},
): Promise<DisplayDto> {
  const applied = await applyCallEvents(
    runtime,
    { cluster, events: [event], now: context.now().getTime(), ...refusing },
    savingEffects(context),
  );
  const display = applied && shownBy(applied.workingSet, name, applied.place);
  if (!display) throw new Refusal("notFound", { name });
  return display;
}

/** @throws Refusal validationFailed when no button of the phone has such a line: then it does not run it */
function checkLine(workingSet: WorkingSet, { name }: UsablePhone, action: EngineAction): void {
  const wanted = "line" in action ? action.line : undefined;
  if (wanted === undefined) return;
  const phone = workingSet.before("phones", name);
  if (!phone?.running.lines.some(({ index }) => index === wanted))
    refuseProblems([{ path: ["line"], code: "lineWithoutButton", params: { index: wanted } }]);
}

function engineAction(action: EngineAction): PhoneAction {
  switch (action.action) {
    case "offHook":
    case "onHook":
      return { kind: action.action };
    case "dial": {
      const { digits, line, video } = action;
      return {
        kind: "dial",
        digits,
        ...(line === undefined ? {} : { line }),
        ...(video === undefined ? {} : { video }),
      };
    }
    case "digit":
      return { kind: "digit", digit: action.digit };
    case "pressSoftkey":
      return { kind: "pressSoftkey", softkey: action.softkey };
    case "pressButton":
      return { kind: "pressButton", position: action.position };
    case "selectCall":
      return { kind: "selectCall", call: action.call };
    case "setDnd":
      return { kind: "setDnd", status: action.status, option: action.option };
    case "setForwardAll": {
      const { line, destination = null, voiceMail = false } = action;
      return {
        kind: "setForwardAll",
        ...(line === undefined ? {} : { line }),
        target: { destination, voiceMail },
      };
    }
  }
}

/** A phone of another cluster registers at once. */
async function plugRemote(
  context: ServiceContext,
  runtime: Runtime,
  phone: UsablePhone,
  action: "plugIn" | "unplug",
): Promise<DisplayDto> {
  const { cluster, name } = phone;
  const remote = await RemoteConfiguration.load(context.database.prisma, cluster);
  const running = remote?.numberOf(name.slice(cluster.length + 1))?.phone.running;
  if (!running) throw new Refusal("notFound", { name });
  const id = context.newId();
  const event: EngineEvent =
    action === "plugIn"
      ? { id, kind: "phoneRegistered", phone: name, running }
      : { id, kind: "phoneUnregistered", phone: name, cause: "unplugged" };
  return applyEvent(context, runtime, phone, event);
}
