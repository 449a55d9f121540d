import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { engineTables, withTables } from "@/docs/engine-tables";

const document = readFileSync("docs/engine.md", "utf8");

describe("the tables and diagrams of docs/engine.md", () => {
  test("are those of the engine; `npm run docs:engine` writes them", () => {
    expect(document).toBe(withTables(document, engineTables()));
  });

  test("tell on request how often tests take each row", () => {
    const covered = engineTables(() => (row) => (row === "noAnswerAgain" ? 3 : 0));
    expect(covered.get("request diagram")).toContain("22b noAnswerAgain 3×");
    expect(covered.get("request diagram")).toContain("16 dialled never");
    expect(covered.get("request")).toMatch(/^\| 22b \|.*\| 3 \|$/m);
    expect(covered.get("request")).toMatch(/^\| 16 \|.*\| 0 \|$/m);
  });

  test("have their places, or it is said which is missing", () => {
    const without = document.replace("<!-- made: served -->", "");
    expect(() => withTables(without, engineTables())).toThrow("The document has no place for: served");
  });
});
