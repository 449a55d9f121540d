import { expect, test } from "vitest";
import { databaseTrouble } from "@/lib/server/db/trouble";

const ofPrisma = (code: string, cause: object, message = "Database error") =>
  Object.assign(new Error(message), {
    code,
    meta: { driverAdapterError: { name: "DriverAdapterError", cause } },
  });
const ofPostgres = (originalCode: string) => ofPrisma("P2010", { kind: "postgres", originalCode });
const ofNode = (code: string) => Object.assign(new Error(`connect ${code} 127.0.0.1:5432`), { code });

test.each([
  ["a refused connection", ofNode("ECONNREFUSED")],
  ["addresses that all refuse", new AggregateError([ofNode("ECONNREFUSED"), ofNode("EHOSTUNREACH")])],
  [
    "Prisma, which cannot reach it",
    ofPrisma("P1001", { kind: "DatabaseNotReachable", host: "db", port: 5432 }),
  ],
  ["a server that is being stopped", ofPostgres("57P01")],
  ["a server that starts", ofPostgres("57P03")],
  ["a connection that broke", new Error("Connection terminated unexpectedly")],
  ["a cause within another error", new Error("session", { cause: ofPostgres("08006") })],
  ["the embedded database when it was closed", new Error("PGlite is closed")],
])("the database is away: %s", (_, error) => {
  expect(databaseTrouble(error)).toBe("away");
});

test.each([
  ["a lock that is not to be had", ofPostgres("55P03")],
  ["a statement that takes too long", ofPostgres("57014")],
  ["no connection left", new Error("timeout exceeded when trying to connect")],
  ["a server that says nothing", new Error("Query read timeout")],
  ["too many clients", ofPostgres("53300")],
])("the database is busy: %s", (_, error) => {
  expect(databaseTrouble(error)).toBe("busy");
});

test.each([
  ["a value that is taken", ofPostgres("23505")],
  ["a mistake in a statement", ofPostgres("42601")],
  ["our own", new TypeError("Cannot read properties of undefined")],
  ["nothing", undefined],
  ["a text", "57P01"],
])("the database has no part in it: %s", (_, error) => {
  expect(databaseTrouble(error)).toBeNull();
});

test("an error that is its own cause is read once", () => {
  const error = new Error("round");
  error.cause = error;
  expect(databaseTrouble(error)).toBeNull();
});
