import { describe, expect, test } from "vitest";
import { apiOfFile } from "@/lib/server/testing/api-of-file";
import { userPassword as password } from "@/lib/server/testing/credentials";
import { type Attack, expectRefusal } from "@/lib/server/testing/expect-refusal";
import { sessionCookie } from "@/lib/server/testing/session-cookie";
import { testPassword } from "@/lib/server/testing/test-password";

const templates = "/softkey-templates";

const api = apiOfFile((call) => call("POST", "/users", { name: "Reader", role: "readOnly", password }));
const { call } = api;

describe("the session", () => {
  test("a cookie signs in until sign-out, cannot be read by scripts and is not sent by other sites", async () => {
    const answer = await call(
      "POST",
      "/session",
      { name: "ADMIN", password: testPassword },
      { authorization: "" },
    );
    expect(answer).toMatchObject({ status: 200, body: { name: "admin", role: "superUser" } });
    const [line = ""] = answer.headers.getSetCookie();
    expect(line).toMatch(/HttpOnly/i);
    expect(line).toMatch(/SameSite=(Lax|Strict)/i);
    const headers = { authorization: "", cookie: line.replace(/;.*/s, "") };
    expect((await call("GET", templates, undefined, headers)).status).toBe(200);
    expect((await call("DELETE", "/session", undefined, headers)).status).toBe(204);
    expect((await call("GET", templates, undefined, headers)).status).toBe(401);
  });

  test("signing in ends the session that the browser had, whoever's it was", async () => {
    const first = await sessionCookie(call);
    const second = await call(
      "POST",
      "/session",
      { name: "Reader", password },
      { authorization: "", cookie: first },
    );
    expect(second.status).toBe(200);
    expect((await call("GET", "/session", undefined, { authorization: "", cookie: first })).status).toBe(401);
    const other = await sessionCookie(call);
    await call(
      "POST",
      "/session",
      { name: "Reader", password: "wrong" },
      { authorization: "", cookie: other },
    );
    expect((await call("GET", "/session", undefined, { authorization: "", cookie: other })).status).toBe(200);
  });

  test("a session ends 30 days after it began, however often it is used", async () => {
    const own = { authorization: "", cookie: await sessionCookie(call) };
    const { session } = api.context.database.prisma;
    const age = (milliseconds: number) =>
      session.updateMany({ data: { createdAt: new Date(Date.now() - milliseconds) } });
    const thirtyDays = 30 * 24 * 60 * 60 * 1000;
    await age(thirtyDays - 60_000);
    expect((await call("GET", "/session", undefined, own)).status).toBe(200);
    await age(thirtyDays);
    expect((await call("GET", "/session", undefined, own)).status).toBe(401);
    // It is gone for good, not only refused.
    await age(0);
    expect((await call("GET", "/session", undefined, own)).status).toBe(401);
  });

  test("all other sessions end when their person says so, and with a new password; the one in use goes on", async () => {
    await call("POST", "/users", { name: "Several", role: "readOnly", password });
    const enter = async (secret: string) => ({
      authorization: "",
      cookie: await sessionCookie(call, { name: "Several", password: secret }),
    });
    const isIn = async (who: Record<string, string>) =>
      (await call("GET", "/session", undefined, who)).status === 200;
    const [here, there, elsewhere] = [await enter(password), await enter(password), await enter(password)];
    const answer = await call("DELETE", "/session/others", undefined, here);
    expect(answer).toMatchObject({ status: 200, body: { ended: 2 } });
    expect([await isIn(here), await isIn(there), await isIn(elsewhere)]).toEqual([true, false, false]);
    const again = await enter(password);
    const change = { currentPassword: password, newPassword: "another password" };
    expect((await call("PATCH", "/session/password", change, here)).status).toBe(204);
    expect([await isIn(here), await isIn(again)]).toEqual([true, false]);
  });

  test("a session in use is prolonged in the database and in the browser alike, also by a refused request", async () => {
    const own = await sessionCookie(call);
    const sixDaysLeft = new Date(Date.now() + 5.9 * 24 * 60 * 60 * 1000);
    for (const [path, status] of [
      ["/session", 200],
      ["/nothing", 404],
    ] as const) {
      await api.context.database.prisma.session.updateMany({ data: { expiresAt: sixDaysLeft } });
      const answer = await call("GET", path, undefined, { authorization: "", cookie: own });
      expect(answer.status).toBe(status);
      expect(answer.headers.getSetCookie().join()).toMatch(/session_token=.*Max-Age=604800/);
      const prolonged = { expiresAt: { gt: sixDaysLeft } };
      expect(await api.context.database.prisma.session.count({ where: prolonged })).toBe(1);
    }
  });

  test.each([
    ["a wrong password", { name: "admin", password: "wrong" }, 401, "notSignedIn"],
    ["an unknown name", { name: "nobody", password: "wrong" }, 401, "notSignedIn"],
    ["a name with a NUL", { name: "a\0", password: "wrong" }, 401, "notSignedIn"],
    ["no password", { name: "admin" }, 422, "validationFailed"],
    ["a password of another type", { name: "admin", password: 5 }, 422, "validationFailed"],
    ["a name of 3,000 characters", { name: "x".repeat(3_000), password }, 422, "validationFailed"],
    [
      "a password of 3,000 characters",
      { name: "admin", password: "x".repeat(3_000) },
      422,
      "validationFailed",
    ],
    ["more than 4 kB", { name: "admin", password: "x".repeat(4_096) }, 413, "tooLarge"],
    ["22,000 fields", Object.fromEntries(Array.from({ length: 22_000 }, (_, n) => [n, n])), 413, "tooLarge"],
    ["a field too many", { name: "admin", password, role: "superUser" }, 422, "validationFailed"],
  ])("signing in with %s is refused", async (_, body, status, code) => {
    const answer = await call("POST", "/session", body, { authorization: "" });
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status, code });
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  test("a problem of a session request names its field", async () => {
    const body = { theme: "blue", size: 5 };
    const attack: Attack = {
      method: "PATCH",
      path: "/session/preferences",
      body,
      status: 422,
      code: "validationFailed",
    };
    const { data } = await expectRefusal(call, api.context.database, attack);
    expect(data).toEqual({
      problems: [
        { path: ["theme"], code: "unknownValue", params: { value: "blue", accepted: "light, dark, system" } },
        { path: ["size"], code: "unknownField", params: { field: "size" } },
      ],
    });
  });
});
