import { expect, test } from "vitest";
import { addressRanges } from "@/lib/server/config/address-ranges";
import { clientOf } from "@/lib/server/http/client-of";

const trusted = addressRanges("127.0.0.1 10.0.0.0/8 fd00::/8");
const plainHttp = { address: "127.0.0.1", isEncrypted: false };
const forwarded = {
  host: "ringback:3000",
  "x-forwarded-for": "203.0.113.9",
  "x-forwarded-proto": "https",
  "x-forwarded-host": "console.example.com",
};

test("a trusted proxy says who asks, how and for which host", () => {
  expect(clientOf(plainHttp, forwarded, trusted)).toEqual({
    address: "203.0.113.9",
    scheme: "https",
    host: "console.example.com",
  });
});

test("nobody else does: neither without trusted proxies nor from another address", () => {
  const direct = { address: "127.0.0.1", scheme: "http", host: "ringback:3000" };
  expect(clientOf(plainHttp, forwarded, null)).toEqual(direct);
  const stranger = { address: "203.0.113.1", isEncrypted: true };
  expect(clientOf(stranger, forwarded, trusted)).toEqual({
    address: "203.0.113.1",
    scheme: "https",
    host: "ringback:3000",
  });
});

test("what a client wrote in front of what trusted proxies appended does not count", () => {
  const headers = {
    "x-forwarded-for": "127.0.0.1, 198.51.100.7, 203.0.113.9, 10.1.1.1",
    "x-forwarded-proto": "http, http, https, http",
    "x-forwarded-host": "evil.example, evil.example, console.example.com, inner:8080",
  };
  expect(clientOf(plainHttp, headers, trusted)).toEqual({
    address: "203.0.113.9",
    scheme: "https",
    host: "console.example.com",
  });
});

test.each([
  ["[2001:db8::7]:4711", "2001:db8::7"],
  ["203.0.113.9:4711", "203.0.113.9"],
  ["::ffff:203.0.113.9", "203.0.113.9"],
  ["unknown", "127.0.0.1"],
  ["203.0.113.9, nonsense", "127.0.0.1"],
  ["", "127.0.0.1"],
  ["fe80::1%eth0", "fe80::1"],
])("X-Forwarded-For %j is understood as %s", (header, address) => {
  expect(clientOf(plainHttp, { "x-forwarded-for": header }, trusted).address).toBe(address);
});

test.each(["ftp", "", "javascript", "https;http"])(
  "the scheme %j is none, so the connection's counts",
  (proto) => {
    expect(clientOf(plainHttp, { "x-forwarded-proto": proto }, trusted).scheme).toBe("http");
  },
);

test.each(["evil.example/path", "a b", "x@y", "<script>", "[::1"])("the host %j is none", (host) => {
  expect(clientOf(plainHttp, { host: "own:1", "x-forwarded-host": host }, trusted).host).toBe("own:1");
});

test("IPv4 that arrives over an IPv6 socket is itself; a connection that is gone has no address", () => {
  expect(clientOf({ address: "::ffff:192.0.2.1", isEncrypted: false }, {}, null).address).toBe("192.0.2.1");
  expect(clientOf({ address: undefined, isEncrypted: false }, {}, trusted).address).toBe("");
});
