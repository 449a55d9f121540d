import { idlePhone } from "@/lib/callback/phones/idle-phone";
import { runningConfiguration } from "@/lib/callback/setup/running-configuration";
import type { Phone, PhoneRegistration, RunningConfiguration } from "@/lib/callback/state/phone";
import { sameContent } from "@/lib/configuration/content-patch";
import { effectiveConfiguration } from "@/lib/configuration/effective-configuration";
import type { PhoneContent } from "@/lib/configuration/phone";
import type { Device, Phase } from "@/lib/devices/device";
import type { DeviceSources } from "@/lib/devices/device-configuration";

/** What a phone of this cluster runs, with what its configuration says of it as a device. */
export interface PhoneSetup {
  readonly running: RunningConfiguration;
  readonly model: string;
  readonly protocol: PhoneContent["protocol"];
}

/** The setup of a phone from what it downloaded; numbers are known by the ids of their objects. */
export function setupOf(sources: DeviceSources): PhoneSetup {
  const { phone, snapshot } = sources;
  const effective = effectiveConfiguration(sources);
  const running = runningConfiguration(effective);
  const ids = new Map(
    effective.lines.value.map(({ index }, position) => [
      index,
      snapshot.directoryNumbers[position]?.id ?? "",
    ]),
  );
  const lines = running.lines.map((line) => ({ ...line, number: ids.get(line.index) ?? line.number }));
  return {
    running: { ...running, lines },
    model: phone.model,
    protocol: phone.protocol,
  };
}

/** Of a phone of which nothing is saved. */
export const undisturbed: Phone["dnd"] = { status: false, option: "Ringer Off" };

const nothing: PhoneSetup = {
  running: { softkeys: {} as RunningConfiguration["softkeys"], buttons: [], lines: [], userLocale: "" },
  model: "",
  protocol: "SIP",
};

/** The registration of a phone as the engine sees it: there, or not. */
export function engineRegistration(phase: Phase): PhoneRegistration {
  return phase === "registered" ? "registered" : "unregistered";
}

/** A phone of this cluster while nobody uses it, by its running side, and Do Not Disturb as it is saved. */
export function idlePhoneOf(
  name: string,
  { phase }: Device,
  setup: PhoneSetup | null,
  dnd: Phone["dnd"],
): Phone {
  return idlePhone(name, { ...(setup ?? nothing), dnd }, engineRegistration(phase));
}

/** The phone that has what is stored of it. */
export function withDeviation(base: Phone, stored: unknown): Phone {
  return { ...base, ...(stored as Partial<Phone>) };
}

const followed = ["name", "running", "model", "protocol"];
const followedHere = new Set([...followed, "registration", "dnd"]);
const followedElsewhere = new Set(followed);

/**
 * What is to be stored of a phone: the fields that are not as in an idle one; null when there are none. What a phone
 * runs always follows from its running side, and so does the registration of a phone of this cluster; its Do Not Disturb is
 * what is saved.
 */
export function deviationOf(phone: Phone, base: Phone, isOfThisCluster: boolean): Partial<Phone> | null {
  const isFollowed = isOfThisCluster ? followedHere : followedElsewhere;
  const fields = Object.entries(phone).filter(
    ([field, value]) => !isFollowed.has(field) && !sameContent(value, base[field as keyof Phone]),
  );
  return fields.length === 0 ? null : (Object.fromEntries(fields) as Partial<Phone>);
}
