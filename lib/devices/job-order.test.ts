import fc from "fast-check";
import { expect, test } from "vitest";
import { jobBatchSize, nextBatch } from "@/lib/devices/job-order";

const phones = fc
  .uniqueArray(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
  .map((numbers) => numbers.map((number) => ({ name: `SEP${number.toString(16).padStart(12, "0")}` })));

test("batches go through all phones once, in the same order whatever order they are found in", () => {
  fc.assert(
    fc.property(phones, fc.integer({ min: 1, max: 10 }), (found, size) => {
      const taken: { name: string }[] = [];
      for (;;) {
        const batch = nextBatch(found, taken.at(-1) ?? null, size);
        if (batch.length === 0) break;
        expect(batch.length).toBeLessThanOrEqual(size);
        taken.push(...batch);
      }
      const names = found.map(({ name }) => name).sort();
      expect(taken.map(({ name }) => name)).toEqual(names);
      expect(nextBatch([...found].reverse(), null)).toEqual(taken.slice(0, jobBatchSize));
    }),
  );
});
