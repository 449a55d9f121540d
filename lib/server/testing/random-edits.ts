import fc from "fast-check";
import { type ConfigurationKind, configurationKinds, references } from "@/lib/configuration/dependencies";
import type { ServiceContext } from "@/lib/server/context";
import type { Identity } from "@/lib/server/db/configuration/read";
import { Refusal } from "@/lib/server/errors";
import { createObject } from "@/lib/server/services/configuration/create";
import type { Input } from "@/lib/server/services/configuration/definition";
import { definitions } from "@/lib/server/services/configuration/definitions";
import { getObject } from "@/lib/server/services/configuration/get";
import { reassignUses } from "@/lib/server/services/configuration/reassign";
import { removeObject } from "@/lib/server/services/configuration/remove";
import { restoreObject } from "@/lib/server/services/configuration/restore";
import { updateObject } from "@/lib/server/services/configuration/update";

/** Few names a kind, so that edits meet; two differ in letter case only, some objects are there from the start. */
const names: Readonly<Partial<Record<ConfigurationKind, readonly string[]>>> = {
  softkeyTemplate: ["A", "a", "B", "Standard User"],
  phoneButtonTemplate: ["A", "a", "B", "Standard 8841 SIP", "Standard 7965 SCCP", "Standard 7965 SIP"],
  commonDeviceConfiguration: ["A", "a", "B"],
  phone: ["SEP00000000000A", "sep00000000000a", "SEP00000000000B", "SEP00000000000C"],
  directoryNumber: ["1", "2", "3"],
  routePattern: ["9X", "8X"],
  deviceProfile: ["A", "a", "B"],
  partition: ["A", "a", "B"],
  devicePool: ["Default", "A", "B"],
  serviceParameter: ["Callback Calling Search Space", "Callback Recall Timer"],
  locale: ["English United States", "Korean Korea Republic", "Korea Republic"],
};

const oneOf = (values: readonly string[]) => fc.constantFrom(...values);
const nameOf = (kind: ConfigurationKind) => oneOf(names[kind] ?? ["A", "B"]);
const nameOrNone = (kind: ConfigurationKind) => fc.option(nameOf(kind), { freq: 4 });
const identityOf = (kind: ConfigurationKind): fc.Arbitrary<Identity> =>
  fc.record({
    name: nameOf(kind),
    partition:
      kind === "directoryNumber" || kind === "routePattern" ? nameOrNone("partition") : fc.constant(null),
  });

const line = fc.record({
  index: fc.integer({ min: 1, max: 3 }),
  directoryNumber: nameOf("directoryNumber"),
  partition: nameOrNone("partition"),
});

/** A value for each field by which objects of the kind refer to others. */
function referenceFields(kind: ConfigurationKind): Record<string, fc.Arbitrary<unknown>> {
  const own = references.filter(({ from, onlyIn }) => from === kind && onlyIn === null);
  return Object.fromEntries(
    own.map(({ path: [field = "", ...deeper], to }) => {
      if (deeper.length === 0) return [field, nameOrNone(to)];
      return [field, fc.array<unknown>(deeper.length === 1 ? nameOf(to) : line, { maxLength: 3 })];
    }),
  );
}

const button = (position: number) => ({
  position,
  feature: position === 1 ? "Line" : position % 3 === 0 ? "CallBack" : "Speed Dial",
  label: "",
});

/** What is special about the fields of a kind. */
const moreFields: Partial<Record<ConfigurationKind, Record<string, fc.Arbitrary<unknown>>>> = {
  softkeyTemplate: {
    isDefault: fc.boolean(),
    callStates: fc.constantFrom({ "On Hook": ["Redial", "NewCall", "CallBack"] }, { "On Hook": ["NewCall"] }),
  },
  phoneButtonTemplate: {
    buttons: fc.constantFrom(
      [],
      [button(2)],
      [...Array(10).keys()].map((at) => button(at + 1)),
    ),
  },
  phone: {
    model: oneOf(["Cisco 8841", "Cisco 7965", "Cisco 7821"]),
    protocol: oneOf(["SIP", "SCCP"]),
    dnd: fc.record({ status: fc.boolean(), option: oneOf(["Ringer Off", "Call Reject"]) }),
  },
  deviceProfile: { userId: oneOf(["kim", "Kim", "lee"]) },
  trunk: { type: oneOf(["sip", "sipQsig", "priQsig"]) },
  remoteCluster: { directoryNumbers: fc.constantFrom([], [{ pattern: "5001", name: "Far" }]) },
  serviceParameter: { value: fc.oneof(nameOf("callingSearchSpace"), fc.integer({ min: 0, max: 40 })) },
  locale: { isInstalled: fc.boolean(), kind: oneOf(["user", "network"]) },
};

const mostFields = 2;

/** A few fields of a kind with any values. */
function fieldsOf(kind: ConfigurationKind): fc.Arbitrary<Input> {
  const fields = { ...referenceFields(kind), ...moreFields[kind] };
  const keys = Object.keys(fields);
  const chosen = fc.shuffledSubarray(keys, { maxLength: Math.min(mostFields, keys.length) });
  return fc
    .tuple(fc.record(fields), chosen)
    .map(([values, wanted]) => Object.fromEntries(wanted.map((key) => [key, values[key]])));
}

const firstLine = [{ index: 1, directoryNumber: "1" }];
/** Without these no object of the kind is accepted. */
const neededFields: Partial<Record<ConfigurationKind, Input>> = {
  phone: { model: "Cisco 8841", lines: firstLine },
  trunk: { type: "sip" },
  routePattern: { trunk: "A" },
  ctiRoutePoint: { directoryNumber: "1" },
  deviceProfile: { userId: "kim", lines: firstLine },
};

/** One edit as somebody could send it, sensible or not. */
export type Edit = { readonly kind: ConfigurationKind; readonly identity: Identity } & (
  | { readonly verb: "create" | "update"; readonly fields: Input; readonly name: string | null }
  | { readonly verb: "remove" }
  | { readonly verb: "restore"; readonly number: number }
  | { readonly verb: "reassign"; readonly to: Identity | null }
);

const editOf = (kind: ConfigurationKind): fc.Arbitrary<Edit> => {
  const common = { kind: fc.constant(kind), identity: identityOf(kind) };
  const name = fc.option(nameOf(kind), { freq: 2 });
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ ...common, verb: fc.constant("create"), fields: fieldsOf(kind), name }),
    },
    {
      weight: 4,
      arbitrary: fc.record({ ...common, verb: fc.constant("update"), fields: fieldsOf(kind), name }),
    },
    { weight: 2, arbitrary: fc.record({ ...common, verb: fc.constant("remove") }) },
    {
      weight: 1,
      arbitrary: fc.record({
        ...common,
        verb: fc.constant("restore"),
        number: fc.integer({ min: 1, max: 4 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ ...common, verb: fc.constant("reassign"), to: fc.option(identityOf(kind)) }),
    },
  ) as fc.Arbitrary<Edit>;
};

/** Any edit of any kind; phones come more often, because they refer to most. */
export const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 6, arbitrary: editOf("phone") },
  ...configurationKinds.map((kind) => ({ weight: 1, arbitrary: editOf(kind) })),
);

const first = (kind: ConfigurationKind, name: string, fields: Input = {}): Edit => {
  return { kind, verb: "create", identity: { name, partition: null }, fields, name: null };
};

/** Objects to begin with, so that edits find something to change. */
export const firstEdits: readonly Edit[] = [
  first("softkeyTemplate", "A"),
  { ...first("phoneButtonTemplate", "A"), name: "Standard 8841 SIP" } as Edit,
  first("partition", "A"),
  first("callingSearchSpace", "A", { partitions: ["A"] }),
  first("devicePool", "A"),
  first("commonDeviceConfiguration", "A", { softkeyTemplate: "A" }),
  first("remoteCluster", "A"),
  first("trunk", "A"),
  first("routePattern", "9X"),
  first("directoryNumber", "1"),
  first("ctiRoutePoint", "A"),
  first("deviceProfile", "A"),
  first("phone", "SEP00000000000A", {
    phoneButtonTemplate: "A",
    commonDeviceConfiguration: "A",
  }),
];

/**
 * Does an edit through the services.
 * @returns the code of the refusal, or null when it was done; any other error is thrown
 */
export async function tryEdit(context: ServiceContext, edit: Edit): Promise<string | null> {
  try {
    await editObject(context, edit);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

function reassign(context: ServiceContext, edit: Extract<Edit, { verb: "reassign" }>) {
  const { kind, identity, to } = edit;
  return reassignUses(context, kind, identity, { to: to?.name ?? null, toPartition: to?.partition });
}

async function editObject(context: ServiceContext, edit: Edit): Promise<unknown> {
  const definition = definitions[edit.kind];
  const { identity, verb } = edit;
  const named =
    definition.table.nameField === "pattern"
      ? { pattern: identity.name, partition: identity.partition }
      : { name: identity.name };
  switch (verb) {
    case "create": {
      const copied = edit.name === null ? {} : { copyOf: edit.name };
      const needed = edit.name === null ? neededFields[edit.kind] : {};
      return createObject(context, definition, { ...needed, ...edit.fields, ...named, ...copied });
    }
    case "update": {
      const { version } = await getObject(context, definition, identity);
      const renamed = edit.name === null ? {} : { [definition.table.nameField]: edit.name };
      return updateObject(context, definition, identity, { ...edit.fields, ...renamed, version });
    }
    case "remove":
      return removeObject(context, definition, identity);
    case "restore":
      return restoreObject(context, definition, identity, edit.number);
    case "reassign":
      return reassign(context, edit);
  }
}
