import { type Edit, type PhoneName, phoneNames } from "@/lib/devices/testing/device-cluster";
import type { ActionRecord, Command } from "@/lib/devices/testing/device-world";

/** What a phone has of each thing that can be changed, by the number of its value. */
type Facts = Readonly<Record<string, number | string>>;

/** How much each thing disturbs a phone: 1 not at all, 2 it registers again. */
const disturbance: Readonly<Record<string, number>> = {
  description: 1,
  lineLabel: 1,
  buttonLabel: 1,
  speedDial: 2,
  template: 2,
  layout: 2,
  addressing: 2,
  locale: 2,
};

interface Wish {
  isReset: boolean;
  actions: string[];
}

class SimplePhone {
  state: "off" | "queued" | "starting" | "on" | "down" | "gone" = "off";
  /** Since when it is queued, until when it is starting or down. */
  at = 0;
  wasOn = false;
  calls = 0;
  running: Facts | null = null;
  wish: Wish | null = null;
  doing: string[] = [];
}

/**
 * The same cluster told in the simplest way, for comparison: numbers in place of contents, one look around every
 * 250 ms in place of timers, and no code of the rules.
 */
export class SimpleWorld {
  now = 0;
  lastSlot = -500;
  readonly phones = new Map<PhoneName, SimplePhone>(phoneNames.map((name) => [name, new SimplePhone()]));
  readonly actions = new Map<string, ActionRecord>();
  private readonly values = new Map<string, number | string>([
    ["second layout", 1],
    [`${phoneNames[1]} template`, "second"],
  ]);

  phone(name: PhoneName): SimplePhone {
    const phone = this.phones.get(name);
    if (!phone) throw new Error(`no phone ${name}`);
    return phone;
  }

  save(edit: Edit): void {
    const owner = "phone" in edit ? edit.phone : "template" in edit ? edit.template : "all";
    this.values.set(`${owner} ${edit.edit}`, "value" in edit ? edit.value : edit.template);
  }

  configured(name: PhoneName): Facts {
    const value = (key: string) => this.values.get(key) ?? 0;
    const template = this.values.get(`${name} template`) ?? "first";
    const isShared = name === phoneNames[2] || name === phoneNames[3];
    return {
      description: value(`${name} description`),
      lineLabel: value(`${name} lineLabel`),
      speedDial: value(`${name} speedDial`),
      template,
      layout: value(`${template} layout`),
      buttonLabel: value("all buttonLabel"),
      addressing: isShared ? value("all addressing") : 0,
      locale: name === phoneNames[2] ? value("all locale") : 0,
    };
  }

  status(name: PhoneName): string {
    const { state, wasOn } = this.phone(name);
    if (state === "on") return "registered";
    if (state === "starting") return "registering";
    return wasOn ? "unregistered" : "neverRegistered";
  }

  private count(action: string, field: keyof ActionRecord): void {
    const before = this.actions.get(action) ?? { answers: 0, refusals: 0, ends: 0 };
    this.actions.set(action, { ...before, [field]: before[field] + 1 });
  }

  private endAll(phone: SimplePhone): void {
    for (const action of [...phone.doing, ...(phone.wish?.actions ?? [])]) this.count(action, "ends");
    phone.doing = [];
    phone.wish = null;
  }

  private leave(phone: SimplePhone, { isReset, actions }: Wish): void {
    phone.state = isReset ? "down" : "queued";
    phone.at = isReset ? this.now + 4_000 : this.now;
    phone.doing = actions;
    phone.wish = null;
  }

  act(name: PhoneName, command: Command, action: string): void {
    const phone = this.phone(name);
    if (phone.state === "gone" || (phone.state !== "on" && command !== "apply")) {
      this.count(action, "refusals");
      return;
    }
    this.count(action, "answers");
    const configured = this.configured(name);
    const differing = Object.keys(configured).filter((key) => phone.running?.[key] !== configured[key]);
    const isMild = command === "apply" && differing.every((key) => disturbance[key] === 1);
    if (phone.state !== "on" || isMild) {
      if (phone.state === "on") phone.running = configured;
      this.count(action, "ends");
      return;
    }
    const wish = { isReset: command === "reset", actions: [action] };
    if (phone.calls === 0) this.leave(phone, wish);
    else if (phone.wish) {
      phone.wish.isReset ||= wish.isReset;
      phone.wish.actions.push(action);
    } else phone.wish = wish;
  }

  plug(name: PhoneName, isIn: boolean): void {
    const phone = this.phone(name);
    if (phone.state === "gone" || isIn === (phone.state !== "off")) return;
    phone.state = isIn ? "queued" : "off";
    phone.at = this.now;
    if (isIn) return;
    phone.calls = 0;
    this.endAll(phone);
  }

  call(name: PhoneName, change: 1 | -1): void {
    const phone = this.phone(name);
    if (phone.state !== "on") return;
    phone.calls = Math.max(0, phone.calls + change);
    if (phone.calls === 0 && phone.wish) this.leave(phone, phone.wish);
  }

  remove(name: PhoneName): void {
    const phone = this.phone(name);
    phone.state = "gone";
    phone.calls = 0;
    this.endAll(phone);
  }

  /** Moves the clock to a multiple of 250 ms, which it never leaves. */
  advanceTo(until: number): void {
    this.lookAround();
    while (this.now < until) {
      this.now += 250;
      this.lookAround();
    }
  }

  private lookAround(): void {
    for (const [name, phone] of this.phones) {
      if (phone.at > this.now) continue;
      if (phone.state === "down") phone.state = "queued";
      else if (phone.state === "starting") {
        phone.state = "on";
        phone.wasOn = true;
        phone.running = this.configured(name);
        this.endAll(phone);
      }
    }
    const queued = [...this.phones.values()].filter(({ state }) => state === "queued");
    const next = queued.sort((one, other) => one.at - other.at).at(0);
    if (!next || this.now < this.lastSlot + 500) return;
    this.lastSlot = this.now;
    next.state = "starting";
    next.at = this.now + 1_000;
  }
}
