import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { provenBy, provenIn, readLaw, tagsIn, titlesIn } from "@/docs/testing/law";
import { documents, writtenTexts } from "@/docs/testing/texts";
import { refusals } from "@/lib/callback/state/refusals";
import { endReasons, requestStates } from "@/lib/callback/state/request";
import { rowNumbers } from "@/lib/callback/state/row-names";
import { type ServiceParameterFacts, serviceParameters } from "@/lib/catalog/service-parameters";

const law = readLaw();
const texts = writtenTexts();
const proven = provenIn(texts);
const decisions = readdirSync("docs/decisions").map((file) => `decision ${Number(file.slice(0, 4))}`);
const known = new Set([
  ...law.built,
  ...law.notBuilt,
  ...law.rows.map((row) => `row ${row}`),
  ...law.properties,
  ...law.timers,
  ...decisions,
]);

/** The cells of a service parameter in the table of the engine's document; those of others are words. */
function boundsOf(parameter: ServiceParameterFacts): string {
  switch (parameter.type) {
    case "number":
      return `| ${parameter.default} ${parameter.unit} | ${parameter.minimum}-${parameter.maximum} |`;
    case "choice":
      return `| ${parameter.default} | ${parameter.choices.join(", ")} |`;
    case "flag":
      return `| ${parameter.default} |`;
    case "text":
    case "callingSearchSpace":
      return "|";
  }
}

function unknownTags(content: string): string[] {
  return tagsIn(content).filter((tag) => !known.has(tag));
}

test("every requirement, row, property, timer and decision that a file names is in the documents", () => {
  const unknown = texts.flatMap(({ path, content }) =>
    content
      .split("\n")
      .flatMap((line, place) => unknownTags(line).map((tag) => `${path}:${place + 1} ${tag}`)),
  );
  expect(unknown).toEqual([]);
  expect(texts.length).toBeGreaterThan(1000);
});

describe("requirements", () => {
  test("each is proven by the title of a test", () => {
    expect(law.built.filter((id) => !proven.has(id))).toEqual([]);
    expect(law.built.length).toBeGreaterThan(50);
  });

  test("none that is not built yet is claimed by a title", () => {
    expect(law.notBuilt.filter((id) => proven.has(id))).toEqual([]);
  });

  test("each has one number of its own", () => {
    const all = [...law.built, ...law.notBuilt];
    expect(new Set(all).size).toBe(all.length);
  });
});

test("each decision has a number of its own", () => {
  expect(decisions.filter((decision, at) => decisions.indexOf(decision) !== at)).toEqual([]);
});

describe("the engine's document", () => {
  const [engine = ""] = documents().flatMap(({ path, content }) =>
    path === "docs/engine.md" ? [content] : [],
  );

  test("has the rows that the engine takes, each once and in their order", () => {
    expect(law.rows).toEqual(Object.values(rowNumbers));
  });

  test("names each state of a request, each reason of its end, and each refusal", () => {
    const names = [...requestStates, ...endReasons, ...Object.keys(refusals)];
    expect(names.filter((name) => !engine.includes(name))).toEqual([]);
  });

  test("has properties that are looked at after each step, or proven by a title", () => {
    const invariants = texts.filter(({ path }) => path.startsWith("lib/callback/invariants/"));
    const looked = new Set(
      invariants.flatMap(({ content }) => [...content.matchAll(/"([SL]\d+)"/g)].map(([, id]) => id)),
    );
    expect(law.properties.filter((id) => !looked.has(id) && !proven.has(id))).toEqual([]);
    expect(law.properties.length).toBeGreaterThan(10);
  });

  test("has the default and the range of each service parameter that decides something, and names the others", () => {
    const lines = engine.split("\n");
    const words = engine.replaceAll(/\s+/g, " ");
    const wrong = serviceParameters.filter((parameter) => {
      const row = lines.find((line) => line.startsWith(`| ${parameter.name} `));
      if (row) return !row.includes(boundsOf(parameter));
      return parameter.type === "number" || !words.includes(`*${parameter.name}*`);
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });
});

describe("the check itself", () => {
  // Put together, so that this file names nothing that there is not.
  const wrong = [`SK-${99}`, `S${12}`, `T${4}`, `row ${22}x`, `row ${77}`, `decision ${99}`];

  test("notices tags that there are not, alone, in brackets and in enumerations", () => {
    const text = `[${wrong[0]}] and (${wrong[1]}), ${wrong[2]}; ${wrong[3]}, rows 9b, 4 and ${77}; ${wrong[5]}`;
    expect(unknownTags(text)).toEqual(wrong);
  });

  test("reads titles in every form in which they are written, and ranges in them", () => {
    const code = [
      'test("[A] one", () => {',
      "describe(`[B] two`, () => {",
      'test.each([["x", 1]])(\n  "[C] three",',
      'expect(told).toBe("[D] no title")',
    ].join("\n");
    expect(titlesIn(code)).toEqual(["[A] one", "[B] two", "[C] three"]);
    expect(provenBy("[PH-02 to PH-04] [SK-10, CD-03] a sentence")).toEqual([
      ...["PH-02", "PH-03", "PH-04"],
      ...["SK-10", "CD-03"],
    ]);
  });
});
