import { expect, test } from "vitest";
import { addressRanges, isWithin } from "@/lib/server/config/address-ranges";
import { readEnvironment } from "@/lib/server/config/environment";

test("addresses and ranges are separated by commas or spaces; IPv4 is found in its IPv6 form too", () => {
  const ranges = addressRanges(" 127.0.0.1,10.0.0.0/8  fd00::/8 ,::1 ");
  for (const address of ["127.0.0.1", "10.255.0.1", "fd12::1", "::1", "::ffff:10.1.2.3"])
    expect([address, isWithin(ranges, address)]).toEqual([address, true]);
  for (const address of ["127.0.0.2", "11.0.0.1", "fe80::1", "::2", "", "unknown", "10.0.0.0/8"])
    expect([address, isWithin(ranges, address)]).toEqual([address, false]);
});

test.each(["proxy", "10.0.0.0/33", "10.0.0.0/", "::1/129", "10.0.0/8", "1.2.3.4/8/9", "0/0", "10.0.0.0/-1"])(
  "%s is refused, and the sentence names the variable and the value",
  (part) => {
    const environment = () =>
      readEnvironment({ NODE_ENV: "test", RINGBACK_TRUSTED_PROXIES: `127.0.0.1,${part}` });
    expect(environment).toThrow(`RINGBACK_TRUSTED_PROXIES: "${part}" is neither an address nor a range`);
  },
);

test("without the variable, or with an empty one, nobody is trusted", () => {
  expect(readEnvironment({ NODE_ENV: "test" }).trustedProxies).toBeNull();
  expect(readEnvironment({ NODE_ENV: "test", RINGBACK_TRUSTED_PROXIES: "" }).trustedProxies).toBeNull();
});
