import { expect, test } from "vitest";
import { readEnvironment } from "@/lib/server/config/environment";
import { judgeFolder, judgePort, judgeServer, judgeSettings } from "./program-rules.mjs";

/** What the program says of bad settings, itself. */
function refusalOf(variables: Record<string, string>): string {
  try {
    readEnvironment({ NODE_ENV: "test", ...variables });
  } catch (error) {
    return String((error as Error).message);
  }
  throw new Error("These settings are accepted.");
}

test("each bad setting is a line of its own, in the words of the program", () => {
  const findings = judgeSettings(refusalOf({ PORT: "abc", RINGBACK_METRICS: "yes" }), []);
  expect(findings.map(({ verdict, says }) => `${verdict} ${says}`)).toEqual([
    "wrong PORT: must be a whole number from 0 to 65535",
    "wrong RINGBACK_METRICS: must be one of 0, 1",
  ]);
  const half = judgeSettings(refusalOf({ RINGBACK_TLS_CERT: "cert.pem" }), []);
  expect(half.map(({ verdict }) => verdict)).toEqual(["wrong"]);
});

test("a variable with our prefix that nobody reads is a hint, beside settings that are valid", () => {
  expect(judgeSettings(null, []).map(({ verdict }) => verdict)).toEqual(["ok"]);
  expect(judgeSettings(null, ["RINGBACK_METRIKS"]).map(({ verdict }) => verdict)).toEqual(["hint"]);
});

const address = "http://localhost:3000";
const refusal = "Another program is using port 3000. Stop it, or choose another port with PORT.";

test("a port is wrong when another program has it, and not when Ringback runs there", () => {
  expect(judgePort({ address, refusal: null, runningVersion: null }).verdict).toBe("ok");
  expect(judgePort({ address, refusal, runningVersion: "0.1.0" })).toMatchObject({
    verdict: "ok",
    says: "Ringback 0.1.0 runs at http://localhost:3000",
  });
  expect(judgePort({ address, refusal, runningVersion: null })).toMatchObject({
    verdict: "wrong",
    says: refusal,
  });
});

const folder = { folder: "/data", state: "database", refusal: null, isInUse: false } as const;

test("a data folder that is in use is wrong unless Ringback runs where these settings start it", () => {
  expect(judgeFolder(folder, false).says).toBe("/data is whole and not in use");
  expect(judgeFolder({ ...folder, state: "new" }, false).says).toBe("/data: the first start makes it");
  expect(judgeFolder({ ...folder, isInUse: true }, true).verdict).toBe("ok");
  expect(judgeFolder({ ...folder, isInUse: true }, false)).toMatchObject({
    verdict: "wrong",
    says: "another Ringback uses /data",
  });
});

test("a data folder that the program refuses is wrong in its words", () => {
  const words = "The data folder /data is not whole: database is missing.";
  expect(judgeFolder({ ...folder, refusal: words }, false)).toMatchObject({ verdict: "wrong", says: words });
});

const server = { versionNumber: 180_004, version: "18.4", hasTrigrams: true, secondsApart: 0, missing: 0 };
const verdictsOf = (found: Parameters<typeof judgeServer>[0]) =>
  judgeServer(found).map(({ verdict }) => verdict);

test("a PostgreSQL server has to answer, to be 15 or newer and to have pg_trgm", () => {
  expect(verdictsOf(server)).toEqual(["ok"]);
  expect(verdictsOf({ ...server, missing: 3 })).toEqual(["ok"]);
  expect(verdictsOf({ ...server, versionNumber: 150_000 })).toEqual(["ok"]);
  expect(verdictsOf({ ...server, versionNumber: 140_019 })).toEqual(["wrong"]);
  expect(verdictsOf({ ...server, hasTrigrams: false })).toEqual(["wrong"]);
  expect(judgeServer({ refusal: "Cannot reach PostgreSQL." })).toMatchObject([
    { verdict: "wrong", says: "Cannot reach PostgreSQL." },
  ]);
});

test("a clock more than two seconds from the database server's is told, with its direction", () => {
  expect(verdictsOf({ ...server, secondsApart: -2 })).toEqual(["ok"]);
  const [, ahead] = judgeServer({ ...server, secondsApart: 90 });
  expect(ahead).toMatchObject({ verdict: "hint", says: "90 s ahead of the database server" });
  const [, behind] = judgeServer({ ...server, secondsApart: -3.2 });
  expect(behind?.says).toBe("3 s behind the database server");
});
