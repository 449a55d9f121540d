import { type Device, newDevice } from "@/lib/devices/device";
import { admissionOf } from "@/lib/devices/device-configuration";
import type { DeviceEffect, DeviceEvent } from "@/lib/devices/device-event";
import { stepDevice } from "@/lib/devices/life-cycle";
import { planOf } from "@/lib/devices/plan";
import { grantRegistrations, newLimiter, type RegistrationLimiter } from "@/lib/devices/registration-limiter";
import {
  configurationAt,
  configuredSnapshot,
  type Edit,
  firstRevisions,
  type PhoneName,
  phoneNames,
  type Revisions,
  saved,
} from "@/lib/devices/testing/device-cluster";

export type Command = "apply" | "reset" | "restart";

/** What becomes of one action: each of the three happens at most once. */
export interface ActionRecord {
  readonly answers: number;
  readonly refusals: number;
  readonly ends: number;
}

/** Everything that a server stores of its devices: plain data. */
interface Stored {
  readonly now: number;
  readonly revisions: Revisions;
  readonly limiter: RegistrationLimiter;
  readonly devices: Readonly<Record<PhoneName, Device>>;
  readonly actions: Readonly<Record<string, ActionRecord>>;
  /** Jobs that have not reached every phone, and how many they have. */
  readonly jobs: readonly { readonly id: string; readonly command: Command; readonly done: number }[];
}

/** Registrations a second: one every 500 ms, so that phones queue. */
const perSecond = 2;

/** Phones, limiter, jobs and clock as a server would drive them with the rules, without a server. */
export class DeviceWorld {
  stored: Stored = {
    now: 0,
    revisions: firstRevisions,
    limiter: newLimiter(perSecond),
    devices: Object.fromEntries(phoneNames.map((name) => [name, newDevice])) as Stored["devices"],
    actions: {},
    jobs: [],
  };
  /** How often a call ended though nobody hung up, unplugged or deleted. */
  cutCalls = 0;

  device(name: PhoneName): Device {
    return this.stored.devices[name];
  }

  save(edit: Edit): void {
    this.stored = { ...this.stored, revisions: saved(this.stored.revisions, edit) };
  }

  /** The server dies and another one carries on with what is stored. */
  restartServer(): void {
    this.stored = JSON.parse(JSON.stringify(this.stored));
    for (const name of phoneNames) this.happen(name, { kind: "serverRestarted" });
  }

  happen(name: PhoneName, event: DeviceEvent): void {
    const before = this.device(name);
    const { device, effects } = stepDevice(before, event, this.stored.now);
    const mayEndCalls = ["callEnded", "unplug", "deleted"].includes(event.kind);
    if (device.calls < before.calls && !mayEndCalls) this.cutCalls++;
    const actions = { ...this.stored.actions };
    for (const effect of effects) record(actions, effect);
    this.stored = { ...this.stored, devices: { ...this.stored.devices, [name]: device }, actions };
  }

  act(name: PhoneName, command: Command, action: string): void {
    if (command !== "apply") {
      this.happen(name, { kind: command, action });
      return;
    }
    const { revisions } = this.stored;
    const { running } = this.device(name);
    const snapshot = configuredSnapshot(revisions, name);
    const configured = configurationAt(revisions, snapshot);
    const { impact } = planOf(running && configurationAt(revisions, running), configured);
    this.happen(name, { kind: "apply", action, impact, snapshot });
  }

  startJob(id: string, command: Command): void {
    this.stored = { ...this.stored, jobs: [...this.stored.jobs, { id, command, done: 0 }] };
  }

  /** The next two phones of the oldest job. */
  runBatch(): readonly PhoneName[] {
    const [job, ...others] = this.stored.jobs;
    if (!job) return [];
    const batch = phoneNames.slice(job.done, job.done + 2);
    for (const name of batch) this.act(name, job.command, `${job.id} ${name}`);
    const jobs = batch.length > 0 ? [{ ...job, done: job.done + batch.length }, ...others] : others;
    this.stored = { ...this.stored, jobs };
    return batch;
  }

  /** Does everything that is due up to then, in order of its time; at one instant timers before slots. */
  advanceTo(until: number): void {
    for (;;) {
      const timers = phoneNames.flatMap((name) => {
        const { timer } = this.device(name);
        return timer ? [{ name, ...timer }] : [];
      });
      const queue = phoneNames.flatMap((id) => {
        const { queuedAt } = this.device(id);
        return queuedAt === null ? [] : [{ id, queuedAt }];
      });
      const nextTimer = timers.sort((one, other) => one.dueAt - other.dueAt).at(0);
      const limit = Math.min(until, nextTimer ? nextTimer.dueAt - 1 : until);
      const granted = grantRegistrations(this.stored.limiter, queue, limit);
      const [slot] = granted.grants;
      if (slot) {
        const { limiter } = grantRegistrations(this.stored.limiter, queue, slot.at);
        const first = granted.grants.filter(({ at }) => at === slot.at);
        this.stored = { ...this.stored, now: slot.at, limiter };
        for (const name of phoneNames.filter((id) => first.some((grant) => grant.id === id))) {
          this.happen(name, { kind: "registrationGranted" });
        }
      } else if (nextTimer && nextTimer.dueAt <= until) {
        this.stored = { ...this.stored, now: nextTimer.dueAt };
        if (nextTimer.kind === "shutDown") this.happen(nextTimer.name, { kind: "shutDownEnded" });
        else this.download(nextTimer.name);
      } else {
        this.stored = { ...this.stored, now: until };
        return;
      }
    }
  }

  private download(name: PhoneName): void {
    const { revisions } = this.stored;
    const snapshot = configuredSnapshot(revisions, name);
    const admission = admissionOf(configurationAt(revisions, snapshot));
    this.happen(name, { kind: "downloaded", snapshot, admission });
  }
}

const noRecord: ActionRecord = { answers: 0, refusals: 0, ends: 0 };

function record(actions: Record<string, ActionRecord>, effect: DeviceEffect): void {
  const add = (action: string, field: keyof ActionRecord) => {
    const before = actions[action] ?? noRecord;
    actions[action] = { ...before, [field]: before[field] + 1 };
  };
  if (effect.kind === "answered") add(effect.action, "answers");
  if (effect.kind === "refused") add(effect.action, "refusals");
  if (effect.kind === "finished") for (const action of effect.actions) add(action, "ends");
}
