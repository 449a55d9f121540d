import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { roles } from "@/lib/catalog/roles";
import { listViewLimits } from "@/lib/configuration/list-view";
import type { ListViewCreateInput } from "@/lib/contract/list-view";
import type { ServiceContext } from "@/lib/server/context";
import { findUser } from "@/lib/server/db/user";
import { createListView } from "@/lib/server/services/list-view/create";
import { getListSettings } from "@/lib/server/services/list-view/get-settings";
import { listViewsOf } from "@/lib/server/services/list-view/list";
import { removeListView } from "@/lib/server/services/list-view/remove";
import { setListSettings } from "@/lib/server/services/list-view/set-settings";
import { updateListView } from "@/lib/server/services/list-view/update";
import { createUser } from "@/lib/server/services/user/create";
import { removeUser } from "@/lib/server/services/user/remove";
import { inRole, refusalFrom, testContext } from "@/lib/server/testing/test-context";

let context: ServiceContext;
/** Another person of the role. */
let kim: ServiceContext;
let lee: ServiceContext;

async function person(name: string, role: "phoneAdministrator" | "readOnly"): Promise<ServiceContext> {
  await createUser(context, { name, role, password: "a password of some length" });
  const user = await findUser(context.database.prisma, name);
  return { ...context, actor: { userId: user?.id ?? "", name, role } };
}

beforeAll(async () => {
  context = await testContext();
  kim = await person("Kim", "phoneAdministrator");
  lee = await person("Lee", "readOnly");
});
afterAll(() => context.database.close());

const view = (name: string, more: Partial<ListViewCreateInput> = {}): ListViewCreateInput => ({
  list: "phone",
  name,
  isShared: false,
  where: ["registration:isExactly:rejected"],
  match: "all",
  sort: "-updatedAt",
  columns: [{ id: "name", width: 240 }],
  ...more,
});
const names = async (who: ServiceContext, list: "phone" | "trunk" = "phone") =>
  (await listViewsOf(who, { list })).items.map(({ name }) => name);

describe("views of a list", () => {
  test("are kept by each person for themselves, by name, and answer all that they were made of", async () => {
    const made = await createListView(kim, view(" Refused "));
    expect(made).toMatchObject({ ...view("Refused"), owner: "Kim", isOwn: true, version: 1 });
    await createListView(kim, view("Again"));
    expect(await names(kim)).toEqual(["Again", "Refused"]);
    expect(await names(kim, "trunk")).toEqual([]);
    expect(await names(lee)).toEqual([]);
    expect(await refusalFrom(createListView(kim, view("REFUSED")))).toMatchObject({ code: "nameTaken" });
    await createListView(lee, view("Refused"));
    expect(await refusalFrom(updateListView(lee, made.id, { version: 1, name: "Mine" }))).toMatchObject({
      code: "notFound",
    });
    expect(await refusalFrom(removeListView(lee, made.id))).toMatchObject({ code: "notFound" });
  });

  test("that are shared are opened by everybody, and changed by nobody but their owner", async () => {
    const { id, version } = await createListView(kim, view("Seoul", { isShared: true }));
    const [shared] = (await listViewsOf(lee, { list: "phone" })).items.filter((one) => one.id === id);
    expect(shared).toMatchObject({ name: "Seoul", owner: "Kim", isOwn: false });
    expect(await refusalFrom(updateListView(context, id, { version, name: "Busan" }))).toMatchObject({
      code: "forbidden",
    });
    expect(await refusalFrom(removeListView(lee, id))).toMatchObject({ code: "forbidden" });
    // Whoever manages users tidies up.
    await removeListView(context, id);
    expect(await names(lee)).not.toContain("Seoul");
  });

  test("are shared by whoever may change phones, not by the role Read Only", async () => {
    expect(await refusalFrom(createListView(lee, view("Ours", { isShared: true })))).toMatchObject({
      code: "forbidden",
    });
    const own = await createListView(lee, view("Ours"));
    expect(await refusalFrom(updateListView(lee, own.id, { version: 1, isShared: true }))).toMatchObject({
      code: "forbidden",
    });
    const shared = await createListView(kim, view("Of the floor", { isShared: true }));
    const noMore: ServiceContext = { ...kim, actor: { ...kim.actor, role: "readOnly" } };
    expect(await refusalFrom(updateListView(noMore, shared.id, { version: 1, where: [] }))).toMatchObject({
      code: "forbidden",
    });
    expect(
      await refusalFrom(createListView({ ...kim, actor: { ...kim.actor, scope: "readOnly" } }, view("x"))),
    ).toMatchObject({ code: "forbidden" });
  });

  test("of a list that somebody may not see are neither listed nor made", async () => {
    const other = inRole(context, "phoneAdministrator");
    const { id } = await createListView(context, view("Everybody", { list: "user", isShared: true }));
    expect(await refusalFrom(listViewsOf(other, { list: "user" }))).toMatchObject({ code: "forbidden" });
    expect(await refusalFrom(createListView(other, view("x", { list: "user" })))).toMatchObject({
      code: "forbidden",
    });
    expect(await refusalFrom(updateListView(other, id, { version: 1 }))).toMatchObject({ code: "notFound" });
    expect(await refusalFrom(getListSettings(other, "user"))).toMatchObject({ code: "forbidden" });
    expect(await refusalFrom(setListSettings(kim, "phone", { defaultView: id }))).toMatchObject({
      code: "notFound",
    });
  });

  test("a change that is based on an older version is refused with what is stored now; absent fields stay", async () => {
    const { id } = await createListView(kim, view("Changing"));
    const changed = await updateListView(kim, id, { version: 1, name: "Changed", columns: null });
    expect(changed).toMatchObject({ name: "Changed", columns: null, sort: "-updatedAt", version: 2 });
    const refusal = await refusalFrom(updateListView(kim, id, { version: 1, name: "Other" }));
    expect(refusal).toMatchObject({ code: "stale", data: { current: { name: "Changed" } } });
    const outcomes = await Promise.allSettled(
      ["One", "Two"].map((name) => updateListView(kim, id, { version: 2, name })),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await createListView(kim, view("Taken"));
    expect(await refusalFrom(updateListView(kim, id, { version: 3, name: "taken" }))).toMatchObject({
      code: "nameTaken",
    });
  });

  test("a person has at most so many of a list, also when they are made at once", async () => {
    const { mostViews } = listViewLimits;
    const before = (await names(lee, "trunk")).length;
    const outcomes = await Promise.allSettled(
      Array.from({ length: mostViews - before + 3 }, (_, number) =>
        createListView(lee, view(`View ${number}`, { list: "trunk" })),
      ),
    );
    expect(outcomes.filter(({ status }) => status === "rejected")).toHaveLength(3);
    expect(await names(lee, "trunk")).toHaveLength(mostViews);
    expect(await refusalFrom(createListView(lee, view("One more", { list: "trunk" })))).toMatchObject({
      code: "validationFailed",
      data: { problems: [{ code: "tooMany" }] },
    });
  });
});

describe("how somebody sees a list", () => {
  test.each(roles)("is remembered for a person in the role %s; absent stays as it is", async (role) => {
    const who = inRole(kim, role);
    await setListSettings(who, "locale", { density: "compact" });
    const columns = [
      { id: "kind", width: null },
      { id: "name", width: 96 },
    ];
    await setListSettings(who, "locale", { columns, rowsPerPage: 250 });
    expect(await getListSettings(who, "locale")).toEqual({
      columns,
      rowsPerPage: 250,
      density: "compact",
      defaultView: null,
    });
    await setListSettings(who, "locale", { columns: null });
    expect(await getListSettings(who, "locale")).toMatchObject({ columns: null, rowsPerPage: 250 });
    expect(await getListSettings(lee, "locale")).toMatchObject({ rowsPerPage: 50, density: "comfortable" });
  });

  test("two first settings of a list at once are both kept", async () => {
    await Promise.all([
      setListSettings(kim, "partition", { density: "compact" }),
      setListSettings(kim, "partition", { rowsPerPage: 100 }),
    ]);
    expect(await getListSettings(kim, "partition")).toMatchObject({ density: "compact", rowsPerPage: 100 });
  });

  test("the view that a list opens with is an own one or a shared one of that list, and none when it is shared no more, or gone", async () => {
    const shared = await createListView(kim, view("Of all", { isShared: true }));
    const chosen = await setListSettings(lee, "phone", { defaultView: shared.id });
    expect(chosen.defaultView).toMatchObject({ id: shared.id, name: "Of all", isOwn: false });
    expect(await refusalFrom(setListSettings(lee, "trunk", { defaultView: shared.id }))).toMatchObject({
      code: "notFound",
    });
    await updateListView(kim, shared.id, { version: 1, isShared: false });
    expect((await getListSettings(lee, "phone")).defaultView).toBeNull();
    await setListSettings(kim, "phone", { defaultView: shared.id });
    await removeListView(kim, shared.id);
    expect((await getListSettings(kim, "phone")).defaultView).toBeNull();
    expect(await refusalFrom(setListSettings(kim, "phone", { defaultView: shared.id }))).toMatchObject({
      code: "notFound",
    });
  });

  test("goes with the user, and views too", async () => {
    const park = await person("Park", "phoneAdministrator");
    const { id } = await createListView(park, view("Of Park", { isShared: true }));
    await setListSettings(park, "phone", { density: "compact" });
    await setListSettings(kim, "phone", { defaultView: id });
    await removeUser(context, "Park");
    expect((await getListSettings(kim, "phone")).defaultView).toBeNull();
    expect(await names(kim)).not.toContain("Of Park");
  });
});
