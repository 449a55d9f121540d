import { ModelRequests, noteUse } from "@/lib/callback/testing/model/model-requests";
import {
  isFree,
  isRung,
  type ModelCall,
  type ModelPhase,
  type ModelPhone,
  type ModelRequest,
  type ModelScreen,
  type ModelSettings,
} from "@/lib/callback/testing/model/model-things";

const noAnswerTime = 12_000;
const voiceMailTime = 3000;
const mostForwards = 12;

export type ModelKey = "Dial" | "Cancel" | "Exit" | "OK";

const keysOf: Readonly<Record<ModelScreen["kind"], readonly ModelKey[]>> = {
  callBackActivated: ["Cancel", "Exit"],
  callBackAvailable: ["Dial", "Cancel", "Exit"],
  callBackAvailableDndReject: ["Cancel", "Exit"],
  callBackNotActive: ["Exit"],
  callBackAlreadyActive: ["OK", "Exit"],
  callBackCannotActivate: ["Exit"],
};

/** Phones with one call each, and their requests; time is given with each event. */
export class ModelCluster {
  readonly phones: readonly ModelPhone[];
  readonly requests: ModelRequests;
  readonly #calls = new Set<ModelCall>();

  constructor(numbers: readonly string[], settings: ModelSettings) {
    this.requests = new ModelRequests(settings);
    this.phones = numbers.map((number) => ({
      name: number,
      number,
      isThere: true,
      isRegistered: true,
      refusesCalls: false,
      forward: "",
      call: null,
      wasUsed: false,
      screen: null,
      saysKeyNotActive: false,
      playsTone: false,
    }));
  }

  /** Time passes until then; what is due on the way happens. */
  passTo(instant: number): void {
    for (let due = this.#nextDue(); due.at <= instant; due = this.#nextDue()) {
      const { act } = due;
      this.requests.now = due.at;
      this.#happen(act);
    }
    this.requests.now = instant;
  }

  offHook(phone: ModelPhone): void {
    this.#handle(phone, () => {
      if (isRung(phone) && phone.call) this.#connect(phone.call);
      else if (!phone.call) this.#startCall(phone, "", null);
    });
  }

  onHook(phone: ModelPhone): void {
    this.#handle(phone, () => {
      if (phone.call && !isRung(phone)) this.#release(phone.call);
    });
  }

  dial(phone: ModelPhone, number: string): void {
    this.#handle(phone, () => {
      if (phone.call) this.#release(phone.call);
      this.requests.turningAway = phone;
      this.#route(this.#startCall(phone, number, null), false);
    });
  }

  callBack(phone: ModelPhone): void {
    this.#handle(phone, () => {
      const { call } = phone;
      const target = this.#phoneOf(call?.dialled ?? "");
      if (this.requests.pressCallBack(phone, target) === "activates") this.#activate(phone, call, target);
    });
  }

  press(phone: ModelPhone, key: ModelKey): void {
    this.#handle(phone, () => {
      const { screen } = phone;
      if (!screen || !keysOf[screen.kind].includes(key)) phone.saysKeyNotActive = true;
      else this.#pressOnScreen(phone, screen, key);
    });
  }

  setRefusing(phone: ModelPhone, refuses: boolean): void {
    this.#happen(() => {
      if (phone.refusesCalls && !refuses) {
        for (const request of this.requests.for(phone)) noteUse(request, false);
      }
      phone.refusesCalls = refuses;
    });
  }

  unregister(phone: ModelPhone, isExtensionMobility = false): void {
    this.#happen(() => {
      if (isExtensionMobility) this.#endCompletions(phone);
      else this.requests.loseOriginator(phone);
      this.#leave(phone);
    });
  }

  register(phone: ModelPhone): void {
    this.requests.registering = phone;
    this.#happen(() => {
      phone.isRegistered = true;
      phone.wasUsed = false;
    });
    this.requests.registering = null;
  }

  /** Rows 23b and 28: its own request ends, those for it stay. */
  remove(phone: ModelPhone): void {
    this.#happen(() => {
      const own = this.requests.of(phone);
      if (own) this.requests.end(own, "originatorRemoved");
      if (phone.isRegistered) this.#leave(phone);
      phone.isThere = false;
    });
  }

  cancel(request: ModelRequest): void {
    this.#happen(() => this.requests.end(request, "cancelled"));
  }

  /** What a person does: prompt and tone end with it. */
  #handle(phone: ModelPhone, act: () => void): void {
    this.#happen(() => {
      phone.saysKeyNotActive = false;
      phone.playsTone = false;
      act();
    });
  }

  #happen(act: () => void): void {
    act();
    this.requests.runReactions(this.phones);
    this.requests.turningAway = null;
  }

  #leave(phone: ModelPhone): void {
    this.requests.loseTarget(phone);
    const { call } = phone;
    if (call && isRung(phone)) this.#fail(call, "reorder", "reorder");
    else if (call) this.#release(call);
    Object.assign(phone, { isRegistered: false, screen: null, playsTone: false, saysKeyNotActive: false });
  }

  #endCompletions(phone: ModelPhone): void {
    for (const request of this.requests.live) {
      if (request.originator === phone || request.target === phone)
        this.requests.end(request, "extensionMobility");
    }
  }

  #pressOnScreen(phone: ModelPhone, screen: ModelScreen, key: ModelKey): void {
    const request = this.requests.of(phone);
    if (screen.kind === "callBackAlreadyActive" && key === "OK") {
      const target = this.#phoneOf(screen.other);
      if (this.requests.pressOk(phone, screen.call, target)) this.#activate(phone, screen.call, target);
    } else if (key === "Exit") phone.screen = null;
    else if (key === "Cancel" && request) this.requests.end(request, "cancelled");
    else if (key === "Dial" && request) this.#dialBack(phone, request);
  }

  #activate(phone: ModelPhone, call: ModelCall | null, target: ModelPhone | undefined): void {
    if (!call || !target) return;
    const isBusy = !call.wasForwarded && (call.phase === "busy" || call.phase === "fastBusy");
    this.#release(call);
    this.requests.activate(phone, target, isBusy);
  }

  #dialBack(phone: ModelPhone, request: ModelRequest): void {
    if (phone.call) this.#release(phone.call);
    const { overrides, hasLine } = this.requests.dial(request);
    const call = this.#startCall(phone, request.target.number, request);
    if (hasLine) this.#route(call, overrides);
    else this.#fail(call, "busy", "busy");
  }

  #phoneOf(number: string): ModelPhone | undefined {
    return this.phones.find((phone) => phone.number === number);
  }

  #startCall(caller: ModelPhone, dialled: string, request: ModelRequest | null): ModelCall {
    const call: ModelCall = {
      caller,
      dialled,
      phase: "dialTone",
      callee: null,
      toVoiceMail: false,
      wasForwarded: false,
      until: null,
      request,
    };
    caller.call = call;
    this.#calls.add(call);
    return call;
  }

  /** To the phone that rings in the end, or to the tone that says why none does. */
  #route(call: ModelCall, overrides: boolean): void {
    let phone = this.#phoneOf(call.dialled);
    for (let hops = 0; !overrides && phone && phone.forward !== ""; hops++) {
      if (hops === mostForwards) {
        this.#fail(call, "reorder", "reorder");
        return;
      }
      if (phone.forward === "voiceMail") {
        Object.assign(call, { phase: "ringing", toVoiceMail: true });
        call.until = this.requests.now + voiceMailTime;
        return;
      }
      call.wasForwarded = true;
      phone = this.#phoneOf(phone.forward);
    }
    if (!phone?.isRegistered) this.#fail(call, "reorder", "reorder");
    else if (phone.call) this.#fail(call, "busy", "busy");
    else if (phone.refusesCalls) this.#fail(call, "fastBusy", "busy");
    else {
      Object.assign(call, { phase: "ringing", callee: phone });
      call.until = this.requests.now + noAnswerTime;
      phone.call = call;
    }
  }

  #fail(call: ModelCall, phase: ModelPhase, outcome: "busy" | "noAnswer" | "reorder"): void {
    if (call.callee) call.callee.call = null;
    Object.assign(call, { phase, callee: null, until: null });
    this.requests.settleCallBack(call, outcome);
  }

  /** Rows 21 and 29. */
  #connect(call: ModelCall): void {
    Object.assign(call, { phase: "connected", until: null });
    this.requests.settleCallBack(call, "answered");
    for (const [one, other] of [
      [call.caller, call.callee],
      [call.callee, call.caller],
    ]) {
      const own = one ? this.requests.of(one) : undefined;
      if (own && own.target === other) this.requests.end(own, "completed");
    }
    this.requests.turningAway = call.callee;
  }

  #release(call: ModelCall): void {
    this.#calls.delete(call);
    call.caller.call = null;
    if (call.callee) call.callee.call = null;
    this.requests.settleCallBack(call, "hungUp");
  }

  #nextDue(): { readonly at: number; readonly act: () => void } {
    let first = { at: Number.POSITIVE_INFINITY, act: () => {} };
    const add = (at: number, act: () => void) => {
      if (at < first.at) first = { at, act };
    };
    for (const call of this.#calls) {
      if (call.until === null) continue;
      add(call.until, () =>
        call.toVoiceMail ? this.#connect(call) : this.#fail(call, "reorder", "noAnswer"),
      );
    }
    for (const request of this.requests.live)
      add(this.requests.dueAt(request), () => this.requests.expire(request));
    for (const phone of this.phones) {
      const { screen } = phone;
      if (screen?.kind === "callBackAlreadyActive")
        add(screen.until, () => {
          phone.screen = null;
        });
    }
    return first;
  }
}

/** What a key does when nobody is sure: whether the histories of the model may ask for it in this state. */
export function isSimple(phone: ModelPhone, what: "dial" | "Dial"): boolean {
  if (!phone.isRegistered || isRung(phone)) return false;
  if (what === "dial") return isFree(phone) || phone.call?.phase === "dialTone";
  return phone.call?.phase !== "connected";
}
