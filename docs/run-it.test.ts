import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("the systemd unit of the documents starts the program with what npm start gives to Node", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
  const [, unit] =
    /^ExecStart=\S+\/bin\/(node .*)$/m.exec(readFileSync("docs/how-to/run-it.md", "utf8")) ?? [];
  expect(unit).toBe(scripts.start);
});
