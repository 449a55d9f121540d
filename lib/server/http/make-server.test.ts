import { once } from "node:events";
import type { RequestListener, Server } from "node:http";
import { request as askSecurely } from "node:https";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import pino from "pino";
import { afterEach, expect, test } from "vitest";
import { addressRanges } from "@/lib/server/config/address-ranges";
import { tellIdentified } from "@/lib/server/http/identified";
import { makeServer, type Patience } from "@/lib/server/http/make-server";
import { hear, type Measurements } from "@/lib/server/measurements";
import { newCertificateFiles, testCertificates } from "@/lib/server/testing/certificates";

/** A program that says what it was asked. */
const echo: RequestListener = ({ method, url, headers }, response) =>
  void response.end(JSON.stringify({ method, url, headers }));

const servers: Server[] = [];
const leftovers: (() => void)[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.closeAllConnections();
  for (const remove of leftovers.splice(0)) remove();
});

/** A server around a program, its port, and the lines that it has logged so far. */
async function started(
  program: RequestListener | Promise<RequestListener>,
  { trusted = null as string | null, patience = undefined as Patience | undefined } = {},
) {
  const lines: Record<string, unknown>[] = [];
  const logger = pino({ level: "debug" }, { write: (line) => void lines.push(JSON.parse(line)) });
  const trustedProxies = trusted === null ? null : addressRanges(trusted);
  const server = makeServer({ tls: null, trustedProxies }, logger, Promise.resolve(program), patience);
  servers.push(server.listen(0, "127.0.0.1"));
  await once(server, "listening");
  return { server, lines, port: (server.address() as AddressInfo).port };
}

/** The port of a server with a certificate. */
async function securelyStarted(): Promise<number> {
  const { files, remove } = newCertificateFiles(testCertificates.first);
  leftovers.push(remove);
  const silent = pino({ level: "silent" });
  const server = makeServer({ tls: files, trustedProxies: null }, silent, Promise.resolve(echo));
  servers.push(server.listen(0, "127.0.0.1"));
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

/** Sends bytes as they are; answers all that comes back until the server ends the connection. */
function raw(port: number, request: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.write(request);
  return text(socket);
}

const close = "Connection: close\r\n";

test.each(["TRACE", "PROPFIND", "LOCK", "M-SEARCH", "QUERY"])(
  "%s is answered 405 with Allow and a code, and the program does not see it",
  async (method) => {
    const { port } = await started(echo);
    const answer = await raw(port, `${method} /api/v1/phones HTTP/1.1\r\nHost: x\r\n${close}\r\n`);
    expect(answer).toMatch(/^HTTP\/1.1 405 /);
    expect(answer).toMatch(/^allow: GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS\r$/m);
    expect(answer).toContain('"code":"methodNotAllowed"');
  },
);

test("a method that nobody knows is a bad request; CONNECT and OPTIONS * have answers of their own", async () => {
  const { port } = await started(echo);
  expect(await raw(port, `FOO / HTTP/1.1\r\nHost: x\r\n\r\n`)).toMatch(/^HTTP\/1.1 400 /);
  expect(await raw(port, `CONNECT x:443 HTTP/1.1\r\nHost: x\r\n\r\n`)).toMatch(
    /^HTTP\/1.1 405 .*\r\nallow: GET/,
  );
  expect(await raw(port, `OPTIONS * HTTP/1.1\r\nHost: x\r\n${close}\r\n`)).toMatch(
    /^HTTP\/1.1 204 .*\r\n(.*\r\n)*allow: GET/,
  );
});

test("only OPTIONS asks about no address: for any other method there is nothing at *, and no failure", async () => {
  const { port } = await started(echo);
  for (const method of ["GET", "HEAD"]) {
    const answer = await raw(port, `${method} * HTTP/1.1\r\nHost: x\r\n${close}\r\n`);
    expect(answer).toMatch(/^HTTP\/1.1 200 /);
    if (method === "GET") expect(answer).toContain('"url":"/unreadable"');
  }
  for (const method of ["POST", "PATCH", "DELETE", "TRACE"]) {
    const answer = await raw(port, `${method} * HTTP/1.1\r\nHost: x\r\n${close}\r\n`);
    expect(answer).toMatch(/^HTTP\/1.1 405 /);
  }
});

test("of what the pages' router says of itself, the program sees what can be read", async () => {
  const { port } = await started(echo);
  const seen = async (state: string) => {
    const headers = { rsc: "1", "next-router-state-tree": state };
    const answer = await fetch(`http://127.0.0.1:${port}/sign-in`, { headers });
    return ((await answer.json()) as { headers: Record<string, string> }).headers["next-router-state-tree"];
  };
  const good = encodeURIComponent('["",{"children":["device",{}]}]');
  expect([await seen(good), await seen("%zz"), await seen("5")]).toEqual([good, undefined, undefined]);
});

test("pages only show: whatever would change something is 405 there, and the program does not see it", async () => {
  const { port } = await started(echo);
  for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
    const answer = await fetch(`http://127.0.0.1:${port}/sign-in`, { method });
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
    expect((await fetch(`http://127.0.0.1:${port}/api/v1/phones`, { method })).status).toBe(200);
  }
  const options = await fetch(`http://127.0.0.1:${port}/`, { method: "OPTIONS" });
  expect([options.status, options.headers.get("allow")]).toEqual([204, "GET, HEAD"]);
});

test("every answer tells browsers what they may do; the nonce for scripts is another each time, and the program has it", async () => {
  const { port } = await started(echo);
  const policies = new Set<string | null>();
  for (const path of ["/", "/api/v1/phones", "/_next/static/x.js"]) {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      headers: { "content-security-policy": "script-src 'nonce-forged'" },
    });
    const policy = answer.headers.get("content-security-policy");
    expect(policy).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/]{22}=='; /);
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    const { headers } = (await answer.json()) as { headers: Record<string, string> };
    expect(headers["content-security-policy"]).toBe(policy);
    expect(answer.headers.get("permissions-policy")).toContain("camera=()");
    expect(answer.headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(answer.headers.has("strict-transport-security")).toBe(false);
    policies.add(policy);
  }
  expect(policies.size).toBe(3);
});

test.each([
  ["console.example.com", "max-age=31536000"],
  ["console.example.com:8443", "max-age=31536000"],
  ["localhost:3000", null],
  ["ringback.localhost", null],
  ["192.0.2.1:3000", null],
  ["[2001:db8::1]:3000", null],
])("over TLS, the host %s is bound to it by %s", async (host, wanted) => {
  const { port } = await started(echo, { trusted: "127.0.0.1" });
  const headers = { "x-forwarded-proto": "https", "x-forwarded-host": host };
  const answer = await fetch(`http://127.0.0.1:${port}/`, { headers });
  expect(answer.headers.get("strict-transport-security")).toBe(wanted);
});

test("with a certificate the server itself speaks HTTPS, and takes its own cookies only", async () => {
  const port = await securelyStarted();
  const asked = askSecurely({
    host: "localhost",
    lookup: (_name, _options, found) => found(null, [{ address: "127.0.0.1", family: 4 }]),
    port,
    ca: testCertificates.first.cert,
    headers: { cookie: "ringback.session_token=old; __Host-ringback.session_token=new" },
  });
  const [answer] = await once(asked.end(), "response");
  expect(JSON.parse(await text(answer)).headers).toMatchObject({
    "x-ringback-scheme": "https",
    cookie: "ringback.session_token=new",
  });
});

test("who speaks plain HTTP to a server of HTTPS, or breaks off, is let go", async () => {
  const port = await securelyStarted();
  const socket = connect(port, "127.0.0.1");
  socket.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  await once(socket.on("error", () => undefined).resume(), "close");
});

test("the words of a refused method are in the language that is asked for", async () => {
  const { port } = await started(echo);
  const ask = (language: string) =>
    raw(port, `TRACE / HTTP/1.1\r\nHost: x\r\nAccept-Language: ${language}\r\n${close}\r\n`);
  expect(await ask("ko-KR, en;q=0.5")).toContain("메서드");
  expect(await ask("en")).toContain("This method is not known here");
});

test("nobody but the server sets what the program believes of a client", async () => {
  const { port } = await started(echo);
  const forged = {
    "x-ringback-client-address": "9.9.9.9",
    "x-ringback-scheme": "https",
    "x-ringback-request-id": "mine",
    "x-ringback-unreadable-address": "1",
    "x-forwarded-for": "9.9.9.9",
    "x-forwarded-proto": "https",
    "x-forwarded-host": "evil.example",
    "x-forwarded-port": "1",
    forwarded: "for=9.9.9.9",
  };
  const answer = await fetch(`http://127.0.0.1:${port}/`, { headers: forged });
  const { headers } = (await answer.json()) as { headers: Record<string, string> };
  expect(headers).toMatchObject({
    host: `127.0.0.1:${port}`,
    "x-ringback-client-address": "127.0.0.1",
    "x-ringback-scheme": "http",
    "x-ringback-request-id": answer.headers.get("x-request-id"),
    "x-forwarded-for": "127.0.0.1",
    "x-forwarded-proto": "http",
  });
  for (const name of ["x-ringback-unreadable-address", "x-forwarded-host", "x-forwarded-port", "forwarded"])
    expect(headers).not.toHaveProperty([name]);
});

test("what a trusted proxy says reaches the program", async () => {
  const { port } = await started(echo, { trusted: "127.0.0.1" });
  const said = {
    "x-forwarded-for": "9.9.9.9",
    "x-forwarded-proto": "https",
    "x-forwarded-host": "console.example",
  };
  const answer = await fetch(`http://127.0.0.1:${port}/`, { headers: said });
  expect(((await answer.json()) as { headers: object }).headers).toMatchObject({
    host: "console.example",
    "x-ringback-client-address": "9.9.9.9",
    "x-ringback-scheme": "https",
  });
});

test.each([
  ["/api/v1/phones/%zz?x=1", "/api/v1/unreadable"],
  ["/device/%ff", "/unreadable"],
  ["http://any.example/device?x=%zz", "/device?x=%zz"],
  ["/device/a%20b", "/device/a%20b"],
])("the program sees %s as %s", async (address, seen) => {
  const { port } = await started(echo);
  const answer = await raw(port, `GET ${address} HTTP/1.1\r\nHost: x\r\n${close}\r\n`);
  expect(answer).toContain(`"url":"${seen}"`);
});

test("a request leaves one line: who, what, from where, how it ended, and nothing of its query", async () => {
  const { port, lines } = await started((request, response) => {
    tellIdentified({ requestId: String(request.headers["x-ringback-request-id"]), user: "Kim" });
    response.writeHead(request.url === "/failing" ? 503 : 200).end("1234");
  });
  const answers: Response[] = [];
  for (const path of ["/api/v1/phones?where=secret", "/failing", "/api/health/live", "/_next/static/x.js"]) {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { connection: "close" } });
    await answer.text();
    answers.push(answer);
  }
  await expect.poll(() => lines.length).toBe(4);
  const { level, path, ...line } = lines[0] ?? {};
  expect(line).toMatchObject({
    event: "request",
    method: "GET",
    status: 200,
    user: "Kim",
    address: "127.0.0.1",
    requestId: answers[0]?.headers.get("x-request-id"),
    durationMilliseconds: expect.any(Number),
    bytes: expect.any(Number),
  });
  expect([level, path]).toEqual([30, "/api/v1/phones"]);
  expect(lines.map((each) => each.level)).toEqual([30, 40, 20, 20]);
  expect(JSON.stringify(lines)).not.toContain("secret");
});

test("requests are measured under the template of their operation, and all others under one of five names", async () => {
  const { port } = await started((request, response) => {
    const { url, headers } = request;
    const requestId = String(headers["x-ringback-request-id"]);
    if (url?.startsWith("/api/v1/phones/"))
      tellIdentified({
        requestId,
        route: "/api/v1/phones/{name}",
        ...(url.endsWith("stream") ? { isStream: true } : {}),
      });
    response.writeHead(200).end();
  });
  const measured: Measurements["request"][] = [];
  const streams: number[] = [];
  const ends = [
    hear("request", (one) => measured.push(one)),
    hear("stream", ({ change }) => streams.push(change)),
  ];
  const paths = ["phones/SEP1", "phones/stream", "none"].map((path) => `/api/v1/${path}`);
  for (const path of [...paths, "/device/x", "/_next/static/y", "/api/health/live", "/metrics"])
    await (await fetch(`http://127.0.0.1:${port}${path}`)).text();
  await expect
    .poll(() => measured.map(({ route }) => route))
    .toEqual([
      "/api/v1/phones/{name}",
      "/api/v1/phones/{name}",
      "api",
      "page",
      "static",
      "health",
      "metrics",
    ]);
  expect(measured[0]).toMatchObject({ method: "GET", status: 200, seconds: expect.any(Number) });
  expect(streams).toEqual([1, -1]);
  for (const end of ends) end();
});

test("an answer that its client does not wait for is told as cut", async () => {
  const { port, lines } = await started((_request, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write("data: 1\n\n");
  });
  const aborted = new AbortController();
  const answer = await fetch(`http://127.0.0.1:${port}/events`, { signal: aborted.signal });
  expect(answer.status).toBe(200);
  aborted.abort();
  await expect.poll(() => lines).toMatchObject([{ status: 200, isCut: true, path: "/events" }]);
});

test("a program that throws is a failure of its own, with a line that names the request", async () => {
  const { port, lines } = await started(() => {
    throw new Error("out of paper");
  });
  const answer = await fetch(`http://127.0.0.1:${port}/`);
  expect(answer.status).toBe(500);
  expect(lines[0]).toMatchObject({ level: 50, requestId: answer.headers.get("x-request-id") });
});

test("requests that arrive while the program starts wait for it", async () => {
  const program = Promise.withResolvers<RequestListener>();
  const { port } = await started(program.promise);
  const answer = fetch(`http://127.0.0.1:${port}/early`);
  program.resolve(echo);
  expect((await answer).status).toBe(200);
});

test("who sends headers or a body drop by drop is answered 408 and cut off, with a line", async () => {
  const program: RequestListener = async (request, response) => {
    response.end(await text(request));
  };
  const patience = { idle: 5_000, headers: 300, request: 600, look: 50 };
  const { port, lines } = await started(program, { patience });
  expect(await raw(port, "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ")).toMatch(/^HTTP\/1.1 408 /);
  expect(await raw(port, "POST /api/v1/x HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n1")).toMatch(
    /^HTTP\/1.1 408 /,
  );
  expect(refused(lines)).toMatchObject(
    Array.from({ length: 2 }, () => ({ status: 408, reason: "ERR_HTTP_REQUEST_TIMEOUT" })),
  );
});

const refused = (lines: readonly Record<string, unknown>[]) =>
  lines.filter(({ event }) => event === "request.malformed");

test.each([
  ["what is no HTTP", "hello\r\n\r\n", 400, "HPE_INVALID_METHOD"],
  [
    "two lengths",
    "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
    400,
    "HPE_",
  ],
  [
    "headers beyond 16 kB",
    `GET / HTTP/1.1\r\nHost: x\r\nX: ${"y".repeat(20_000)}\r\n\r\n`,
    431,
    "HPE_HEADER_OVERFLOW",
  ],
  ["CONNECT", "CONNECT x:443 HTTP/1.1\r\nHost: x\r\n\r\n", 405, "CONNECT"],
])(
  "%s never becomes a request, and still leaves a line with its answer",
  async (_, bytes, status, reason) => {
    const { port, lines } = await started(echo);
    expect(await raw(port, bytes)).toMatch(
      new RegExp(`^HTTP/1.1 ${status} .*\r\n(.*\r\n)*connection: close\r\n`),
    );
    expect(refused(lines)).toMatchObject([
      { level: 30, status, reason: expect.stringContaining(reason), address: "127.0.0.1" },
    ]);
  },
);

test("a request without a host is refused as every other one is answered: with a line", async () => {
  const { port, lines } = await started(echo);
  expect(await raw(port, "GET /x HTTP/1.1\r\n\r\n")).toMatch(/^HTTP\/1.1 400 /);
  await expect.poll(() => lines).toMatchObject([{ event: "request", path: "/x", status: 400 }]);
});

test("an expectation that nobody knows does not keep a request from its answer and its line", async () => {
  const { port, lines } = await started(echo);
  const request = `GET /x HTTP/1.1\r\nHost: x\r\nExpect: tea\r\n${close}\r\n`;
  expect(await raw(port, request)).toMatch(/^HTTP\/1.1 200 /);
  await expect.poll(() => lines).toMatchObject([{ event: "request", path: "/x", status: 200 }]);
});

test("nothing is written into the midst of an answer because of what follows on its connection", async () => {
  const { port } = await started((_request, response) => void response.write("the beginning"));
  const socket = connect(port, "127.0.0.1");
  socket.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  const got: string[] = [];
  socket.on("data", (data) => {
    got.push(String(data));
    if (String(data).includes("the beginning")) socket.write("garbage\r\n\r\n");
  });
  await once(
    socket.on("error", () => undefined),
    "close",
  );
  expect(got.join("").match(/HTTP\/1\.1/g)).toHaveLength(1);
});

test("a connection that cannot be taken does not stop the server", async () => {
  const { port, server, lines } = await started(echo);
  for (const code of ["EMFILE", "ENFILE"]) server.emit("error", Object.assign(new Error(code), { code }));
  expect(lines).toMatchObject([{ event: "server.failed" }, { event: "server.failed" }]);
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
});

test("an Upgrade is answered as the request that it is, also when Next listens for it", async () => {
  const { port, server } = await started(echo);
  server.on("upgrade", (_request, socket) => socket.destroy());
  const upgrade = `GET / HTTP/1.1\r\nHost: x\r\nConnection: upgrade, close\r\nUpgrade: websocket\r\n\r\n`;
  expect(await raw(port, upgrade)).toMatch(/^HTTP\/1.1 200 /);
});

test("a proxy that is not named is told once in the log, a named one never", async () => {
  const headers = { "x-forwarded-for": "198.51.100.7", "x-forwarded-proto": "https" };
  const warnings = async (trusted: string | null, sent: Record<string, string>) => {
    const { port, lines } = await started(echo, { trusted });
    for (const _ of [1, 2]) await (await fetch(`http://127.0.0.1:${port}/`, { headers: sent })).text();
    return lines.filter(({ event }) => event === "proxy.notTrusted");
  };
  expect(await warnings(null, headers)).toMatchObject([{ level: 40, address: "127.0.0.1" }]);
  expect(await warnings("10.0.0.0/8", headers)).toHaveLength(1);
  expect(await warnings("127.0.0.1", headers)).toEqual([]);
  expect(await warnings(null, {})).toEqual([]);
});
