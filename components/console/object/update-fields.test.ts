import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  changeOf,
  type FieldValue,
  filterFields,
  givenFields,
  isSaid,
  updateFields,
  valuesInAddress,
  valuesOfAddress,
  valuesOfJob,
} from "@/components/console/object/update-fields";
import { bulkResources } from "@/lib/configuration/bulk-resources";
import { configurationRules } from "@/lib/configuration/configuration-rules";
import { patchProblems } from "@/lib/configuration/patch-problems";

const fields = updateFields(configurationRules.phone);
const value = (path: string, text: string, isEmptied = false): FieldValue => ({ path, text, isEmptied });

describe("the fields that many objects can be given", () => {
  test("every kind has its single values, but none that names an object or is fixed when it is made", () => {
    for (const kind of Object.values(bulkResources)) {
      const rules = configurationRules[kind];
      const names = updateFields(rules).map(({ column }) => column.name);
      for (const name of [...rules.distinctive, "model", "protocol"]) expect(names).not.toContain(name);
      for (const name of names) {
        const nested = name.split(".").reduceRight<unknown>((inner, field) => ({ [field]: inner }), "");
        const codes = patchProblems(rules.shape, nested, rules.distinctive).map(({ code }) => code);
        expect(codes, `${kind}.${name}`).not.toContain("unknownField");
        expect(codes, `${kind}.${name}`).not.toContain("readOnlyField");
      }
    }
  });

  test("have the controls of their page: a choice its choices, a reference its kind, a locale the locales of its kind", () => {
    const controlOf = (name: string) => fields.find(({ column }) => column.name === name)?.control;
    expect(controlOf("dnd.option")).toMatchObject({
      control: "choice",
      choices: ["Ringer Off", "Call Reject"],
    });
    expect(controlOf("softkeyTemplate")).toMatchObject({ control: "reference", to: "softkeyTemplate" });
    const locale = controlOf("userLocale");
    expect(locale?.control === "reference" ? locale.where?.({}) : null).toEqual(["kind:isExactly:user"]);
    expect(fields.find(({ column }) => column.name === "devicePool")?.canBeEmpty).toBe(false);
    expect(fields.find(({ column }) => column.name === "softkeyTemplate")?.canBeEmpty).toBe(true);
  });
});

describe("what is sent of the values", () => {
  test("is what was said and nothing else: a field that is only chosen is left out, one that is emptied is empty", () => {
    const values = [
      value("devicePool", "Busan"),
      value("description", ""),
      value("owner", "", true),
      value("dnd.status", "true"),
    ];
    expect(values.map(isSaid)).toEqual([true, false, true, true]);
    expect(changeOf(fields, values)).toEqual({ devicePool: "Busan", owner: "", dnd: { status: true } });
    expect(changeOf(fields, [])).toEqual({});
  });

  test("is text as it was typed, also where a spreadsheet would see a formula or an apostrophe", () => {
    for (const text of ["=1+1", "'=1+1", "'", "-"]) {
      expect(changeOf(fields, [value("description", text)])).toEqual({ description: text });
    }
  });
});

describe("the address", () => {
  const anyValue = fc.constantFrom(...fields).chain(({ column, canBeEmpty }) =>
    fc.oneof(
      fc.string().map((text) => value(column.name, text)),
      ...(canBeEmpty ? [fc.constant(value(column.name, "", true))] : []),
    ),
  );

  test("keeps whatever was typed, so that going back finds it", () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyValue, { selector: ({ path }) => path }), (values) => {
        const { set, empty } = valuesInAddress(values);
        const found = valuesOfAddress(fields, set, empty);
        expect(new Set(found)).toEqual(new Set(values));
      }),
    );
  });

  test("of somebody who writes it by hand chooses no field that there is not, and empties none that must be given", () => {
    expect(
      valuesOfAddress(fields, ["name=SEP1", "colour=red", "devicePool"], ["devicePool", "lines"]),
    ).toEqual([]);
  });

  test("loses no condition: a field that the page would not offer is searched all the same", () => {
    const named = filterFields(configurationRules.phone, ["registration:isExactly:registered"]);
    const names = named.map(({ field }) => field);
    expect(names).toContain("registration");
    expect(names).toContain("model");
    expect(named.find(({ field }) => field === "extensionMobility")?.choices).toEqual(["true", "false"]);
    expect(names[0]).toBe("name");
  });
});

test("what a job gave is told field by field, and typed again as it was", () => {
  const given = { owner: null, dnd: { status: true }, devicePool: "Busan" };
  expect(givenFields(given)).toEqual([
    { path: "owner", value: null },
    { path: "dnd.status", value: true },
    { path: "devicePool", value: "Busan" },
  ]);
  const typed = valuesOfJob(fields, given);
  expect(typed).toEqual(
    [value("devicePool", "Busan"), value("owner", "", true), value("dnd.status", "true")].sort(
      (one, other) => names(one) - names(other),
    ),
  );
  const softkeys = updateFields(configurationRules.softkeyTemplate);
  const keys = { callStates: { "On Hook": ["Redial", "NewCall"] } };
  expect(changeOf(softkeys, valuesOfJob(softkeys, keys))).toEqual(keys);
});

const names = ({ path }: FieldValue) => fields.findIndex(({ column }) => column.name === path);
