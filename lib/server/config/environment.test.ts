import { expect, test } from "vitest";
import { readEnvironment } from "@/lib/server/config/environment";

test.each([
  [{ PORT: "abc" }, "PORT: must be a whole number from 0 to 65535"],
  [{ PORT: "65536" }, "PORT: must be a whole number from 0 to 65535"],
  [{ PORT: "80.5" }, "PORT: must be a whole number from 0 to 65535"],
  [
    { RINGBACK_REGISTRATIONS_PER_SECOND: "-1" },
    "RINGBACK_REGISTRATIONS_PER_SECOND: must be a whole number from 0 to 100000",
  ],
  [{ RINGBACK_DURABILITY: "fast" }, "RINGBACK_DURABILITY: must be one of full, relaxed"],
  [{ RINGBACK_METRICS: "yes" }, "RINGBACK_METRICS: must be one of 0, 1"],
  [{ DATABASE_URL: "mysql://host/x" }, "DATABASE_URL: must start with postgresql://"],
  [
    { RINGBACK_TLS_CERT: "cert.pem" },
    "RINGBACK_TLS_CERT and RINGBACK_TLS_KEY belong together: set both, or none.",
  ],
])("a bad value is refused in words for people: %j", (variables, words) => {
  expect(() => readEnvironment({ NODE_ENV: "test", ...variables })).toThrow(`Bad environment:\n  ${words}`);
});

test("a variable that is set to nothing counts as not set", () => {
  const names = ["HOST", "PORT", "DATA_DIR", "DATABASE_URL", "RINGBACK_DURABILITY", "RINGBACK_ADMIN_PASSWORD"]
    .concat(["RINGBACK_SEED", "RINGBACK_CLOCK", "RINGBACK_REGISTRATIONS_PER_SECOND", "RINGBACK_LOG_LEVEL"])
    .concat(["RINGBACK_METRICS", "RINGBACK_TLS_CERT", "RINGBACK_TLS_KEY", "RINGBACK_TRUSTED_PROXIES"]);
  const nothing = Object.fromEntries(names.map((name) => [name, ""]));
  expect(readEnvironment({ NODE_ENV: "test", ...nothing })).toEqual(readEnvironment({ NODE_ENV: "test" }));
});
