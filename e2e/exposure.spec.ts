import { request as ask } from "node:http";
import { expect, type Page } from "@playwright/test";
import { newCertificateFiles, testCertificates } from "@/lib/server/testing/certificates";
import { test as base, exitOf } from "./fixtures/own-servers";
import { administrator } from "./fixtures/rest";
import {
  adminPassword,
  type ConsoleServer,
  launchServer,
  newDataDir,
  removeDataDir,
  stopServer,
} from "./fixtures/server";
import { live } from "./fixtures/test";

const test = base.extend<{ certificate: { cert: string; key: string } }>({
  /** The files of a certificate, which no browser trusts. */
  certificate: async ({ browserName: _ }, use) => {
    const { files, remove } = newCertificateFiles(testCertificates.first);
    await use(files);
    remove();
  },
});

/** The access lines that the server has written so far. */
function accessLines({ output }: ConsoleServer): Record<string, unknown>[] {
  return output()
    .split("\n")
    .filter((line) => line.startsWith('{"level"'))
    .map((line) => JSON.parse(line))
    .filter(({ event }) => event === "request");
}

/** Status of a request with a method that `fetch` refuses to send. */
function statusOf({ baseURL }: ConsoleServer, method: string, path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = ask(`${baseURL}${path}`, { method }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.once("error", reject).end();
  });
}

test("every request leaves a line with the user, and the request id of the answer; methods that nobody knows are 405", async ({
  start,
}) => {
  const server = await start({ RINGBACK_LOG_LEVEL: "info" });
  const headers = { authorization: administrator, "x-ringback-request-id": "forged" };
  const answer = await fetch(`${server.baseURL}/api/v1/phones?limit=1`, { headers });
  expect(answer.status).toBe(200);
  await answer.text();
  for (const path of ["/", "/api/v1/phones"]) expect(await statusOf(server, "TRACE", path)).toBe(405);
  await expect.poll(() => accessLines(server)).toHaveLength(3);
  const requestId = answer.headers.get("x-request-id");
  expect(accessLines(server).find((line) => line.requestId === requestId)).toMatchObject({
    method: "GET",
    path: "/api/v1/phones",
    status: 200,
    user: "admin",
    address: "127.0.0.1",
  });
});

test("a client cannot claim to come over TLS; a trusted proxy can", async ({ start }) => {
  const isSecure = async ({ baseURL }: ConsoleServer) => {
    const answer = await fetch(`${baseURL}/api/v1/session`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-forwarded-proto": "https" },
      body: JSON.stringify({ name: "admin", password: adminPassword }),
    });
    return answer.headers.getSetCookie().some((cookie) => /; Secure/i.test(cookie));
  };
  const plain = await start();
  expect(await isSecure(plain)).toBe(false);
  await stopServer(plain);
  const behindProxy = await start({ RINGBACK_TRUSTED_PROXIES: "127.0.0.1" });
  expect(await isSecure(behindProxy)).toBe(true);
});

async function signIn(page: Page, server: ConsoleServer): Promise<void> {
  await page.goto(`${server.baseURL}/sign-in`);
  await live(page);
  await page.getByLabel("User name").fill("admin");
  await page.getByLabel("Password").fill(adminPassword);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Administration" })).toBeVisible();
  await live(page);
}

test("with a certificate the console speaks HTTPS: the session is for this host and TLS only; an older session signs in anew", async ({
  browser,
  certificate: { cert, key },
  start,
}) => {
  const server = await start({ RINGBACK_TLS_CERT: cert, RINGBACK_TLS_KEY: key });
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  const page = await context.newPage();
  await signIn(page, server);
  const [session, ...others] = (await context.cookies()).filter(({ name }) => name.includes("ringback"));
  expect(session).toMatchObject({ name: "__Host-ringback.session_token", secure: true, httpOnly: true });
  expect(others).toEqual([]);

  // As a browser kept it from before, or as somebody on the way may have set it.
  const value = String(session?.value);
  await context.clearCookies();
  await context.addCookies([{ name: "ringback.session_token", value, url: server.baseURL }]);
  await signIn(page, server);
  await page.getByRole("button", { name: /Account of/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.goto(`${server.baseURL}/device/phone`);
  await expect(page).toHaveURL(/\/sign-in$/);
  await context.close();
});

test("a script that is written into a page does not run: it lacks the nonce of the answer", async ({
  browser,
  start,
}) => {
  const server = await start();
  const page = await browser.newPage();
  await page.goto(`${server.baseURL}/sign-in`);
  const ran = await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "document.title = 'foreign'";
    document.body.append(script);
    return document.title;
  });
  expect(ran).not.toBe("foreign");
  const scripts = await page.evaluate(() => [...document.scripts].map(({ nonce }) => nonce !== ""));
  expect(scripts.length).toBeGreaterThan(5);
  expect(scripts.filter((hasNonce) => !hasNonce)).toHaveLength(1);
  await page.close();
});

test("a console that a network reaches without encryption says so at its start and on the page, in both languages", async ({
  browser,
  start,
}) => {
  const server = await start({ HOST: "0.0.0.0" });
  expect(server.output()).toContain("Warning: the console is served on 0.0.0.0 without encryption");
  for (const [locale, words] of [
    ["en-US", "This connection is not encrypted."],
    ["ko-KR", "이 연결은 암호화되어 있지 않습니다."],
  ]) {
    const context = await browser.newContext({ locale: String(locale) });
    const page = await context.newPage();
    await page.goto(`${server.baseURL}/sign-in`);
    await expect(page.getByRole("complementary", { name: String(words) })).toBeVisible();
    await context.close();
  }
});

test("a certificate that cannot be used, and a port that is taken, are told in a sentence, with code 1", async ({
  start,
}) => {
  const server = await start();
  const { port } = new URL(server.baseURL);
  const missing = { RINGBACK_TLS_CERT: "/nowhere/cert.pem", RINGBACK_TLS_KEY: "/nowhere/key.pem" };
  for (const [environment, sentence] of [
    [
      missing,
      "Ringback cannot start. RINGBACK_TLS_CERT: cannot read /nowhere/cert.pem: there is no such file.",
    ],
    [{ PORT: port }, `Ringback cannot start. Another program is using port ${port}.`],
    [{ HOST: "192.0.2.1" }, "Ringback cannot start. This machine has no address 192.0.2.1."],
  ] as const) {
    const other = await launchServer(newDataDir(), environment);
    const code = await exitOf(other);
    removeDataDir(other.dataDir);
    expect([code, other.output()]).toEqual([1, expect.stringContaining(sentence)]);
  }
});

test("what nothing needs is closed: pictures are not made smaller for anybody", async ({ start }) => {
  const server = await start();
  const answer = await fetch(`${server.baseURL}/_next/image?url=%2Ficon.svg&w=64&q=75`);
  expect(answer.status).toBe(404);
});
