import { describe, expect, test } from "vitest";
import { sources } from "./changed-files.mjs";
import { chooseTests } from "./choose.mjs";

const scenario = (...imports: string[]) => imports.map((path) => `import { x } from "${path}";`).join("\n");

/** A small program: two features, what they share, and its tests. */
const program = new Map([
  ["components/trunk/trunk-pages.tsx", ""],
  ["components/device-pool/device-pool.ts", ""],
  ["components/console/toolbar.tsx", ""],
  ["lib/configuration/trunk.ts", ""],
  ["lib/configuration/trunk.test.ts", scenario("@/lib/configuration/trunk")],
  ["lib/server/testing/random-presses.ts", ""],
  ["docs/law.test.ts", 'import { readFileSync } from "node:fs";'],
  ["lib/server/backup/backup.test.ts", 'import { mkdtempSync } from "node:fs";'],
  ["scripts/doctor.mjs", ""],
  ["scripts/doctor/rules.test.ts", ""],
  ["components/user/user-list.tsx", ""],
  ["e2e/fixtures/test.ts", `${scenario("../actions/user")} trunk`],
  ["e2e/actions/user.ts", "/user-management/user"],
  ["e2e/users.spec.ts", scenario("./fixtures/test", "./actions/user")],
  ["e2e/actions/objects.ts", ""],
  ["e2e/actions/pool.ts", `${scenario("./objects")} "devicePool"`],
  ["e2e/screens.spec.ts", scenario("./fixtures/test", "./actions/objects")],
  ["e2e/pool.spec.ts", scenario("./fixtures/test", "./actions/pool")],
  ["e2e/remote.spec.ts", `${scenario("./fixtures/test", "./actions/objects")} "trunk"`],
  ["e2e/killed.spec.ts", scenario("@/lib/server/testing/random-presses")],
]);
const choose = (...changed: string[]) => chooseTests(changed, program);

test("a document concerns the tests that read the program, and no scenario", () => {
  expect(choose("docs/tour.md", "lib/callback/README.md")).toEqual({
    units: ["docs/law.test.ts"],
    scenarios: [],
  });
});

test("a changed rule concerns its related tests and every scenario: pages and server stand on it", () => {
  expect(choose("lib/configuration/trunk.ts")).toEqual({
    units: ["lib/configuration/trunk.ts", "docs/law.test.ts"],
    scenarios: "all",
  });
});

test("a changed test concerns itself, and no scenario", () => {
  expect(choose("lib/configuration/trunk.test.ts")).toEqual({
    units: ["lib/configuration/trunk.test.ts", "docs/law.test.ts"],
    scenarios: [],
  });
});

test("a script concerns the tests of all scripts, which they start by name", () => {
  const { units, scenarios } = choose("scripts/doctor.mjs");
  expect(units).toEqual(["scripts/doctor.mjs", "docs/law.test.ts", "scripts/doctor/rules.test.ts"]);
  expect(scenarios).toEqual([]);
});

test.each(["package-lock.json", "prisma/schema/call.prisma", "lib/server/db/functions/move.sql"])(
  "%s concerns everything",
  (path) => {
    expect(choose(path)).toEqual({ units: "all", scenarios: "all" });
  },
);

describe("a feature", () => {
  test("concerns the scenarios that name it, in words of the API or of the console, themselves or in their actions; and the one of all screens", () => {
    expect(choose("components/device-pool/device-pool.ts").scenarios).toEqual([
      "e2e/pool.spec.ts",
      "e2e/screens.spec.ts",
    ]);
    expect(choose("app/(console)/device/trunk/[[...address]]/page.tsx").scenarios).toEqual([
      "e2e/remote.spec.ts",
      "e2e/screens.spec.ts",
    ]);
  });

  test("does not concern a scenario only because what all scenarios stand on names it", () => {
    expect(choose("components/user/user-list.tsx").scenarios).toEqual([
      "e2e/screens.spec.ts",
      "e2e/users.spec.ts",
    ]);
  });

  test("concerns every scenario when none names it", () => {
    expect(choose("components/home/task-flow.tsx").scenarios).toBe("all");
  });

  test("concerns every scenario together with what features share", () => {
    expect(choose("components/trunk/trunk-pages.tsx", "components/console/toolbar.tsx").scenarios).toBe(
      "all",
    );
    expect(choose("app/(console)/layout.tsx").scenarios).toBe("all");
  });

  test("that was deleted is a change of it all the same", () => {
    const path = "components/trunk/gone.tsx";
    expect(choose(path)).toEqual({
      units: ["docs/law.test.ts"],
      scenarios: ["e2e/remote.spec.ts", "e2e/screens.spec.ts"],
    });
  });
});

describe("a file of the scenarios", () => {
  test("concerns those that use it, however far away", () => {
    expect(choose("e2e/remote.spec.ts").scenarios).toEqual(["e2e/remote.spec.ts"]);
    expect(choose("e2e/actions/objects.ts").scenarios).toEqual([
      "e2e/pool.spec.ts",
      "e2e/remote.spec.ts",
      "e2e/screens.spec.ts",
    ]);
  });

  test("concerns those that use it from the tests of the server; there any test may stand on it", () => {
    expect(choose("lib/server/testing/random-presses.ts")).toEqual({
      units: "all",
      scenarios: ["e2e/killed.spec.ts"],
    });
  });

  test("that no scenario imports, but all stand on, concerns all", () => {
    expect(choose("playwright.config.ts").scenarios).toBe("all");
    expect(choose("e2e/fixtures/global-setup.ts").scenarios).toBe("all");
  });
});

test("in this repository a page of one kind concerns few scenarios, and among them its own", () => {
  const texts = sources();
  const all = [...texts.keys()].filter((path) => path.endsWith(".spec.ts"));
  const { scenarios } = chooseTests(["components/device-profile/device-profile.ts"], texts);
  expect(scenarios).toEqual(expect.arrayContaining(["e2e/device-profile.spec.ts", "e2e/screens.spec.ts"]));
  expect(scenarios.length).toBeLessThan(all.length / 2);
});
