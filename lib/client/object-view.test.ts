import { describe, expect, test } from "vitest";
import { identityKey, identityOf, identityOfKey, identityText } from "@/lib/client/object-identity";
import { isShownKind, objectKinds } from "@/lib/client/object-kinds";
import { newPath, objectPath, pathOf } from "@/lib/client/object-path";
import { viewOf } from "@/lib/client/object-view";

/** The page that an address of a kind names. */
function viewAt(kind: "directoryNumber" | "partition", path: string) {
  const { pathname, searchParams } = new URL(path, "http://console");
  const list =
    kind === "partition" ? "/call-routing/class-of-control/partition" : "/call-routing/directory-number";
  const segments = pathname.slice(list.length).split("/").filter(Boolean).map(decodeURIComponent);
  return viewOf(kind, segments, Object.fromEntries(searchParams));
}

describe("the addresses of objects", () => {
  test.each(["Seoul", "a/b?c=d#e", "100 %", "새 파티션", "new", "history"])(
    "lead to the object named %s",
    (name) => {
      const view = viewAt("partition", pathOf("partition", { name, partition: null }));
      const spelled = name === "new" ? "NEW" : name;
      expect(view).toEqual({ page: "object", identity: { name: spelled, partition: null } });
    },
  );

  test.each([
    "new",
    "New",
    "NEW",
    "history",
    "dependency-records",
    "layout",
    "configuration-file",
    "revisions",
  ])("lead to the object named %s and to its other pages, whatever its kind", (name) => {
    for (const kind of Object.keys(objectKinds).filter(isShownKind)) {
      const identity = { name: name === "new" ? "NEW" : name, partition: null };
      const at = (path: string) => {
        const segments = path.slice(objectKinds[kind].path.length).split("/").filter(Boolean);
        return viewOf(kind, segments.map(decodeURIComponent), {});
      };
      expect(at(pathOf(kind, { name, partition: null }))).toEqual({ page: "object", identity });
      for (const page of ["history", "dependency-records"] as const)
        expect(at(pathOf(kind, { name, partition: null }, page))).toEqual({ page, identity });
    }
  });

  test.each([null, "Seoul Phones", "a&b=c"])(
    "tell a number in the partition %s from the same elsewhere",
    (partition) => {
      const identity = { name: "*20#1", partition };
      expect(viewAt("directoryNumber", pathOf("directoryNumber", identity))).toEqual({
        page: "object",
        identity,
      });
      const history = pathOf("directoryNumber", identity, "history");
      expect(viewAt("directoryNumber", history)).toEqual({ page: "history", identity });
      const copy = newPath("directoryNumber", identity);
      expect(viewAt("directoryNumber", copy)).toEqual({ page: "new", copyOf: identity });
    },
  );

  test("that name no page are none", () => {
    expect(viewOf("partition", ["Seoul", "nothing"], {})).toBeNull();
    expect(viewOf("partition", ["Seoul", "history", "more"], {})).toBeNull();
    expect(viewOf("partition", ["new", "nothing"], {})).toBeNull();
  });

  test("are there for kinds that have pages only", () => {
    expect(objectPath("partition", "Seoul")).toBe("/call-routing/class-of-control/partition/Seoul");
    expect(objectPath("directoryNumber", "2001", "Seoul")).toBe(
      "/call-routing/directory-number/2001?partition=Seoul",
    );
    expect(objectPath("user", "admin")).toBeNull();
    expect(objectPath("toString", "admin")).toBeNull();
  });
});

test("the partition belongs to the identity of what is named by a pattern, and of nothing else", () => {
  const number = identityOf("directoryNumber", { pattern: "2001", partition: "Seoul" });
  expect(identityText(number)).toBe("2001 (Seoul)");
  expect(identityOfKey(identityKey(number))).toEqual(number);
  expect(identityOf("ctiRoutePoint", { name: "Lobby", partition: "Seoul" })).toEqual({
    name: "Lobby",
    partition: null,
  });
});
