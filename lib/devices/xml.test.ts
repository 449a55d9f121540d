import fc from "fast-check";
import { expect, test } from "vitest";
import { escapeXml, group, text, xmlDocument } from "@/lib/devices/xml";

const characters: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

/** Reads escaped text as an XML parser does. */
function unescaped(escaped: string): string {
  return escaped.replace(/&(#?)(\w+);/g, (_, isNumber: string, name: string) =>
    isNumber ? String.fromCodePoint(Number(name)) : (characters[name] ?? ""),
  );
}

const anyText = fc.string({ unit: "binary" });

test("every text that XML can hold is read back as it was, in elements and attributes", () => {
  fc.assert(
    fc.property(anyText, (value) => {
      const escaped = escapeXml(value);
      expect(escaped).not.toMatch(/[<>"\t\n\r]/);
      expect(escaped.replace(/&(amp|lt|gt|quot|#9|#10|#13);/g, "")).not.toContain("&");
      // What XML cannot hold is the replacement character.
      const holdable = value.replace(
        /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu,
        "\uFFFD",
      );
      expect(unescaped(escaped)).toBe(holdable);
    }),
  );
});

test("half a character is mended", () => {
  expect(escapeXml("a\uD800b")).toBe("a\uFFFDb");
});

test("a document has its attributes in order, empty elements short and absent ones left out", () => {
  const root = group("root", [
    text("name", "김 <민준>"),
    text("absent", null),
    text("count", 0),
    text("blank", ""),
    group("empty", [], { idx: 1, id: '"' }),
    null,
  ]);
  expect(xmlDocument(root)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<root>
  <name>김 &lt;민준&gt;</name>
  <count>0</count>
  <blank></blank>
  <empty idx="1" id="&quot;"/>
</root>
`);
});
