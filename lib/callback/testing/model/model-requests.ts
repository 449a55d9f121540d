import {
  isFree,
  isInUse,
  isOffered,
  isRung,
  type ModelCall,
  type ModelPhone,
  type ModelRequest,
  type ModelScreen,
  type ModelSettings,
  minute,
} from "@/lib/callback/testing/model/model-things";

const recallTime = 20_000;
const questionTime = 30_000;

/**
 * Requests as the tables of docs/engine.md have them: after every event every row is tried on every request, in the
 * simplest way. Rows are named as there.
 */
export class ModelRequests {
  readonly all: ModelRequest[] = [];
  readonly #settings: ModelSettings;
  now = 0;
  /** A phone that registers in this event: nothing is shown on it by itself. */
  registering: ModelPhone | null = null;
  /** A phone that dials or answers in this event, but not from the screen. */
  turningAway: ModelPhone | null = null;

  constructor(settings: ModelSettings) {
    this.#settings = settings;
  }

  get live(): ModelRequest[] {
    return this.all.filter(({ state }) => state !== "ended");
  }

  of(phone: ModelPhone): ModelRequest | undefined {
    return this.live.find(({ originator }) => originator === phone);
  }

  for(phone: ModelPhone): ModelRequest[] {
    return this.live.filter(({ target }) => target === phone);
  }

  /** Rows 3 to 7, and the request's own row on the idle phone. */
  pressCallBack(phone: ModelPhone, target: ModelPhone | undefined): "activates" | "answered" {
    const { call } = phone;
    const own = this.of(phone);
    if (!call) {
      if (own) this.#tell(own);
      else phone.screen = { kind: "callBackNotActive" };
      return "answered";
    }
    if (call.caller !== phone || !isOffered(call)) {
      phone.saysKeyNotActive = true;
      return "answered";
    }
    if (own?.target.number === call.dialled) this.#tell(own);
    else if (this.#isRefused(call, target)) this.#refuse(phone, call.dialled);
    else if (own) this.#ask(phone, call, own);
    else return "activates";
    return "answered";
  }

  /** Row 8: true when the call may still be called back. */
  pressOk(phone: ModelPhone, call: ModelCall, target: ModelPhone | undefined): boolean {
    phone.screen = null;
    if (!this.#isRefused(call, target)) return true;
    this.#refuse(phone, call.dialled);
    return false;
  }

  /** Rows 7 and 8; the call has been released. */
  activate(phone: ModelPhone, target: ModelPhone, isBusy: boolean): void {
    const old = this.of(phone);
    if (old) this.end(old, "replaced");
    this.all.push({
      originator: phone,
      target,
      state: "active",
      reason: null,
      cycledRefusing: false,
      needsUse: !isBusy || target.refusesCalls,
      wasReady: false,
      readyAt: 0,
      serviceUntil: this.now + (isBusy ? 60 : 180) * minute,
      recallUntil: null,
    });
    phone.screen = { kind: "callBackActivated", number: target.number };
  }

  end(request: ModelRequest, reason: string): void {
    request.state = "ended";
    request.reason = reason;
    hide(request.originator);
  }

  /** Rows 21 to 24: what became of the call from the screen. */
  settleCallBack(call: ModelCall, outcome: "answered" | "busy" | "noAnswer" | "reorder" | "hungUp"): void {
    const { request } = call;
    if (request?.state !== "calling") return;
    switch (outcome) {
      case "answered":
        this.end(request, "completed");
        return;
      case "reorder":
        request.state = "readyLate";
        return;
      case "busy":
      case "noAnswer":
      case "hungUp":
        request.state = "active";
        request.needsUse = true;
        request.wasReady = false;
    }
  }

  /** Row 16; under oneAtATime whoever calls has the line: false when somebody else is calling already. */
  dial(request: ModelRequest): { readonly overrides: boolean; readonly hasLine: boolean } {
    const overrides = request.recallUntil !== null && this.now <= request.recallUntil;
    const others = this.for(request.target).filter((other) => other !== request);
    const hasLine = !this.#settings.isOneAtATime || others.every(({ state }) => state !== "calling");
    if (this.#settings.isOneAtATime && hasLine) {
      for (const other of others) if (other.state === "ready") withdraw(other);
    }
    hide(request.originator);
    request.state = "calling";
    request.recallUntil = null;
    return { overrides, hasLine };
  }

  /** Rows 28, 28b and 28c. */
  loseOriginator(phone: ModelPhone): void {
    const request = this.of(phone);
    if (!request) return;
    const { state } = request;
    const wasNeverReady = state === "active" || (state === "suspended" && !request.wasReady);
    if (wasNeverReady) {
      if (!this.#settings.keepsOnReset) this.end(request, "originatorReset");
    } else if (state === "suspended" || state === "calling") request.state = "readyLate";
  }

  /** B resets while it is neither in use nor free: that it comes back does not make it free. */
  loseTarget(phone: ModelPhone): void {
    if (!isRung(phone)) return;
    for (const request of this.for(phone)) if (request.state === "active") request.needsUse = true;
  }

  /** T3 (row 17); T2 (row 26) ends the request. */
  expire(request: ModelRequest): void {
    if (request.serviceUntil <= this.now) {
      this.end(request, "expired");
      return;
    }
    request.state = "readyLate";
    request.originator.playsTone = false;
    if (this.#settings.isOneAtATime) request.needsUse = true;
  }

  /** When the request's next timer is due. */
  dueAt({ state, serviceUntil, recallUntil }: ModelRequest): number {
    return state === "ready" && recallUntil !== null ? Math.min(serviceUntil, recallUntil) : serviceUntil;
  }

  /** Tries every row that needs no key on every request. */
  runReactions(phones: readonly ModelPhone[]): void {
    for (const phone of phones) this.#settleUse(phone);
    for (const request of this.live) this.#reactAtOriginator(request);
    for (const phone of phones) this.#reactToQuestion(phone);
    for (const phone of phones) this.#select(phone);
  }

  /** A cycle is in use, then free again; row 18 and 18b. */
  #settleUse(phone: ModelPhone): void {
    if (isInUse(phone)) {
      phone.wasUsed = true;
      for (const request of this.for(phone)) {
        request.cycledRefusing = false;
        if (request.state.startsWith("ready")) withdraw(request);
      }
      return;
    }
    if (isFree(phone) && phone.wasUsed) {
      phone.wasUsed = false;
      for (const request of this.for(phone)) noteUse(request, phone.refusesCalls);
    }
    if (!phone.isRegistered || !phone.refusesCalls) return;
    for (const request of this.for(phone)) {
      if (request.state === "ready" || request.state === "readyLate") this.#showRefusing(request, false);
    }
  }

  /** Rows 14, 14b and 15. */
  #reactAtOriginator(request: ModelRequest): void {
    const { originator, state } = request;
    if (originator === this.turningAway && state.startsWith("ready")) {
      hide(originator);
      if (state === "readyLate") return;
      request.state = "suspended";
      request.recallUntil = null;
    } else if (state === "suspended" && isFree(originator)) request.state = "active";
  }

  /** Rows 9 and 9b. */
  #reactToQuestion(phone: ModelPhone): void {
    const { screen } = phone;
    if (screen?.kind !== "callBackAlreadyActive") return;
    const isOver = phone.call !== screen.call || !isOffered(screen.call);
    if (isOver || screen.request.state === "ended") phone.screen = null;
  }

  /** Rows 11, 12, 13, 19 and 28d, for everybody or first come, first served. */
  #select(target: ModelPhone): void {
    if (!isFree(target)) return;
    for (const request of this.for(target)) {
      if (request.needsUse) continue;
      if (target.refusesCalls) {
        if (request.state === "active" && request.cycledRefusing) this.#offerRefusing(request);
        continue;
      }
      const isTaken = this.for(target).some(({ state }) => state === "ready" || state === "calling");
      if (this.#settings.isOneAtATime && isTaken) return;
      this.#offer(request);
    }
  }

  #offer(request: ModelRequest): void {
    const { originator, state, target } = request;
    if (state !== "active" && state !== "readyDndReject") return;
    const isSilent = !originator.isRegistered || originator === this.registering;
    if (!isSilent && !isFree(originator)) {
      if (state === "active") request.state = "suspended";
      return;
    }
    if (!originator.isRegistered && state === "readyDndReject") return;
    Object.assign(request, { state: "ready", wasReady: true, readyAt: this.now });
    request.recallUntil = this.now + recallTime;
    if (isSilent) return;
    originator.playsTone = true;
    originator.screen = { kind: "callBackAvailable", number: target.number, at: this.now };
  }

  #offerRefusing(request: ModelRequest): void {
    const { originator } = request;
    if (!originator.isRegistered) return;
    if (isFree(originator)) this.#showRefusing(request, originator !== this.registering);
    else request.state = "suspended";
  }

  /** Rows 13 and 18b; the latter changes a screen that is open, and opens none. */
  #showRefusing(request: ModelRequest, opens: boolean): void {
    const { originator, target } = request;
    Object.assign(request, { state: "readyDndReject", wasReady: true, readyAt: this.now });
    request.recallUntil = null;
    originator.playsTone = false;
    if (opens || originator.screen?.kind === "callBackAvailable")
      originator.screen = { kind: "callBackAvailableDndReject", number: target.number };
  }

  /** All calls forwarded to voice mail, an unknown number, A's own number (row 4). */
  #isRefused(call: ModelCall, target: ModelPhone | undefined): boolean {
    return !target || target === call.caller || call.toVoiceMail || target.forward === "voiceMail";
  }

  #refuse(phone: ModelPhone, number: string): void {
    phone.screen = { kind: "callBackCannotActivate", number };
  }

  #ask(phone: ModelPhone, call: ModelCall, request: ModelRequest): void {
    const { number } = request.target;
    const until = this.now + questionTime;
    phone.screen = { kind: "callBackAlreadyActive", number, other: call.dialled, call, request, until };
  }

  /** The column "pressing CallBack shows". */
  #tell(request: ModelRequest): void {
    const screen = screenOf(request);
    if (screen) request.originator.screen = screen;
    else request.originator.saysKeyNotActive = true;
  }
}

function screenOf({ state, target: { number }, readyAt }: ModelRequest): ModelScreen | null {
  if (state === "active" || state === "suspended") return { kind: "callBackActivated", number };
  if (state === "readyDndReject") return { kind: "callBackAvailableDndReject", number };
  return state === "calling" ? null : { kind: "callBackAvailable", number, at: readyAt };
}

/** B has been in use, or takes calls again: nobody has to wait for a use any more. */
export function noteUse(request: ModelRequest, isRefusing: boolean): void {
  request.needsUse = false;
  request.cycledRefusing = isRefusing;
}

/** Row 18. */
function withdraw(request: ModelRequest): void {
  Object.assign(request, { state: "active", wasReady: false, recallUntil: null });
  hide(request.originator);
}

const requestScreens = ["callBackActivated", "callBackAvailable", "callBackAvailableDndReject"];

/** Tone off, and the screen of a request closed; other screens stay. */
export function hide(phone: ModelPhone): void {
  phone.playsTone = false;
  if (phone.screen && requestScreens.includes(phone.screen.kind)) phone.screen = null;
}
