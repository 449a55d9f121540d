import { expect, test } from "vitest";
import { readEnvironment } from "@/lib/server/config/environment";
import { addressOf, exposureWarning, isExposed } from "@/lib/server/config/exposure";

const tls = { RINGBACK_TLS_CERT: "/cert.pem", RINGBACK_TLS_KEY: "/key.pem" };
const environment = (source: Record<string, string>) => readEnvironment({ NODE_ENV: "test", ...source });

test.each([
  [{}, false],
  [{ HOST: "localhost" }, false],
  [{ HOST: "127.0.1.1" }, false],
  [{ HOST: "::1" }, false],
  [{ HOST: "0.0.0.0" }, true],
  [{ HOST: "::" }, true],
  [{ HOST: "192.0.2.1" }, true],
  [{ HOST: "console.example.com" }, true],
  [{ HOST: "0.0.0.0", ...tls }, false],
  [{ HOST: "0.0.0.0", RINGBACK_TRUSTED_PROXIES: "10.0.0.1" }, false],
])("with %j the console is reached unencrypted: %s", (source, wanted) => {
  expect(isExposed(environment(source))).toBe(wanted);
  const warning = exposureWarning(environment(source));
  if (wanted) expect(warning).toMatch(/^Warning: .*RINGBACK_TLS_CERT.*RINGBACK_TRUSTED_PROXIES/);
  else expect(warning).toBeNull();
});

test.each([
  [{}, "http://localhost:3000"],
  [{ HOST: "0.0.0.0", PORT: "80" }, "http://localhost:80"],
  [{ HOST: "192.0.2.1", ...tls }, "https://192.0.2.1:3000"],
  [{ HOST: "2001:db8::1" }, "http://[2001:db8::1]:3000"],
])("with %j people are told %s", (source, address) => {
  expect(addressOf(environment(source))).toBe(address);
});
