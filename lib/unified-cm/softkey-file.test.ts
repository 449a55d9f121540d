import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contents } from "@/lib/configuration/testing/arbitraries";
import { softkeyFile } from "@/lib/devices/softkey-file";
import { eightTimes, expectLinear } from "@/lib/server/testing/expect-linear";
import { openFile } from "@/lib/unified-cm/read-file";
import { longestSoftkeyFile, readSoftkeyFile } from "@/lib/unified-cm/softkey-file";
import { chunks } from "@/lib/unified-cm/testing/chunks";

const digest = () => "0123456789abcdef0123456789abcdef";
const softKeySets = (inner: string) => `<softKeyCfg><softKeySets>${inner}</softKeySets></softKeyCfg>`;

describe("softkey files", () => {
  test("what is written for a template is read again as it was, with every layout", () => {
    fc.assert(
      fc.property(contents, ({ callStates: layout }) => {
        const { content } = softkeyFile({ id: null, name: "Reception" }, layout, digest);
        expect(readSoftkeyFile(content)).toEqual({ layout, problems: [] });
      }),
    );
  });

  test("the file of a phone is recognised, in UTF-8 and UTF-16; call states that it lacks are absent", async () => {
    const text = readFileSync("lib/unified-cm/testing/cases/SoftKeys.xml", "utf8");
    const layout = {
      "On Hook": ["Redial", "NewCall", "CallBack"],
      "Ring Out": ["Undefined", "EndCall", "CallBack"],
      "Connected Conference": ["Undefined", "EndCall", "Confrn", "ConfList"],
    };
    const expected = { recognised: "softkeys", layout, problems: [] };
    for (const file of [text, `\uFEFF${text}`, Buffer.from(`\uFEFF${text}`, "utf16le")])
      for (const size of [1, 1_000]) expect(await openFile(chunks(file, size))).toEqual(expected);
  });

  test("Null is a blank as Undefined is, << is written with entities, letter case makes no difference", () => {
    const keys = ["Null", "&lt;&lt;", "endcall"].map((key) => `<softKey keyID="${key}"/>`);
    const set = `<softKeySet id="digits after first">${keys.join("")}</softKeySet>`;
    expect(readSoftkeyFile(softKeySets(set)).layout).toEqual({
      "Digits After First": ["Undefined", "<<", "EndCall"],
    });
  });

  test("more softkeys than a call state can have, and a file beyond all bounds are told", () => {
    const set = `<softKeySet id="On Hook">${'<softKey keyID="Undefined"/>'.repeat(17)}</softKeySet>`;
    expect(readSoftkeyFile(softKeySets(set)).problems).toMatchObject([
      { column: "On Hook", code: "cellCount", params: { count: 17, expected: 16 } },
    ]);
    const large = softKeySets(" ".repeat(longestSoftkeyFile));
    expect(readSoftkeyFile(large).problems).toMatchObject([{ code: "tooLong" }]);
  });

  test("entities are not expanded, and names of the language are nothing", () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${softKeySets("&b;")}`;
    expect(readSoftkeyFile(bomb).problems).toMatchObject([{ code: "notRecognised" }]);
    for (const name of ["__proto__", "constructor", "toString"]) {
      const set = `<softKeySet id="${name}"><${name}/><softKey keyID="${name}"/></softKeySet><${name} id="x"/>`;
      const { layout, problems } = readSoftkeyFile(softKeySets(set));
      expect(layout).toEqual({});
      expect(problems.length).toBeGreaterThan(0);
    }
  });

  test("no text makes it throw, or take longer than in proportion", async () => {
    const parts = ["<softKeyCfg>", "<softKeySets>", '<softKeySet id="On Hook">', '<softKey keyID="Redial"/>'];
    const others = [
      "</softKeySet>",
      "</softKeySets>",
      "</softKeyCfg>",
      "<",
      ">",
      '"',
      "&",
      "<!--",
      "<![CDATA[",
      "]]>",
    ];
    const text = fc.array(fc.oneof(fc.constantFrom(...parts, ...others), fc.string()), { maxLength: 30 });
    fc.assert(
      fc.property(text, (given) => {
        const { problems } = readSoftkeyFile(given.join(""));
        expect(problems.length).toBeLessThanOrEqual(50);
      }),
    );
    for (const part of ["<a>", "<!--", "<![CDATA[", "&lt;", "&", '<a b="', "<softKeySets>", "]]>", "<?x "]) {
      const read = (count: number) => async () => readSoftkeyFile(softKeySets(part.repeat(count)));
      await expectLinear(part, { short: read(4_000), long: read(4_000 * eightTimes) });
    }
  });
});
