import { expect, test } from "vitest";
import { showsTheSame, viewSearch } from "@/lib/client/list-view-address";
import { wholeListPath } from "@/lib/client/object-path";
import { allChangesPath, allJobsPath } from "@/lib/client/paths";

const where = ["registration:isExactly:rejected", "description:contains:a&b=c"];

test("the address of a view says all that it finds, also when it finds everything", () => {
  const search = new URLSearchParams(viewSearch({ where, match: "any", sort: "-name" }));
  expect([search.getAll("where"), search.get("match"), search.get("sort")]).toEqual([where, "any", "-name"]);
  expect(viewSearch({ where: [], match: "all", sort: "name" })).toBe("?sort=name");
});

test("links that promise all of a list say so in the address, so that nobody's default view takes their place", () => {
  expect(wholeListPath("phone")).toBe("/device/phone?sort=name");
  expect(wholeListPath("directoryNumber")).toBe("/call-routing/directory-number?sort=pattern");
  expect(allChangesPath).toBe("/serviceability/changes?sort=-at");
  expect(allJobsPath).toBe("/bulk-administration/job-scheduler?sort=-createdAt");
});

test("two views show the same when they find the same in the same order; how few conditions are joined makes no difference", () => {
  const view = { where, match: "all", sort: "name" } as const;
  expect(showsTheSame(view, { ...view })).toBe(true);
  expect(showsTheSame(view, { ...view, match: "any" })).toBe(false);
  expect(showsTheSame(view, { ...view, sort: "-name" })).toBe(false);
  const one = { ...view, where: where.slice(1) };
  expect(showsTheSame(one, { ...one, match: "any" })).toBe(true);
});
