import fc from "fast-check";
import { expect, test } from "vitest";
import { offeredFeatures } from "@/lib/catalog/button-placement";
import { phoneModels } from "@/lib/catalog/phone-models";
import { checkDeletable } from "@/lib/configuration/change-rules";
import { configurationRules } from "@/lib/configuration/configuration-rules";
import { completed, withPatch } from "@/lib/configuration/content-patch";
import { fieldOf } from "@/lib/configuration/content-shape";
import type { Known } from "@/lib/configuration/known";
import { copiedPhone } from "@/lib/configuration/new-phone";
import type { PhoneContent } from "@/lib/configuration/phone";
import {
  copiedPhoneButtonTemplate,
  type PhoneButtonTemplateContent,
} from "@/lib/configuration/phone-button-template";
import { chooseFeature } from "@/lib/configuration/phone-button-template-edit";
import { examplePhoneName } from "@/lib/configuration/phone-name";
import { reassigned, referencesIn } from "@/lib/configuration/references";
import { buttonTemplate, deskPhone, known } from "@/lib/configuration/testing/cluster";
import { nameKey } from "@/lib/configuration/text-rules";

const kinds = [
  "phone",
  "commonDeviceConfiguration",
  "phoneButtonTemplate",
  "partition",
  "callingSearchSpace",
  "deviceProfile",
] as const;
type Kind = (typeof kinds)[number];

/** A small cluster: the contents of each kind by the keys of their names. */
type World = { readonly [Of in Kind]: Map<string, unknown> };

function startingWorld(): World {
  const world: World = {
    phone: new Map(),
    commonDeviceConfiguration: new Map(),
    phoneButtonTemplate: new Map(),
    partition: new Map(),
    callingSearchSpace: new Map(),
    deviceProfile: new Map(),
  };
  const put = (kind: Kind, given: object) => {
    const content = completed(configurationRules[kind].shape, given);
    world[kind].set(nameKey(String(fieldOf(content, "name"))), content);
  };
  put("partition", { name: "A" });
  put("callingSearchSpace", { name: "A", partitions: ["A"] });
  put("commonDeviceConfiguration", { name: "A" });
  put("phoneButtonTemplate", buttonTemplate("Standard 8841 SIP", { name: "A" }));
  put("phone", deskPhone({ commonDeviceConfiguration: "A", phoneButtonTemplate: "A" }));
  put("deviceProfile", {
    name: "A",
    userId: "a",
    lines: [{ index: 1, directoryNumber: "1", partition: "A" }],
  });
  return world;
}

function knownIn(world: World): Known {
  return {
    ...known,
    exists: (kind, name) => {
      if (kind === "phoneButtonTemplate" && name.startsWith("Standard ")) return known.exists(kind, name);
      const own = kinds.find((candidate) => candidate === kind);
      return own ? world[own].has(nameKey(name)) : known.exists(kind, name);
    },
    phoneButtonTemplate: (name) =>
      (world.phoneButtonTemplate.get(nameKey(name)) as PhoneButtonTemplateContent | undefined) ??
      known.phoneButtonTemplate(name),
  };
}

/** Saves the candidate under its own name in place of `key`, if the rules let it; renames reach its users. */
function save(world: World, kind: Kind, key: string | null, candidate: unknown): void {
  const rules = configurationRules[kind];
  if (rules.validate(candidate, knownIn(world)).length > 0) return;
  const content = rules.normalize(candidate as never);
  const newKey = nameKey(content.name);
  if (newKey !== key && world[kind].has(newKey)) return;
  const before = key === null ? undefined : world[kind].get(key);
  if (key !== null) world[kind].delete(key);
  world[kind].set(newKey, content);
  if (before) reassignEverywhere(world, kind, String(fieldOf(before, "name")), content.name);
}

function reassignEverywhere(world: World, target: Kind, from: string, to: string): void {
  for (const kind of kinds) {
    for (const [key, content] of world[kind])
      world[kind].set(key, reassigned(kind, content, target, from, to));
  }
}

function usersOf(world: World, target: Kind, key: string): number {
  const held = kinds.flatMap((kind) =>
    [...world[kind].values()].flatMap((content) => referencesIn(kind, content)),
  );
  return held.filter(({ to, name }) => to === target && nameKey(name) === key).length;
}

const anyKind = fc.constantFrom(...kinds);
const anyName = fc.constantFrom(
  "A",
  "a",
  "B",
  "C",
  "SEP001122334455",
  "sepaabbccddeeff",
  "Standard 8841 SIP",
);
const anyPick = fc.nat({ max: 5 });
const step = fc.oneof(
  fc.record({
    do: fc.constant("copy" as const),
    kind: anyKind,
    pick: anyPick,
    name: anyName,
    model: fc.constantFrom(...phoneModels),
  }),
  fc.record({ do: fc.constant("rename" as const), kind: anyKind, pick: anyPick, name: anyName }),
  fc.record({ do: fc.constant("remove" as const), kind: anyKind, pick: anyPick }),
  fc.record({
    do: fc.constant("assign" as const),
    kind: anyKind,
    pick: anyPick,
    patch: fc.record(
      {
        commonDeviceConfiguration: fc.oneof(anyName, fc.constant(null)),
        phoneButtonTemplate: anyName,
        partition: anyName,
        partitions: fc.array(anyName, { maxLength: 3 }),
        lines: fc.array(fc.record({ index: anyPick, directoryNumber: anyName, partition: anyName }), {
          maxLength: 2,
        }),
      },
      { requiredKeys: [] },
    ),
  }),
  fc.record({ do: fc.constant("button" as const), pick: anyPick, position: anyPick, feature: fc.nat() }),
);

function take(
  world: World,
  { ...change }: typeof step extends fc.Arbitrary<infer Step> ? Step : never,
): void {
  const kind = change.do === "button" ? "phoneButtonTemplate" : change.kind;
  const entries = [...world[kind]];
  const [key, content] = entries[change.pick % Math.max(1, entries.length)] ?? [];
  if (key === undefined) return;
  if (change.do === "rename") save(world, kind, key, withPatch(content, { name: change.name }));
  if (change.do === "assign") {
    const fields = Object.entries(change.patch).filter(([field]) => fieldOf(content, field) !== undefined);
    save(world, kind, key, withPatch(content, Object.fromEntries(fields)));
  }
  if (change.do === "remove" && checkDeletable({ name: key }, usersOf(world, kind, key)).length === 0) {
    world[kind].delete(key);
  }
  if (change.do === "copy") {
    const { name, model } = change;
    const phone = { name: examplePhoneName(model.name), model: model.name };
    if (kind === "phone") save(world, kind, null, copiedPhone(content as PhoneContent, phone));
    else if (kind !== "phoneButtonTemplate") save(world, kind, null, withPatch(content, { name }));
    else save(world, kind, null, copiedPhoneButtonTemplate(content as PhoneButtonTemplateContent, { name }));
  }
  if (change.do === "button") {
    const template = content as PhoneButtonTemplateContent;
    const offered = offeredFeatures(template.model, template.protocol, change.position);
    const feature = offered[change.feature % Math.max(1, offered.length)] ?? "Chat";
    const edit = chooseFeature(template, change.position, feature);
    if (edit.ok) save(world, kind, key, edit.template);
  }
}

test("[PH-01][BT-02][CD-02] after any copies, assignments, renames and deletes every object is valid and every reference leads somewhere", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const world = startingWorld();
      for (const change of steps) take(world, change);
      const now = knownIn(world);
      for (const kind of kinds) {
        for (const [key, content] of world[kind]) {
          expect(configurationRules[kind].validate(content, now)).toEqual([]);
          expect(nameKey(String(fieldOf(content, "name")))).toBe(key);
        }
      }
    }),
    { numRuns: 200 },
  );
});
