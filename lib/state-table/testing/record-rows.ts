import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll } from "vitest";
import { observers, type Taken } from "@/lib/state-table/take-row";

/** Writes which rows the tests of a file take, and how often, into the folder that `npm run docs:engine -- --coverage` reads. */
const folder = process.env.RINGBACK_ROWS;
if (folder) {
  const counts = new Map<string, Taken & { count: number }>();
  const observe = (taken: Taken) => {
    const key = JSON.stringify(taken);
    const counted = counts.get(key) ?? { ...taken, count: 0 };
    counted.count++;
    counts.set(key, counted);
  };
  observers.add(observe);
  afterAll(() => {
    observers.delete(observe);
    writeFileSync(join(folder, `${randomUUID()}.json`), JSON.stringify([...counts.values()]));
  });
}
