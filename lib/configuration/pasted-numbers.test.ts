import { expect, test } from "vitest";
import { pastedNumbers } from "@/lib/configuration/pasted-numbers";

test.each([
  ["5001", null],
  ["", null],
  ["5001\tReception", [{ pattern: "5001", name: "Reception" }]],
  [
    "0501\tReception\r\n\r\n+82502\n",
    [
      { pattern: "0501", name: "Reception" },
      { pattern: "+82502", name: "" },
    ],
  ],
])("rows of %j become numbers", (text, numbers) => {
  expect(pastedNumbers(text)).toEqual(numbers);
});
