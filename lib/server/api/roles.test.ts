import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { handleApiRequest } from "@/lib/server/api/handler";
import type { ServiceContext } from "@/lib/server/context";
import { basic, userPassword as password } from "@/lib/server/testing/credentials";
import { databaseContents } from "@/lib/server/testing/database-contents";
import { oneOfEach } from "@/lib/server/testing/one-of-each";
import { apiOperations, type Operation, sampleOf } from "@/lib/server/testing/operations";
import { type CallApi, testApi } from "@/lib/server/testing/test-api";
import { testContext } from "@/lib/server/testing/test-context";
import { testPassword } from "@/lib/server/testing/test-password";

const actors = ["nobody", "Read Only", "Phone Administrator", "Super User", "an API key"] as const;
type Actor = (typeof actors)[number];

const forbidden = { status: 403, code: "forbidden" };
const refusals: Readonly<Record<Actor, { readonly status: number; readonly code: string }>> = {
  nobody: { status: 401, code: "notSignedIn" },
  "Read Only": forbidden,
  "Phone Administrator": forbidden,
  "Super User": forbidden,
  "an API key": { status: 403, code: "notWithApiKey" },
};

/** Whether an operation only looks. */
const reads = ({ method, path }: Operation) => method === "GET" || path.endsWith("/preview");

const ofTheCluster =
  /^\/(bulk\/)?(trunks|route-patterns|remote-clusters|partitions|calling-search-spaces|device-pools|service-parameters|locales)\b/;

/** The whole policy, beside the code that keeps it. */
function mayAsk(actor: Actor, operation: Operation): boolean {
  const { method, path } = operation;
  if (path === "/session" && method === "POST") return true;
  if (actor === "nobody") return false;
  if (actor === "an API key") return !needsPerson(operation);
  // What belongs to the person who asks.
  if (/^\/(session|api-keys|desks|list-views|list-settings)\b/.test(path)) return true;
  if (actor === "Super User") return true;
  if (path.startsWith("/users")) return actor === "Read Only" && reads(operation);
  if (reads(operation)) return true;
  return actor === "Phone Administrator" && !ofTheCluster.test(path);
}

/** What a program cannot do with a key, whoever's it is. */
function needsPerson({ method, path }: Operation): boolean {
  return ["POST /api-keys", "POST /users", "PATCH /session/password"].includes(`${method} ${path}`);
}

let context: ServiceContext;
let call: CallApi;
let pathOf: (path: string) => string;
const credentials = new Map<Actor, string>();
beforeAll(async () => {
  context = await testContext();
  call = await testApi(context);
  pathOf = await oneOfEach(call);
  await call("POST", "/users", { name: "Reader", role: "readOnly", password });
  await call("POST", "/users", { name: "Phones", role: "phoneAdministrator", password });
  const { body } = await call("POST", "/api-keys", { name: "Matrix" });
  credentials.set("Read Only", basic("Reader"));
  credentials.set("Phone Administrator", basic("Phones"));
  credentials.set("Super User", basic("admin", testPassword));
  credentials.set("an API key", `Bearer ${body.key}`);
  // What is noted of the use of credentials is noted now.
  for (const authorization of credentials.values())
    await call("GET", "/session", undefined, { authorization });
});
afterAll(() => context.database.close());

/** Status and code of an answer, of which nothing more is read. */
async function ask(
  actor: Actor,
  { method, path, body }: Operation,
): Promise<{ status: number; code: unknown }> {
  const authorization = credentials.get(actor);
  const isUpload = path.endsWith("/files");
  const sent = isUpload ? "name\nUploaded\n" : body ? JSON.stringify(sampleOf(body)) : undefined;
  const headers = {
    ...(authorization === undefined ? {} : { authorization }),
    ...(sent === undefined ? {} : { "content-type": isUpload ? "text/csv" : "application/json" }),
  };
  const response = await handleApiRequest(
    new Request(`http://localhost/api/v1${pathOf(path)}`, {
      method,
      headers,
      ...(sent === undefined ? {} : { body: sent }),
    }),
  );
  const { status } = response;
  if (status < 400) {
    await response.body?.cancel();
    return { status, code: null };
  }
  return { status, code: ((await response.json()) as { code: unknown }).code };
}

const operations = await apiOperations();

// Who is refused most comes first, while all objects are there.
describe.each(actors)("%s", (actor) => {
  const refused = operations.filter((operation) => !mayAsk(actor, operation));
  const allowed = operations.filter((operation) => mayAsk(actor, operation));

  test(`is refused ${refused.length} of ${operations.length} operations, which change nothing`, async () => {
    const expected = refusals[actor];
    const before = await databaseContents(context.database);
    for (const operation of refused) {
      expect(await ask(actor, operation), `${operation.method} ${operation.path}`).toEqual(expected);
    }
    expect(await databaseContents(context.database)).toEqual(before);
  });

  test(`may ask for the other ${allowed.length}`, async () => {
    for (const operation of allowed) {
      const { status, code } = await ask(actor, operation);
      const told = `${operation.method} ${operation.path}: ${status} ${code}`;
      expect(status, told).toBeLessThan(500);
      expect(["forbidden", "notWithApiKey"], told).not.toContain(code);
      if (operation.path !== "/session" || operation.method !== "POST") expect(status, told).not.toBe(401);
    }
  });
});
