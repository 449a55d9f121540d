import { expect, test } from "vitest";
import { showsTheSame, viewSearch } from "@/lib/client/list-view-address";

const where = ["registration:isExactly:rejected", "description:contains:a&b=c"];

test("the address of a view says all that it finds, also when it finds everything", () => {
  const search = new URLSearchParams(viewSearch({ where, match: "any", sort: "-name" }));
  expect([search.getAll("where"), search.get("match"), search.get("sort")]).toEqual([where, "any", "-name"]);
  expect(viewSearch({ where: [], match: "all", sort: "name" })).toBe("?sort=name");
});

test("two views show the same when they find the same in the same order; how few conditions are joined makes no difference", () => {
  const view = { where, match: "all", sort: "name" } as const;
  expect(showsTheSame(view, { ...view })).toBe(true);
  expect(showsTheSame(view, { ...view, match: "any" })).toBe(false);
  expect(showsTheSame(view, { ...view, sort: "-name" })).toBe(false);
  const one = { ...view, where: where.slice(1) };
  expect(showsTheSame(one, { ...one, match: "any" })).toBe(true);
});
