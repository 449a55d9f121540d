import { expect, test } from "vitest";
import {
  firstPlace,
  firstRowOf,
  type PagePlace,
  placeAfter,
  placeBefore,
  placeOf,
} from "@/lib/client/list-page-address";

/** The place after reading it from the address that says it. */
const shared = ({ cursors, starts }: PagePlace) => placeOf(cursors, starts.map(String));

test("a link to a page tells its first row whatever the rows a page of who opens it, and where the pages before it begin", () => {
  const third = shared(placeAfter(placeAfter(firstPlace, "c251", 250), "c501", 250));
  expect([third.cursors.at(-1), firstRowOf(third)]).toEqual(["c501", 501]);
  const next = shared(placeAfter(third, "c551", 50));
  expect([next.cursors.at(-1), firstRowOf(next)]).toEqual(["c551", 551]);
  const second = placeBefore(placeBefore(next));
  expect([second.cursors.at(-1), firstRowOf(second)]).toEqual(["c251", 251]);
  expect(placeBefore(second)).toEqual(firstPlace);
});

test("a link that does not tell the first row of every page, as those of earlier versions, opens the first page", () => {
  for (const from of [
    [],
    ["51"],
    ["51", "101", "151"],
    ["51", "x"],
    ["51", "0"],
    ["51", "-5"],
    ["51", "1e3"],
    ["51", ""],
  ])
    expect(placeOf(["c51", "c101"], from), from.join()).toEqual(firstPlace);
  expect(placeOf([], ["51"])).toEqual(firstPlace);
});

test("an address does not grow with every page, and from the oldest page that it remembers the way back is the first page", () => {
  let place = firstPlace;
  for (let page = 2; page <= 60; page++) place = placeAfter(place, `c${page}`, 20);
  expect([place.cursors.length, place.starts.length, firstRowOf(place)]).toEqual([20, 20, 1181]);
  for (let page = 60; page > 41; page--) place = placeBefore(place);
  expect([place.cursors, place.starts]).toEqual([["c41"], [801]]);
  expect(placeBefore(place)).toEqual(firstPlace);
});
