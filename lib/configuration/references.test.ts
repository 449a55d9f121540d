import { describe, expect, test } from "vitest";
import { configurationRules } from "@/lib/configuration/configuration-rules";
import { initialContent } from "@/lib/configuration/content-patch";
import type { Shape } from "@/lib/configuration/content-shape";
import { isConfigurationKind, references, referencesTo } from "@/lib/configuration/dependencies";
import { reassignedNumber } from "@/lib/configuration/reassign-number";
import { checkReferences, reassigned, referencesIn } from "@/lib/configuration/references";
import { deskPhone, known, places } from "@/lib/configuration/testing/cluster";

/** The shape at the end of a path, list items included. */
function shapeAt(shape: Shape | undefined, path: readonly string[]): Shape | undefined {
  const [step, ...rest] = path;
  if (step === undefined || shape === undefined) return shape;
  if (step === "*") return shape.kind === "list" ? shapeAt(shape.item, rest) : shape;
  return shape.kind === "record" ? shapeAt(shape.fields[step], rest) : undefined;
}

test("every reference is a field of its kind; one that may be empty is empty at first", () => {
  for (const { from, path, isRequired } of references) {
    const shape = from === "softkeyTemplate" ? undefined : configurationRules[from].shape;
    const field = shapeAt(shape, path);
    expect(field?.kind, `${from}.${path.join(".")}`).toBe("value");
    if (isRequired || path.includes("*") || !shape || from === "serviceParameter") continue;
    expect(initialContent(shape)).toMatchObject({ [String(path[0])]: null });
  }
});

test("[SK-05] softkey templates are used by phones, profiles and common device configurations", () => {
  expect(referencesTo("softkeyTemplate").map(({ from }) => from)).toEqual([
    "commonDeviceConfiguration",
    "phone",
    "deviceProfile",
  ]);
});

test("only the exact names are kinds", () => {
  for (const other of ["Phone", "__proto__", "", null]) expect(isConfigurationKind(other)).toBe(false);
});

const phone = deskPhone({
  softkeyTemplate: " Reception ",
  lines: [
    {
      index: 1,
      directoryNumber: "2001",
      partition: "Seoul",
      label: "",
      displayName: "",
      busyTrigger: 1,
      maxCalls: 2,
    },
  ],
});

describe("the references of an object", () => {
  test("are listed with their places, a directory number with its partition", () => {
    expect(
      referencesIn("phone", phone).map(({ to, name, partition, path }) => [to, name, partition, path]),
    ).toEqual([
      ["devicePool", "Default", null, ["devicePool"]],
      ["softkeyTemplate", "Reception", null, ["softkeyTemplate"]],
      ["phoneButtonTemplate", "Standard 8841 SIP", null, ["phoneButtonTemplate"]],
      ["directoryNumber", "2001", "Seoul", ["lines", 0, "directoryNumber"]],
      ["partition", "Seoul", null, ["lines", 0, "partition"]],
    ]);
  });

  test("must exist, but a line creates its directory number", () => {
    const nothing = { ...known, exists: () => false };
    expect(places(checkReferences("phone", phone, nothing))).toEqual([
      "devicePool unknownReference",
      "softkeyTemplate unknownReference",
      "phoneButtonTemplate unknownReference",
      "lines.0.partition unknownReference",
    ]);
  });

  test("of the service parameters only one names a calling search space", () => {
    const value = "All";
    expect(referencesIn("serviceParameter", { name: "Callback Calling Search Space", value })).toHaveLength(
      1,
    );
    expect(referencesIn("serviceParameter", { name: "Callback Selection Policy", value })).toEqual([]);
  });
});

test("reassign to another directory number changes pattern and partition together, and no other number", () => {
  const from = { directoryNumber: "2001", partition: "seoul" };
  const to = { directoryNumber: "+822001", partition: null };
  const [line] = phone.lines;
  expect(reassignedNumber(phone, from, to)).toEqual({ ...phone, lines: [{ ...line, ...to }] });
  expect(reassignedNumber(phone, { ...from, partition: null }, to)).toEqual(phone);
  const routePoint = { name: "Desk", directoryNumber: "3000", partition: null, forwardTo: "3000" };
  expect(reassignedNumber(routePoint, { directoryNumber: "3000", partition: null }, to)).toEqual({
    ...routePoint,
    ...to,
  });
});

describe("reassign to another object", () => {
  test("changes the name wherever it stood, ignoring letter case, and nothing else", () => {
    expect(reassigned("phone", phone, "softkeyTemplate", "RECEPTION", "Front desk")).toEqual({
      ...phone,
      softkeyTemplate: "Front desk",
    });
    expect(reassigned("phone", phone, "softkeyTemplate", "Other", "Front desk")).toEqual(phone);
    expect(reassigned("phone", phone, "partition", "Seoul", null).lines[0]?.partition).toBeNull();
  });

  test("takes a name out of a list of names, or puts the other one in its place once", () => {
    const space = { name: "All", description: "", partitions: ["Seoul", "Busan"] };
    expect(reassigned("callingSearchSpace", space, "partition", "Seoul", null).partitions).toEqual(["Busan"]);
    expect(reassigned("callingSearchSpace", space, "partition", "Seoul", "busan").partitions).toEqual([
      "busan",
    ]);
    expect(reassigned("callingSearchSpace", space, "partition", "Seoul", "Jeju").partitions).toEqual([
      "Jeju",
      "Busan",
    ]);
  });
});
