import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mostDesks } from "@/lib/configuration/desk";
import type { ServiceContext } from "@/lib/server/context";
import { findUser } from "@/lib/server/db/user";
import { createDesk } from "@/lib/server/services/desk/create";
import { listOwnDesks } from "@/lib/server/services/desk/list";
import { rememberDesk } from "@/lib/server/services/desk/remember";
import { removeDesk } from "@/lib/server/services/desk/remove";
import { renameOwnDesk } from "@/lib/server/services/desk/rename";
import { createUser } from "@/lib/server/services/user/create";
import { removeUser } from "@/lib/server/services/user/remove";
import { refusalFrom, testContext } from "@/lib/server/testing/test-context";

let context: ServiceContext;
beforeAll(async () => {
  context = await testContext();
});
afterAll(() => context.database.close());

let people = 0;
async function person(role: "readOnly" | "phoneAdministrator" = "readOnly"): Promise<ServiceContext> {
  const name = `Person ${people++}`;
  await createUser(context, { name, fullName: name, role, password: "a password of some length" });
  const user = await findUser(context.database.prisma, name);
  return { ...context, newId: randomUUID, actor: { userId: user?.id ?? "", name, role } };
}

describe("the desk of a person", () => {
  test("is remembered with the person, also of one who may only read, and is nobody else's", async () => {
    const [own, other] = [await person(), await person()];
    expect(await listOwnDesks(own)).toEqual({ items: [], open: null });
    await rememberDesk(own, { name: null, phones: ["SEP1", "Busan:5001", "SEP1"] });
    expect(await listOwnDesks(own)).toEqual({
      items: [],
      open: { name: null, phones: ["SEP1", "Busan:5001"] },
    });
    expect(await listOwnDesks(other)).toEqual({ items: [], open: null });
    await rememberDesk(own, { name: null, phones: [] });
    expect((await listOwnDesks(own)).open).toEqual({ name: null, phones: [] });
  });

  test("that was used last is the open one, whichever has a name", async () => {
    const own = await person();
    await rememberDesk(own, { name: null, phones: ["SEP1"] });
    await createDesk(own, { name: " Sales ", phones: ["SEP2"] });
    expect((await listOwnDesks(own)).open).toEqual({ name: "Sales", phones: ["SEP2"] });
    await createDesk(own, { name: "Archive", phones: [] });
    await rememberDesk(own, { name: "sales", phones: ["SEP2", "SEP3"] });
    expect(await listOwnDesks(own)).toEqual({
      items: [
        { name: "Archive", phones: [] },
        { name: "Sales", phones: ["SEP2", "SEP3"] },
      ],
      open: { name: "Sales", phones: ["SEP2", "SEP3"] },
    });
  });

  test("has one name a person, whatever its letter case; others may have the same", async () => {
    const [own, other] = [await person(), await person()];
    await createDesk(own, { name: "Sales", phones: [] });
    await createDesk(other, { name: "Sales", phones: [] });
    expect(await refusalFrom(createDesk(own, { name: "SALES", phones: [] }))).toMatchObject({
      code: "nameTaken",
    });
    await createDesk(own, { name: "Archive", phones: [] });
    expect((await refusalFrom(renameOwnDesk(own, "Archive", "sales"))).code).toBe("nameTaken");
    expect(await renameOwnDesk(own, "sales", "SALES")).toEqual({ name: "SALES", phones: [] });
  });

  test("that is not there, or another person's, is neither changed, renamed nor deleted", async () => {
    const [own, other] = [await person(), await person()];
    await createDesk(other, { name: "Theirs", phones: ["SEP1"] });
    for (const name of ["Theirs", "", "\u0000"]) {
      expect((await refusalFrom(rememberDesk(own, { name, phones: [] }))).code).toBe("notFound");
      expect((await refusalFrom(renameOwnDesk(own, name, "Mine"))).code).toBe("notFound");
      expect((await refusalFrom(removeDesk(own, name))).code).toBe("notFound");
    }
    expect((await listOwnDesks(other)).items).toEqual([{ name: "Theirs", phones: ["SEP1"] }]);
  });

  test("without a name is no desk that can be renamed or deleted", async () => {
    const own = await person();
    await rememberDesk(own, { name: null, phones: ["SEP1"] });
    expect((await refusalFrom(removeDesk(own, ""))).code).toBe("notFound");
    expect((await refusalFrom(renameOwnDesk(own, "", "Mine"))).code).toBe("notFound");
    expect((await listOwnDesks(own)).open?.phones).toEqual(["SEP1"]);
  });

  test("is refused with a name that cannot be, too many phones, and as the fifty-first", async () => {
    const own = await person();
    const phones = Array.from({ length: 51 }, (_, index) => `SEP${index}`);
    expect(await refusalFrom(createDesk(own, { name: "", phones }))).toMatchObject({
      data: {
        problems: [
          { path: ["name"], code: "required" },
          { path: ["phones"], code: "tooMany" },
        ],
      },
    });
    expect((await refusalFrom(rememberDesk(own, { name: null, phones }))).code).toBe("validationFailed");
    for (let number = 0; number < mostDesks; number++)
      await createDesk(own, { name: `Desk ${number}`, phones: [] });
    expect(await refusalFrom(createDesk(own, { name: "One more", phones: [] }))).toMatchObject({
      data: { problems: [{ path: ["name"], code: "tooMany", params: { count: 51, limit: 50 } }] },
    });
  });

  test("is remembered by two windows at the same time, and made once", async () => {
    const own = await person();
    for (let round = 0; round < 10; round++)
      await Promise.all(["SEP1", "SEP2"].map((phone) => rememberDesk(own, { name: null, phones: [phone] })));
    const { prisma } = context.database;
    expect(await prisma.desk.count({ where: { userId: own.actor.userId } })).toBe(1);
    const made = await Promise.allSettled([1, 2].map(() => createDesk(own, { name: "Sales", phones: [] })));
    expect(made.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("goes with the person who is deleted, and whoever was deleted meanwhile is signed out", async () => {
    const own = await person();
    await createDesk(own, { name: "Sales", phones: [] });
    await removeUser(context, own.actor.name);
    expect(await context.database.prisma.desk.count({ where: { userId: own.actor.userId } })).toBe(0);
    expect((await refusalFrom(rememberDesk(own, { name: null, phones: [] }))).code).toBe("notSignedIn");
    expect((await refusalFrom(createDesk(own, { name: "Sales", phones: [] }))).code).toBe("notSignedIn");
  });
});
