import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Role } from "@/lib/catalog/roles";
import { handleApiRequest } from "@/lib/server/api/handler";
import type { ServiceContext } from "@/lib/server/context";
import { lastPublishedPlace } from "@/lib/server/db/call/change-event";
import type { Runtime } from "@/lib/server/runtime/runtime";
import { mostStreamsOfUser } from "@/lib/server/runtime/streams";
import { subscribeToChanges } from "@/lib/server/services/phone-operation/subscribe-to-changes";
import { createUser } from "@/lib/server/services/user/create";
import { basic as basicOf, userPassword as password } from "@/lib/server/testing/credentials";
import { sessionCookie } from "@/lib/server/testing/session-cookie";
import { type CallApi, testApi } from "@/lib/server/testing/test-api";
import { testContext } from "@/lib/server/testing/test-context";
import { testRuntime } from "@/lib/server/testing/test-runtime";

let context: ServiceContext;
let runtime: Runtime;
let call: CallApi;
const readers: ReadableStreamDefaultReader<Uint8Array>[] = [];
beforeAll(async () => {
  context = await testContext();
  runtime = testRuntime(context);
  call = await testApi(context, runtime);
});
afterAll(async () => {
  for (const reader of readers) await reader.cancel();
  await context.database.close();
});

type Headers = Readonly<Record<string, string>>;

/** Opens an event stream. `ended` resolves when the server has ended it. */
async function open(headers: Headers) {
  const response = await handleApiRequest(
    new Request("http://localhost/api/v1/events?topics=job", {
      headers: Object.entries(headers).filter(([, value]) => value !== ""),
    }),
  );
  const reader = response.body?.getReader();
  if (response.status !== 200 || !reader) throw new Error(`the stream was refused: ${response.status}`);
  readers.push(reader);
  let isOpen = true;
  const ended = (async () => {
    while (!(await reader.read()).done);
    isOpen = false;
  })();
  return { ended, isOpen: () => isOpen };
}

const add = (name: string, role: Role = "readOnly") => createUser(context, { name, role, password });
const basic = (name: string): Headers => ({ authorization: basicOf(name) });

async function signIn(name: string): Promise<Headers> {
  return { authorization: "", cookie: await sessionCookie(call, { name, password }) };
}

async function keyOf(name: string): Promise<Headers> {
  const { body } = await call("POST", "/api-keys", { name: "Viewer" }, basic(name));
  return { authorization: `Bearer ${body.key}` };
}

test("a stream ends with what its viewer came with: sign-out, deletion, another role, a new password, a key revoked or expired", async () => {
  const { prisma } = context.database;
  const names = ["Leaver", "Deleted", "Promoted", "Changed", "Revoked", "Expired", "Stays"];
  for (const name of names) await add(name);
  const leaver = await signIn("Leaver");
  const streams = {
    Leaver: await open(leaver),
    Deleted: await open(await signIn("Deleted")),
    Promoted: await open(basic("Promoted")),
    Changed: await open(basic("Changed")),
    Revoked: await open(await keyOf("Revoked")),
    Expired: await open(await keyOf("Expired")),
  };
  const staying = [
    await open(await signIn("Stays")),
    await open(basic("Stays")),
    await open(await keyOf("Stays")),
  ];
  await call("DELETE", "/session", undefined, leaver);
  await call("DELETE", "/users/Deleted");
  await call("PATCH", "/users/Promoted", { version: 1, role: "superUser" });
  await call("PATCH", "/users/Changed", { version: 1, password: "another password" });
  await call("DELETE", "/api-keys/Viewer?owner=Revoked");
  await prisma.apiKey.updateMany({
    where: { user: { username: "expired" } },
    data: { expiresAt: new Date(Date.now() - 1) },
  });
  // Nobody asks for it: the program looks by itself.
  await Promise.all(Object.values(streams).map(({ ended }) => ended));
  expect(staying.map(({ isOpen }) => isOpen())).toEqual([true, true, true]);
  expect(runtime.streams.size).toBe(staying.length);
});

test("a user has at most ten streams: the eleventh ends the oldest, and nobody else's", async () => {
  await add("Many");
  const other = await open(basic("Stays"));
  const streams = [await open(basic("Many"))];
  for (let more = 1; more < mostStreamsOfUser; more++) streams.push(await open(basic("Many")));
  expect(streams.every(({ isOpen }) => isOpen())).toBe(true);
  const eleventh = await open(basic("Many"));
  await streams[0]?.ended;
  expect(streams.slice(1).every(({ isOpen }) => isOpen())).toBe(true);
  expect([eleventh.isOpen(), other.isOpen()]).toEqual([true, true]);
});

test("HEAD of the events answers what a stream would begin with, and leaves none open", async () => {
  const before = runtime.streams.size;
  for (const _ of Array.from({ length: 3 })) {
    const { status, headers } = await call("HEAD", "/events?topics=job");
    expect([status, headers.get("content-type")]).toEqual([200, "text/event-stream"]);
  }
  expect(runtime.streams.size).toBe(before);
});

test("a viewer who does not read is cut, and one who comes back is told everything once, however much it is", async () => {
  const { prisma } = context.database;
  const before = runtime.streams.size;
  const since = await lastPublishedPlace(prisma);
  const ending = new AbortController();
  const watch = (lastEventId?: string) =>
    subscribeToChanges(context, runtime, { topics: "request", phones: [] }, lastEventId, ending.signal);
  const slow = await watch();
  expect(runtime.streams.size).toBe(before + 1);
  const many = 1_500;
  await prisma.$executeRaw`
    INSERT INTO "ChangeEvent" ("place", "topic", "subject", "content", "at")
    SELECT ${since}::bigint + n, 'request', 'r' || n, jsonb_build_object('id', 'r' || n), now()
    FROM generate_series(1, ${many}::int) n`;
  await vi.waitFor(() => expect(runtime.streams.size).toBe(before), { timeout: 30_000 });
  expect(await slow.next()).toEqual({ done: true, value: undefined });
  const again = await watch(String(since));
  const seen: unknown[] = [];
  while (seen.length < many) {
    const { value } = await again.next();
    seen.push(value?.topic === "request" ? value.request.id : value);
  }
  expect(seen).toEqual(Array.from({ length: many }, (_, index) => `r${index + 1}`));
  ending.abort();
  expect(await again.next()).toEqual({ done: true, value: undefined });
});
