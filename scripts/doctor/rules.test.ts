import { expect, test } from "vitest";
import { knownMigrations } from "@/lib/server/db/migrate";
import { hint, ok, reportOf, wrong } from "./findings.mjs";
import {
  judgeBrowser,
  judgeBundledNode,
  judgeClock,
  judgeKoreanFonts,
  judgeMemory,
  judgeNode,
  judgeRoom,
  judgeStep,
  judgeTestServer,
  judgeVersions,
  packagesThatDiffer,
  timeOfMigration,
} from "./rules.mjs";

test.each([
  ["v18.0.0", "ok"],
  ["v24.9.0", "ok"],
  ["v17.9.1", "wrong"],
  ["v9.0.0", "wrong"],
])("Node %s is %s where package.json asks for 18 or newer", (version, verdict) => {
  expect(judgeNode(version, ">=18").verdict).toBe(verdict);
});

test("the program's Node has to start and to be the one of package.json", () => {
  expect(judgeBundledNode("v24.9.0", "24.9.0").verdict).toBe("ok");
  expect(judgeBundledNode("v24.8.0", "24.9.0").says).toBe(
    "node_modules/node is v24.8.0 and should be v24.9.0",
  );
  expect(judgeBundledNode(null, "24.9.0").says).toBe("node_modules/node does not start here");
});

test("a step that was never done is told apart from one done on other sources", () => {
  expect(judgeStep("build", "done").verdict).toBe("ok");
  expect(judgeStep("build", "never")).toMatchObject({ verdict: "wrong", says: "not done yet" });
  expect(judgeStep("build", "outdated")).toMatchObject({
    verdict: "wrong",
    says: "done on other sources than those that are here",
  });
});

test("packages differ when they are absent or of another version, but for absent ones of other platforms", () => {
  const lock = {
    packages: {
      "": { version: "0.1.0" },
      "node_modules/same": { version: "1.0.0" },
      "node_modules/older": { version: "2.0.0" },
      "node_modules/absent": { version: "1.0.0" },
      "node_modules/of-another-platform": { version: "1.0.0", optional: true },
      "node_modules/optional-older": { version: "2.0.0", optional: true },
    },
  };
  const installed = {
    packages: {
      "node_modules/same": { version: "1.0.0" },
      "node_modules/older": { version: "1.0.0" },
      "node_modules/optional-older": { version: "1.0.0" },
    },
  };
  expect(packagesThatDiffer(lock, installed)).toEqual([
    "node_modules/older",
    "node_modules/absent",
    "node_modules/optional-older",
  ]);
});

test("the first three packages that differ are named, and how many more there are", () => {
  expect(judgeVersions([]).verdict).toBe("ok");
  const different = ["node_modules/a", "node_modules/@b/c", "node_modules/d", "node_modules/e"];
  expect(judgeVersions(different)).toMatchObject({
    verdict: "wrong",
    says: "a, @b/c, d and 1 more not as in package-lock.json",
  });
});

test("too little room is wrong for the console and a hint for the tests", () => {
  const place = { about: "room", folder: "/data", leastMegabytes: 500 };
  expect(judgeRoom({ ...place, freeBytes: 500_000_000 }).verdict).toBe("ok");
  expect(judgeRoom({ ...place, freeBytes: 499_999_999 })).toMatchObject({
    verdict: "wrong",
    says: "499 MB free at /data",
  });
  expect(judgeRoom({ ...place, freeBytes: 0, isForTests: true }).verdict).toBe("hint");
});

test("memory below what tests or a start take is a hint that says which of them", () => {
  expect(judgeMemory(4_000_000_000).verdict).toBe("ok");
  expect(judgeMemory(3_999_999_999)).toMatchObject({
    verdict: "hint",
    todo: expect.stringMatching(/^npm test takes/),
  });
  expect(judgeMemory(1_199_999_999)).toMatchObject({
    verdict: "hint",
    todo: expect.stringMatching(/^A start takes/),
  });
});

test("a clock is wrong when it is before the instant at which this version was written", () => {
  const written = new Date("2026-11-29T19:50:31Z");
  expect(timeOfMigration("20261129195031_judge-what-waits")).toEqual(written);
  expect(judgeClock(written, written).verdict).toBe("ok");
  expect(judgeClock(new Date("2026-11-29T19:50:30Z"), written).verdict).toBe("wrong");
});

test("the name of every migration tells when it was written", () => {
  const times = knownMigrations().map((name) => timeOfMigration(name).getTime());
  expect(times.length).toBeGreaterThan(0);
  expect(times.filter(Number.isNaN)).toEqual([]);
});

test("what only tests need is a hint, with what to do", () => {
  expect(judgeKoreanFonts("Noto Sans CJK KR\n").verdict).toBe("ok");
  expect(judgeBrowser("/usr/bin/chromium").verdict).toBe("ok");
  expect(judgeTestServer({ version: "postgres (PostgreSQL) 18.4" }).verdict).toBe("ok");
  const missing = [
    judgeKoreanFonts(""),
    judgeKoreanFonts(null),
    judgeBrowser(null),
    judgeTestServer({ reason: "x" }),
  ];
  for (const { verdict, todo } of missing) {
    expect(verdict).toBe("hint");
    expect(todo).not.toBe("");
  }
});

test("a report ends with code 1 when something is wrong, and with 0 for hints alone", () => {
  const hints = reportOf([ok("Node", "v24.9.0"), hint("browser", "no Chromium", "Install one.")]);
  expect(hints.code).toBe(0);
  expect(hints.text).toBe(
    "ok     Node     v24.9.0\n" +
      "hint   browser  no Chromium\n" +
      "                → Install one.\n" +
      "\n1 ok, 0 wrong, 1 to know\n",
  );
  expect(reportOf([ok("Node", "v24.9.0"), wrong("port", "Another program uses it.")]).code).toBe(1);
});
