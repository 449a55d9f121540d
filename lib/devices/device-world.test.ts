import fc from "fast-check";
import { expect, test } from "vitest";
import { registrationOf } from "@/lib/devices/device";
import { planOf } from "@/lib/devices/plan";
import {
  configurationAt,
  configuredSnapshot,
  type Edit,
  type PhoneName,
  phoneNames,
  templateIds,
} from "@/lib/devices/testing/device-cluster";
import { type Command, DeviceWorld } from "@/lib/devices/testing/device-world";
import { SimpleWorld } from "@/lib/devices/testing/simple-world";

const isNightly = process.env.RINGBACK_NIGHTLY === "1";
const numRuns = isNightly ? 20_000 : 200;

const phone = fc.constantFrom(...phoneNames);
const template = fc.constantFrom(...templateIds);
const value = fc.nat({ max: 2 });
const command = fc.constantFrom<Command>("apply", "apply", "reset", "restart");
const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ edit: fc.constantFrom("description", "lineLabel", "speedDial"), phone, value }),
  fc.record({ edit: fc.constant("template"), phone, template }),
  fc.record({ edit: fc.constantFrom("layout", "templateName"), template, value }),
  fc.record({ edit: fc.constantFrom("addressing", "locale", "buttonLabel", "forward"), value }),
);
const spans = fc.constantFrom(250, 500, 1_000, 4_000, 10_000);
const steps = fc.oneof(
  { weight: 20, arbitrary: edits.map((edit) => ({ do: "save" as const, edit })) },
  { weight: 20, arbitrary: fc.record({ do: fc.constant("act" as const), phone, command }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("actOnAll" as const), command }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("repeat" as const), phone }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("job" as const), command }) },
  { weight: 10, arbitrary: fc.constant({ do: "batch" as const }) },
  { weight: 10, arbitrary: fc.record({ do: fc.constantFrom("plugIn" as const, "unplug" as const), phone }) },
  {
    weight: 24,
    arbitrary: fc.record({ do: fc.constantFrom("callStarted" as const, "callEnded" as const), phone }),
  },
  { weight: 24, arbitrary: fc.record({ do: fc.constant("wait" as const), span: spans }) },
  { weight: 4, arbitrary: fc.constant({ do: "restartServer" as const }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("delete" as const), phone }) },
);
type Step = typeof steps extends fc.Arbitrary<infer One> ? One : never;

/** The rules and the simple world side by side. */
class Worlds {
  readonly real = new DeviceWorld();
  readonly simple = new SimpleWorld();
  private made = 0;
  private readonly lastActions = new Map<PhoneName, { command: Command; action: string }>();
  private readonly jobs: { id: string; command: Command; done: number }[] = [];

  take(step: Step): void {
    switch (step.do) {
      case "save":
        this.real.save(step.edit);
        this.simple.save(step.edit);
        break;
      case "act":
        this.act(step.phone, step.command);
        break;
      case "actOnAll":
        for (const name of phoneNames) this.act(name, step.command);
        break;
      case "repeat":
        this.repeat(step.phone);
        break;
      case "job": {
        const id = `job ${++this.made}`;
        this.jobs.push({ id, command: step.command, done: 0 });
        this.real.startJob(id, step.command);
        break;
      }
      case "batch":
        this.batch();
        break;
      case "plugIn":
      case "unplug":
        this.real.happen(step.phone, { kind: step.do });
        this.simple.plug(step.phone, step.do === "plugIn");
        break;
      case "callStarted":
      case "callEnded":
        this.real.happen(step.phone, { kind: step.do });
        this.simple.call(step.phone, step.do === "callStarted" ? 1 : -1);
        break;
      case "delete":
        this.real.happen(step.phone, { kind: "deleted" });
        this.simple.remove(step.phone);
        break;
      case "restartServer":
        this.real.restartServer();
        break;
      case "wait":
        this.wait(step.span);
        break;
    }
    this.wait(0);
    this.compare();
  }

  wait(span: number): void {
    this.real.advanceTo(this.simple.now + span);
    this.simple.advanceTo(this.simple.now + span);
  }

  act(name: PhoneName, wanted: Command): void {
    const action = `action ${++this.made}`;
    this.lastActions.set(name, { command: wanted, action });
    this.real.act(name, wanted, action);
    this.simple.act(name, wanted, action);
  }

  /** An open action is delivered again, as after a crash between doing it and remembering that it was done. */
  private repeat(name: PhoneName): void {
    const last = this.lastActions.get(name);
    if (!last) return;
    const { postponed, underway } = this.real.device(name);
    const isOpen = [postponed, underway].some((work) => work?.actions.includes(last.action));
    if (isOpen) this.real.act(name, last.command, last.action);
  }

  private batch(): void {
    this.real.runBatch();
    const [job] = this.jobs;
    if (!job) return;
    const batch = phoneNames.slice(job.done, job.done + 2);
    for (const name of batch) this.simple.act(name, job.command, `${job.id} ${name}`);
    job.done += batch.length;
    if (batch.length === 0) this.jobs.shift();
  }

  /** What the phone runs, as the simple world tells it. */
  private running(name: PhoneName): Record<string, number | string> | null {
    const { running } = this.real.device(name);
    if (!running) return null;
    const { revisions } = this.real.stored;
    const fields = (reference: { id: string; number: number } | null) =>
      reference ? (revisions[reference.id]?.[reference.number - 1] ?? {}) : {};
    const { description, lineLabel, speedDial } = fields(running.phone);
    const common = fields(running.commonDeviceConfiguration);
    return {
      description: description ?? 0,
      lineLabel: lineLabel ?? 0,
      speedDial: speedDial ?? 0,
      template: running.softkeyTemplate?.id ?? "",
      layout: fields(running.softkeyTemplate).layout ?? 0,
      buttonLabel: fields(running.phoneButtonTemplate).buttonLabel ?? 0,
      addressing: common.addressing ?? 0,
      locale: name === phoneNames[2] ? (common.locale ?? 0) : 0,
    };
  }

  private compare(): void {
    const real = phoneNames.map((name) => {
      const device = this.real.device(name);
      return {
        status: registrationOf(device),
        calls: device.calls,
        postponed: device.postponed?.actions ?? [],
        underway: device.underway?.actions ?? [],
        running: this.running(name),
      };
    });
    const simple = phoneNames.map((name) => {
      const { calls, wish, doing, running } = this.simple.phone(name);
      const status = this.simple.status(name);
      return { status, calls, postponed: wish?.actions ?? [], underway: doing, running };
    });
    const { actions } = this.real.stored;
    const found = [real, this.real.cutCalls, actions];
    const wanted = [simple, 0, Object.fromEntries(this.simple.actions)];
    // Comparing the texts is fast; the slow comparison says what differs.
    if (JSON.stringify(found) !== JSON.stringify(wanted)) expect(found).toEqual(wanted);
  }

  /** Everybody hangs up and is plugged in, and everything that is saved is applied. */
  calmDown(): void {
    this.wait(10_000);
    for (const name of phoneNames) {
      while (this.real.device(name).calls > 0) this.take({ do: "callEnded", phone: name });
      this.take({ do: "plugIn", phone: name });
    }
    while (this.real.stored.jobs.length > 0) this.take({ do: "batch" });
    this.wait(10_000);
    for (const name of phoneNames) this.act(name, "apply");
    this.wait(10_000);
    this.compare();
  }
}

test("[SK-10][CD-03][BT-05][PH-02][PH-03] whatever happens, no call is cut, no action is lost or done twice, and in the end every phone runs what is saved", () => {
  fc.assert(
    fc.property(fc.array(steps, { maxLength: 60, size: "max" }), (history) => {
      const worlds = new Worlds();
      for (const step of [
        ...phoneNames.map((name) => ({ do: "plugIn" as const, phone: name })),
        ...history,
      ]) {
        worlds.take(step);
      }
      worlds.calmDown();
      const { revisions, actions } = worlds.real.stored;
      for (const { answers, refusals, ends } of Object.values(actions)) {
        expect([answers, refusals]).toEqual(refusals === 0 ? [1, 0] : [0, 1]);
        expect(ends).toBe(answers);
      }
      for (const name of phoneNames) {
        const { phase, running } = worlds.real.device(name);
        if (phase === "removed") continue;
        const wanted = configuredSnapshot(revisions, name);
        expect({ phase, running }).toEqual({ phase: "registered", running: wanted });
        expect(
          running && planOf(configurationAt(revisions, running), configurationAt(revisions, wanted)).impact,
        ).toBe("none");
      }
    }),
    { numRuns },
  );
}, 1_800_000);
