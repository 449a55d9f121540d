import { describe, expect, test } from "vitest";
import { offerTable } from "@/lib/callback/requests/offer-table";
import { setState } from "@/lib/callback/requests/request-state";
import { requestTable, stay } from "@/lib/callback/requests/request-table";
import { scenario } from "@/lib/callback/scenario/scenario";
import { endReasons, requestStates } from "@/lib/callback/state/request";
import { rowNames, rowNumbers } from "@/lib/callback/state/row-names";
import { rules } from "@/lib/callback/state/rules";
import { allRules } from "@/lib/callback/state/rules-in-force";
import { StepContext } from "@/lib/callback/state/step-context";
import { leads, movesOf, targetsOf } from "@/lib/state-table/state-table";

const rows = Object.values(requestTable);

/** A request that waits for B, in a step that Dial at A has begun. */
function waiting() {
  const { phones, simulation, requests } = scenario({ a: "2001", b: "2002" });
  phones.b.goesOffHook();
  phones.a.dials("2002");
  phones.a.presses("CallBack");
  const [request] = requests();
  if (!request) throw new Error("Nobody has asked for call back");
  const action = { kind: "pressSoftkey", softkey: "Dial" } as const;
  const event = { id: "e", kind: "phoneAction", phone: "SEP-a", action } as const;
  return { request, context: new StepContext(simulation.world(""), event, simulation.now, allRules) };
}

describe("the tables", () => {
  test("have every row that has a number, each number once, and none with the name of another rule", () => {
    const inTables = new Set([...Object.keys(offerTable), ...Object.keys(requestTable)]);
    expect(inTables).toEqual(new Set(rowNames));
    expect(new Set(Object.values(rowNumbers)).size).toBe(rowNames.length);
    expect(rowNames.filter((name) => name in rules)).toEqual([]);
  });

  test("lead to every state of a request, and out of every one that is live", () => {
    const reached = new Set(rows.flatMap((row) => movesOf(row).flatMap(targetsOf<string>)));
    expect(requestStates.filter((state) => !reached.has(state))).toEqual([]);
    const live = requestStates.filter((state) => state !== "ended");
    expect(live.filter((state) => !rows.some((row) => leads(row, state, "ended")))).toEqual([]);
  });

  test("[S7] have no row from suspended or ended to ready", () => {
    for (const row of rows) {
      expect(leads(row, "suspended", "ready")).toBe(false);
      expect(leads(row, "ended", "ready")).toBe(false);
    }
  });

  test("[S4] give a reason to every row that ends a request, and every reason to some row", () => {
    const ending = rows.filter((row) =>
      requestStates.some((state) => state !== "ended" && leads(row, state, "ended")),
    );
    expect(ending.filter((row) => !("reasons" in row))).toEqual([]);
    const given = new Set<string>(ending.flatMap((row) => ("reasons" in row ? row.reasons : [])));
    expect(given).toEqual(new Set(endReasons));
  });
});

describe("the tables are executed", () => {
  test("a row that does not lead from the state of the request is refused", () => {
    const { context, request } = waiting();
    expect(() => setState(context, request, "dialled", "calling")).toThrow(
      "request: dialled does not lead from active to calling",
    );
  });

  test("a row that does not belong to the event is refused", () => {
    const { context, request } = waiting();
    expect(() => setState(context, request, "durationExpired", "ended")).toThrow(
      "request: durationExpired is not taken on pressSoftkey",
    );
  });

  test("so is one by which a request in another state would stay as it is", () => {
    const { context, request } = waiting();
    expect(() => stay(context, { request: request.id }, "turnedAwayLate", {})).toThrow(
      "request: turnedAwayLate does not lead from active to active",
    );
    expect(context.effects).toEqual([]);
  });
});
