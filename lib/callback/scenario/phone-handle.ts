import { displayOf, type PhoneDisplay } from "@/lib/callback/display/display";
import type { Simulation } from "@/lib/callback/scenario/simulation";
import type { PhoneAction } from "@/lib/callback/state/events";
import type { Phone, PressedKey, RunningConfiguration } from "@/lib/callback/state/phone";
import type { CallBackRequest } from "@/lib/callback/state/request";

const resetTakes = 5000;
const registeringTakes = 1000;

/** A phone of a scenario: what its user and its administrator do with it, and what is to see on it. */
export class PhoneHandle {
  readonly #simulation: Simulation;
  readonly cluster: string;
  readonly name: string;
  readonly number: string;
  readonly #running: RunningConfiguration;

  constructor(
    simulation: Simulation,
    { cluster, name, number }: { readonly cluster: string; readonly name: string; readonly number: string },
    running: RunningConfiguration,
  ) {
    this.#simulation = simulation;
    this.cluster = cluster;
    this.name = name;
    this.number = number;
    this.#running = running;
  }

  #act(action: PhoneAction): void {
    this.#simulation.happen(this.cluster, { kind: "phoneAction", phone: this.name, action });
  }

  dials(
    digits: string | PhoneHandle,
    options: { readonly line?: number; readonly video?: boolean } = {},
  ): void {
    this.#act({ kind: "dial", digits: typeof digits === "string" ? digits : digits.number, ...options });
  }

  /** Types on the key pad, one digit at a time. */
  types(digits: string): void {
    for (const digit of digits) this.#act({ kind: "digit", digit });
  }

  goesOffHook(): void {
    this.#act({ kind: "offHook" });
  }

  answers(): void {
    this.#act({ kind: "offHook" });
  }

  hangsUp(): void {
    this.#act({ kind: "onHook" });
  }

  presses(...softkeys: PressedKey[]): void {
    for (const softkey of softkeys) this.#act({ kind: "pressSoftkey", softkey });
  }

  pressesButton(position: number): void {
    this.#act({ kind: "pressButton", position });
  }

  selects(call: string): void {
    this.#act({ kind: "selectCall", call });
  }

  setsDnd(option: Phone["dnd"]["option"] = "Call Reject"): void {
    this.#act({ kind: "setDnd", status: true, option });
  }

  clearsDnd(): void {
    this.#act({ kind: "setDnd", status: false, option: this.phone.dnd.option });
  }

  forwardsAllTo(destination: string | PhoneHandle | null): void {
    const number = destination instanceof PhoneHandle ? destination.number : destination;
    this.#act({ kind: "setForwardAll", target: { destination: number, voiceMail: false } });
  }

  forwardsAllToVoiceMail(): void {
    this.#act({ kind: "setForwardAll", target: { destination: null, voiceMail: true } });
  }

  isUnplugged(cause: "unplugged" | "reset" | "restart" | "extensionMobility" = "unplugged"): void {
    this.#simulation.happen(this.cluster, { kind: "phoneUnregistered", phone: this.name, cause });
  }

  isPluggedIn(running = this.#running, byExtensionMobility = false): void {
    this.#simulation.happen(this.cluster, { kind: "phoneRegistering", phone: this.name });
    this.#simulation.wait(registeringTakes);
    this.#simulation.happen(this.cluster, {
      kind: "phoneRegistered",
      phone: this.name,
      running,
      byExtensionMobility,
    });
  }

  isReset(): void {
    this.isUnplugged("reset");
    this.#simulation.wait(resetTakes);
    this.isPluggedIn();
  }

  /** Somebody logs in or out with Extension Mobility; the phone restarts with another configuration. */
  changesUser(running = this.#running): void {
    this.isUnplugged("extensionMobility");
    this.isPluggedIn(running, true);
  }

  /** The same while it is in a call: its configuration stays for now. */
  changesUserInCall(): void {
    this.#simulation.happen(this.cluster, { kind: "userChanged", phone: this.name });
  }

  isRemoved(): void {
    this.#simulation.happen(this.cluster, { kind: "phoneRemoved", phone: this.name });
  }

  get phone(): Phone {
    const phone = this.#simulation.world(this.cluster).get("phones", this.name);
    if (!phone) throw new Error(`${this.name} has been removed`);
    return phone;
  }

  get display(): PhoneDisplay {
    return displayOf(this.#simulation.world(this.cluster), this.phone);
  }

  get hears(): PhoneDisplay["tone"] {
    return this.display.tone;
  }

  /** The live request of the phone. */
  get request(): CallBackRequest | null {
    const { request, replacement } = this.phone;
    const id = request ?? replacement;
    return (id && this.#simulation.world(this.cluster).get("requests", id)) || null;
  }

  get requestState(): CallBackRequest["state"] | null {
    return this.request?.state ?? null;
  }
}
