import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expansionModules } from "@/lib/catalog/expansion-modules";
import { eightTimes, expectLinear } from "@/lib/server/testing/expect-linear";
import type { FilePhone } from "@/lib/unified-cm/file-phone";
import { newReport } from "@/lib/unified-cm/file-report";
import { newNotes } from "@/lib/unified-cm/notes";
import { openFile, readPhones } from "@/lib/unified-cm/read-file";
import type { Defaults } from "@/lib/unified-cm/read-phone";
import { withoutSecrets } from "@/lib/unified-cm/secrets";
import { badFiles } from "@/lib/unified-cm/testing/bad-files";
import { chunks } from "@/lib/unified-cm/testing/chunks";
import { type FileWish, generateFile, releaseNames } from "@/lib/unified-cm/testing/generate-file";
import { generatePhone } from "@/lib/unified-cm/testing/generate-phone";
import { allDetailsHeadings, phoneCells } from "@/lib/unified-cm/write-phone";

const cases = "lib/unified-cm/testing/cases/";
const fixture = (name: string) => chunks(readFileSync(`${cases}${name}`));

/** Reads a file of phones to its end. */
async function read(bytes: AsyncIterable<Uint8Array>, defaults?: Defaults) {
  const file = await openFile(bytes);
  const report = newReport(() => false);
  const phones: FilePhone[] = [];
  if (file.recognised === "softkeys") throw new Error("a softkey file");
  if (file.recognised === null) report.addProblem("phones.txt", file.problem);
  else for await (const group of readPhones("phones.txt", file, report, defaults)) phones.push(...group);
  return { file, phones, report: report.report() };
}

const generated = ({ phones, seed }: FileWish) =>
  Array.from({ length: phones }, (_, number) => generatePhone(seed, number));

describe("files of phones", () => {
  test("the generated cluster of every release is read as it was made", async () => {
    for (const release of releaseNames) {
      const wish = { phones: 60, seed: 7, release };
      const { file, phones, report } = await read(generateFile(wish));
      expect(file.recognised).toBe("allDetails");
      expect(phones).toEqual(generated(wish));
      expect(report.leftOut.map(({ count }) => count)).toEqual([1, 1, 1, 1, 1, 1]);
      expect(report.problems).toEqual([]);
    }
  });

  test("whatever order, letter case and spaces of the headings, delimiter and line break: the same phones", async () => {
    const wishes = fc.record({
      phones: fc.integer({ min: 1, max: 12 }),
      seed: fc.nat(),
      release: fc.constantFrom(...releaseNames),
      delimiter: fc.constantFrom(",", ";", "\t"),
      end: fc.constantFrom("\n", "\r\n", "\r"),
    });
    const changed = (heading: string, [upper, spaces]: [boolean, number]) =>
      (upper ? heading.toUpperCase() : heading).replaceAll(" ", " ".repeat(spaces));
    const shapes = fc.tuple(
      fc.infiniteStream(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 3 }))),
      fc.nat(),
    );
    await fc.assert(
      fc.asyncProperty(
        wishes,
        shapes,
        fc.integer({ min: 1, max: 5_000 }),
        async (wish, [shape, turn], size) => {
          const withHeadings = (headings: readonly string[]) => {
            const at = turn % headings.length;
            const turned = [...headings.slice(at), ...headings.slice(0, at)].toReversed();
            return turned.map((heading) => {
              // Kept values stand under the heading as it is written.
              const isKept = /^(Location|SIP Profile|XML|Call Pickup|Log Missed)/.test(heading);
              return isKept ? heading : changed(heading, shape.next().value ?? [false, 1]);
            });
          };
          const bytes: number[] = [];
          for await (const chunk of generateFile({ ...wish, withHeadings })) bytes.push(...chunk);
          const { phones, report } = await read(chunks(Uint8Array.from(bytes), size));
          expect(report.problems).toEqual([]);
          expect(phones).toEqual(generated(wish));
        },
      ),
      { numRuns: 40 },
    );
  });

  test("the header of a real export: values, columns that are used and kept, and what was adapted", async () => {
    const { file, phones, report } = await read(fixture("phones-all-details.txt"));
    if (file.recognised !== "allDetails") throw new Error("not recognised");
    expect(phones[0]).toMatchObject({
      ...{
        name: "SEP00005E00D001",
        description: 'Lobby, east "glass" door',
        model: "Cisco 8841",
        protocol: "SIP",
      },
      ...{ devicePool: "Seoul", phoneButtonTemplate: "Standard 8841 SIP", softkeyTemplate: "Call Back User" },
      ...{
        userLocale: "English United States",
        networkLocale: "United States",
        commonDeviceConfiguration: "Seoul",
      },
      ...{ extensionMobility: false, dndStatus: false, dndOption: "Ringer Off", owner: null },
      kept: { Location: "Hub_None", XML: "<vendorConfig><webAccess>1</webAccess></vendorConfig>" },
    });
    expect(phones.map(({ lines }) => lines.map((line) => line.directoryNumber))).toEqual([
      ["2911"],
      ["+82025550912"],
    ]);
    expect(phones[0]?.lines[0]).toMatchObject({
      ...{ partition: "Seoul Phones", callingSearchSpace: "Everywhere", maxCalls: 4, busyTrigger: 2 },
      ...{
        label: "Lobby",
        displayName: "로비",
        alertingName: "로비",
        description: 'Lobby, east "glass" door',
        noAnswerSeconds: 16,
      },
      forward: {
        all: { destination: null, voiceMail: false },
        busy: { destination: null, voiceMail: true, external: { voiceMail: false, destination: null } },
        noAnswer: { destination: "2001", external: { destination: null } },
        unregistered: { external: null },
      },
    });
    expect(file.headings.used).toEqual(
      expect.arrayContaining(["Device Name", "Module 3", "Directory Number"]),
    );
    expect(file.headings.unused).toEqual(
      expect.arrayContaining(["AAR CSS", "User ID 1", "Line Network Hold MOH Audio Source"]),
    );
    expect(file.headings.used.length + file.headings.unused.length).toBe(116 + 84);
    expect(report.adapted).toEqual([
      { code: "backslash", count: 1, example: "\\+82025550912 → +82025550912" },
    ]);
    expect(report.unknown).toContainEqual({ kind: "partition", name: "Seoul Phones", count: 2 });
  });

  test("an insert file says the MAC address; what it lacks comes from what was chosen", async () => {
    const { file, phones, report } = await read(fixture("insert-phones.txt"), { model: "Cisco 8841" });
    expect(file.recognised).toBe("insert");
    expect(phones).toMatchObject([
      {
        ...{ name: "SEP00005E00D003", model: "Cisco 8841", protocol: "SIP", description: "Lobby west" },
        lines: [{ index: 1, directoryNumber: "2913", partition: "Seoul Phones", label: "Lobby" }],
        speedDials: [{ index: 1, number: "2001", label: "Reception" }],
      },
    ]);
    expect(report.adapted.map(({ code }) => code)).toEqual(["deviceName"]);
    const without = await read(fixture("insert-phones.txt"));
    expect(without.report.problems).toMatchObject([
      { row: 2, code: "unknownValue", params: { isMissing: "yes" } },
    ]);
  });

  test("Add Lines says which line it is; a line without a number is told and left out", async () => {
    const header = "MAC ADDRESS,LINE INDEX 1,DIRECTORY NUMBER 1,DISPLAY 1,DIRECTORY NUMBER 2,DISPLAY 2";
    const rows = "SEP00005E00D004,3,2914,Kim,,Lee";
    const { phones, report } = await read(chunks(`${header}\n${rows}\n`), { model: "Cisco 8841" });
    expect(phones[0]?.lines).toMatchObject([{ index: 3, directoryNumber: "2914", displayName: "Kim" }]);
    expect(report.adapted).toMatchObject([{ code: "lineWithoutNumber", count: 1, example: "2" }]);
  });

  test("devices that are no phones here are counted by type, and nothing else is said of them", async () => {
    const types = readFileSync(`${cases}device-types.txt`, "utf8").trim().split("\n");
    const rows = types.map((line) => line.replace(/^(.*),(.*)$/, '$2,"$1",R&D,\tx'));
    const { phones, report } = await read(
      chunks(["Device Name,Device Type,Device Pool,Directory Number 1", ...rows].join("\n")),
    );
    expect(phones).toEqual([]);
    expect(report.leftOut).toEqual(types.map((line) => ({ type: line.replace(/,.*/, ""), count: 1 })));
    expect(report).toMatchObject({ problems: [], unknown: [], adapted: [] });
  });

  test("what is not modelled is listed, and the phone read without it", async () => {
    const rows = ["Device Name,Device Type,Module 1,Directory Number 1,Directory Number 2", "x"];
    rows[1] = "SEP00005E00D005,Cisco 8851,Sidecar 99,2[1-4]XX,2915";
    const { phones, report } = await read(chunks(rows.join("\n")));
    expect(phones).toMatchObject([
      { lines: [{ index: 2, directoryNumber: "2915" }], kept: { "Module 1": "Sidecar 99" } },
    ]);
    expect(report.notModelled).toEqual([
      { kind: "expansionModule", name: "Sidecar 99", count: 1 },
      { kind: "directoryNumberPattern", name: "2[1-4]XX", count: 1 },
    ]);
  });

  test("expansion modules are written where they stood, also after one that is not modelled", async () => {
    const known = expansionModules[0]?.name ?? "";
    for (const cells of [
      ["Sidecar 99", known, ""],
      [known, "Sidecar 99", known],
      ["Sidecar 99", "Sidecar 98", known],
      [known, known, "Sidecar 99"],
    ]) {
      const header = "Device Name,Device Type,Module 1,Module 2,Module 3";
      const row = ["SEP00005E00D005", "Cisco 8851", ...cells];
      const { file, phones } = await read(chunks(`${header}\n${row.join(",")}\n`));
      if (file.recognised !== "allDetails" || !phones[0]) throw new Error("not read");
      expect(phoneCells(phones[0], file.headings)).toEqual(row);
    }
  });

  test("Softkey Control counts for the models that need it", async () => {
    const row = (number: number, model: string) =>
      `SEP00005E00D00${number},${model},SIP,<v><softKeyControl>1</softKeyControl></v>`;
    const { phones } = await read(
      chunks(
        ["Device Name,Device Type,Device Protocol,XML", row(6, "Cisco 9971"), row(7, "Cisco 8841")].join(
          "\n",
        ),
      ),
    );
    expect(phones.map(({ softkeyControl }) => softkeyControl)).toEqual([true, undefined]);
  });
});

describe("secrets", () => {
  const secret = "hunter2-Geheim";
  const header = "Device Name,Device Type,Authentication String,Secure Shell Password,XML,Extra";
  const readXml = async (xml: string) => {
    const cells = ["SEP00005E00D008", "Cisco 8841", secret, secret, `"${xml.replaceAll('"', '""')}"`, "kept"];
    return read(chunks(`${header}\n${cells.join(",")}\n`));
  };

  test.each([
    `<v><sshPwd>${secret}</sshPwd><webAccess>1</webAccess></v>`,
    `<v><adminPassword type="x"> ${secret} </adminPassword ><webAccess>1</webAccess></v>`,
    `<v password="${secret}"></v>`,
    `<v><sshPwd><inner>${secret}</inner></sshPwd></v>`,
    `<v><sshPwd>${secret}`,
    `&lt;sshPwd&gt;${secret}&lt;/sshPwd&gt;`,
    `<v><sshPwd><![CDATA[${secret}]]></sshPwd></v>`,
  ])("of %s nothing is kept and nothing is told", async (xml) => {
    const { phones, report } = await readXml(xml);
    expect(phones).toHaveLength(1);
    expect(JSON.stringify({ phones, report })).not.toContain(secret);
    expect(report.adapted.find(({ code }) => code === "secretDropped")?.count).toBe(3);
    expect(phones[0]?.kept.Extra).toBe("kept");
  });

  test("settings beside a password stay as they were, and so does what has none", async () => {
    const { phones } = await readXml(`<v><sshPwd>${secret}</sshPwd><webAccess>1</webAccess></v>`);
    expect(phones[0]?.kept.XML).toBe("<v><webAccess>1</webAccess></v>");
    const plain = "<v><sshPwd></sshPwd><sshPwd/><webAccess>1</webAccess></v>";
    expect((await readXml(plain)).phones[0]?.kept.XML).toBe(plain);
  });
});

describe("files that are not as they should be", () => {
  test.each(Object.entries(badFiles))(
    "%s: what is wrong is told with its place",
    async (_, { bytes, told }) => {
      for (const size of [1, 64, 65_536]) {
        const file = await openFile(chunks(bytes, size));
        const report = newReport(() => true);
        if (file.recognised === null) report.addProblem("x", file.problem);
        else if (file.recognised === "softkeys") for (const one of file.problems) report.addProblem("x", one);
        else for await (const _phones of readPhones("x", file, report));
        expect(report.report().problems.map(({ row, column, code }) => [row, column, code])).toEqual(told);
      }
    },
  );

  test("any bytes at all end in a report, and a good file with one byte changed too", async () => {
    const good: number[] = [];
    for await (const chunk of generateFile({ phones: 3, seed: 1, release: "14" })) good.push(...chunk);
    const changed = fc
      .tuple(fc.nat(good.length - 1), fc.nat(255))
      .map(([at, byte]) => Uint8Array.from(good.with(at, byte)));
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 400 }), changed), async (bytes) => {
        const file = await openFile(chunks(bytes));
        const report = newReport(() => false);
        if (file.recognised !== null && file.recognised !== "softkeys")
          for await (const phones of readPhones("x", file, report))
            expect(phones.length).toBeLessThanOrEqual(3);
        expect(report.report().problems.length).toBeLessThanOrEqual(600);
      }),
      { numRuns: 150 },
    );
  });

  test("however much is wrong, the report stays as small, and everything is counted", async () => {
    const rows = Array.from(
      { length: 3_000 },
      (_, number) => `SEP00005E${String(number).padStart(6, "0")},Cisco 8841,Pool ${number},${number}E`,
    );
    const types = Array.from({ length: 3_000 }, (_, number) => `CSF${number},Client ${number},,`);
    const header = "Device Name,Device Type,Device Pool,Directory Number 1";
    const { report } = await read(chunks([header, ...rows, ...types].join("\n")));
    expect(report.problemCounts).toEqual({ unknownValue: 3_000 });
    expect(report.problems).toHaveLength(50);
    expect(report.leftOut).toHaveLength(1_000);
    expect(report.beyond).toMatchObject({ leftOut: 2_000 });
    expect(JSON.stringify(report).length).toBeLessThan(200_000);
  });

  test("49 lines and 199 speed dials are read", async () => {
    const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
    const header = allDetailsHeadings(49, 199);
    const cells = header.map((heading) => {
      if (heading === "Device Name") return "SEP00005E00D009";
      if (heading === "Device Type") return "Cisco 8861";
      return /^(Directory Number|Speed Dial Number) /.test(heading) ? "2001" : "";
    });
    const { phones } = await read(chunks(`${header.join(",")}\n${cells.join(",")}\n`));
    expect(phones[0]?.lines.map(({ index }) => index)).toEqual(numbers(49));
    expect(phones[0]?.speedDials.map(({ index }) => index)).toEqual(numbers(199));
  });

  test("time grows with the file, also of rows that a quotation mark keeps open and of settings full of brackets", async () => {
    const header = "Device Name,Device Type,XML,Description";
    const kinds: readonly ((length: number) => string)[] = [
      (length) => `${header}\n${"a,b,c,d\n".repeat(length)}`,
      (length) => `${header}\nSEP1,"${"x\n".repeat(length * 4)}`,
      (length) => `${header}\n"${'""\n'.repeat(length * 3)}`,
      (length) => `${"a ".repeat(length * 4)},Device Name,Description\n`,
    ];
    for (const kind of kinds)
      await expectLinear("a file", {
        short: () => read(chunks(kind(4_000))),
        long: () => read(chunks(kind(4_000 * eightTimes))),
      });
    const notes = newNotes(1);
    const settings = (length: number) => async () =>
      ["<pwd>", "<pwd ", "<pwd/>", "<a><pwd>x</pwd>"].map((part) =>
        withoutSecrets(part.repeat(length), notes),
      );
    await expectLinear("settings", { short: settings(10_000), long: settings(10_000 * eightTimes) });
  });
});
