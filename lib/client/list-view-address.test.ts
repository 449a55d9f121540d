import { expect, test } from "vitest";
import { defaultViewAddress, shownColumns, showsTheSame, viewSearch } from "@/lib/client/list-view-address";
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

test("a list that its default view opens shows that view's columns, and any other address those that were chosen last", () => {
  const chosen = [{ id: "name", width: null }];
  const ofView = [{ id: "description", width: 320 }];
  const shown = { where, match: "all", sort: "-name" } as const;
  const of = { list: "phone", name: "Mine", isShared: false, owner: "kim", isOwn: true } as const;
  const defaultView = {
    ...shown,
    ...of,
    id: "v1",
    columns: ofView,
    version: 1,
    updatedAt: "2026-11-30T00:00:00Z",
  };
  const opened = new URL(defaultViewAddress("/device/phone", defaultView), "https://console.example")
    .searchParams;
  expect([opened.getAll("where"), opened.get("sort"), opened.get("view")]).toEqual([where, "-name", "v1"]);
  const settings = { columns: chosen, defaultView };
  expect(shownColumns(settings, opened.get("view"))).toBe(ofView);
  expect(shownColumns({ ...settings, defaultView: { ...defaultView, columns: null } }, "v1")).toBeNull();
  for (const other of [null, "", "v2"]) expect(shownColumns(settings, other)).toBe(chosen);
  expect(shownColumns({ columns: chosen, defaultView: null }, "v1")).toBe(chosen);
  expect(shownColumns({ columns: chosen }, "v1")).toBe(chosen);
});

test("two views show the same when they find the same in the same order; how few conditions are joined makes no difference", () => {
  const view = { where, match: "all", sort: "name" } as const;
  expect(showsTheSame(view, { ...view })).toBe(true);
  expect(showsTheSame(view, { ...view, match: "any" })).toBe(false);
  expect(showsTheSame(view, { ...view, sort: "-name" })).toBe(false);
  const one = { ...view, where: where.slice(1) };
  expect(showsTheSame(one, { ...one, match: "any" })).toBe(true);
});
