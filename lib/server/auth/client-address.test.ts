import { expect, test } from "vitest";
import { clientAddress, networkOf } from "@/lib/server/auth/client-address";

test.each([
  ["203.0.113.9", "203.0.113.9"],
  ["::1", "::1"],
  ["somewhere", "unknown"],
  ["203.0.113.9, 10.0.0.1", "unknown"],
  ["", "unknown"],
])("the address %j of the internal header is %j", (header, address) => {
  expect(clientAddress(new Headers({ "x-ringback-client-address": header }))).toBe(address);
});

test("a header that clients can send is not believed", () => {
  expect(clientAddress(new Headers({ "x-forwarded-for": "203.0.113.9" }))).toBe("unknown");
});

test.each([
  ["203.0.113.9", "203.0.113.9"],
  ["::ffff:203.0.113.9", "203.0.113.9"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:0DB8:0001:0002::9", "2001:db8:1:2::/64"],
  ["2001:db8::1:0:0:9", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["unknown", "unknown"],
])("%s is counted as %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});
