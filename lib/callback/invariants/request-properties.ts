import { Violations } from "@/lib/callback/invariants/violation";
import { isFree, lineStatus } from "@/lib/callback/phones/availability";
import { isOffered } from "@/lib/callback/phones/call-state";
import { isLive, screenOf } from "@/lib/callback/requests/request-state";
import type { MemoryWorld } from "@/lib/callback/state/memory-world";
import type { Phone } from "@/lib/callback/state/phone";
import type { CallBackRequest } from "@/lib/callback/state/request";
import { engineParametersKey } from "@/lib/callback/state/world";

/** S3: at most one live request a phone; one that is to replace another does not count. */
function checkOriginators(world: MemoryWorld, found: Violations): void {
  const live = new Map<string, number>();
  for (const request of world.tables.requests.values()) {
    if (!isLive(request)) continue;
    const { phone: name } = request.originator;
    const phone = world.get("phones", name);
    const isReplacement = phone?.replacement === request.id;
    found.unless(
      isReplacement || phone?.request === request.id,
      "S11",
      `${request.id} is forgotten by ${name}`,
    );
    if (!isReplacement) live.set(name, (live.get(name) ?? 0) + 1);
  }
  for (const [name, count] of live) found.unless(count <= 1, "S3", `${name} has ${count} live requests`);
}

/** S2, S6, L3 and L4 of one live request; S11 of one that has ended. */
function checkRequest(world: MemoryWorld, request: CallBackRequest, found: Violations): void {
  const { id, state, target, originator } = request;
  const { timers } = world.tables;
  if (!isLive(request)) {
    for (const kind of ["T1", "T2", "T3"])
      found.unless(!timers.has(`${kind}:${id}`), "S11", `${kind} of ended ${id}`);
    found.unless(!world.tables.waiters.has(id), "S11", `ended ${id} still waits`);
    return;
  }
  found.unless(timers.has(`${state === "requested" ? "T1" : "T2"}:${id}`), "L4", `${id} never ends`);
  found.unless(timers.has(`T3:${id}`) === (state === "ready"), "S11", `T3 of ${id} in ${state}`);
  const phone = world.get("phones", originator.phone);
  found.unless(phone !== undefined, "S11", `${id} has lost its phone`);
  const mustResume = state === "suspended" && phone !== undefined && isFree(world, phone);
  found.unless(!mustResume, "L3", `${id} is suspended while A is free`);
  if (target.kind === "remote") return;
  const status = lineStatus(world, target.watched);
  found.unless(state !== "ready" || !status.isInUse, "S2", `${id} is ready while B is in use`);
  const hasDial = state === "ready" || state === "readyLate";
  found.unless(!hasDial || !status.isDndReject || status.isInUse, "S6", `${id} has Dial under DND-Reject`);
}

/** S10 and S11: a screen tells the truth about the phone's live request or selected question. */
function checkScreen(world: MemoryWorld, phone: Phone, found: Violations): void {
  const { screen, name } = phone;
  const live = [phone.request, phone.replacement]
    .map((id) => (id === null ? undefined : world.get("requests", id)))
    .filter(isLive);
  found.unless(
    live.length === [phone.request, phone.replacement].filter(Boolean).length,
    "S11",
    `${name} remembers an ended request`,
  );
  switch (screen?.kind) {
    case "callBackActivated":
    case "callBackAvailable":
    case "callBackAvailableDndReject": {
      const isTrue = live.some((request) => {
        const own = screenOf(request);
        return own?.kind === screen.kind && "number" in own && own.number === screen.number;
      });
      found.unless(isTrue, "S10", `${name} shows ${screen.kind} of ${screen.number}`);
      return;
    }
    case "callBackAlreadyActive": {
      const call = world.get("calls", screen.call);
      const old = world.get("requests", screen.request);
      const isTrue = call !== undefined && isOffered(call) && call.digits === screen.other && isLive(old);
      found.unless(
        isTrue && old?.target.digits === screen.number,
        "S10",
        `${name} asks ${screen.number} → ${screen.other}`,
      );
      found.unless(
        world.tables.timers.has(`question:${name}`),
        "S11",
        `the question of ${name} stays for ever`,
      );
      return;
    }
    case undefined:
    case "callBackNotActive":
    case "callBackCannotActivate":
      return;
  }
}

/** S11 and L4: a timer belongs to something that is there. */
function checkTimers(world: MemoryWorld, found: Violations): void {
  const { requests, served, watches, phones, calls } = world.tables;
  for (const { id, owner } of world.tables.timers.values()) {
    const isOwned =
      isLive(requests.get(owner)) || [served, watches, phones, calls].some((table) => table.has(owner));
    found.unless(isOwned, "S11", `timer ${id} has no owner`);
  }
}

/** Everything of one cluster that has to hold between steps, but for the queues of the watches. */
export function checkRequests(world: MemoryWorld): Violations {
  const found = new Violations();
  checkOriginators(world, found);
  for (const request of world.tables.requests.values()) checkRequest(world, request, found);
  for (const phone of world.tables.phones.values()) checkScreen(world, phone, found);
  checkTimers(world, found);
  return found;
}

/** The policy of the world, for properties that depend on it. */
export function isOneAtATime(world: MemoryWorld): boolean {
  return world.get("parameters", engineParametersKey)?.policy === "oneAtATime";
}
