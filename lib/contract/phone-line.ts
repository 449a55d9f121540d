import { z } from "zod";

const index = z.number().int().describe("Counts from 1; line 1 sits on the first button for a line");
const directoryNumber = z.string().meta({ examples: ["2001"] });
const partition = z.string().nullable().describe("Partition of the directory number, or null");
const label = z.string().describe("Shown beside the button, at most 30 characters");
const displayName = z.string().describe("Shown to others, at most 30 characters");

/** A directory number on a phone or device profile. */
export const lineSchema = z.object({ index, directoryNumber, partition, label, displayName });

/** Lines as they are sent; a number that does not exist is created. */
export const linesInput = z
  .array(
    z.strictObject({
      index,
      directoryNumber,
      partition: partition.optional(),
      label: label.optional(),
      displayName: displayName.optional(),
    }),
  )
  .describe("Replaces all lines; a directory number that does not exist is created");

const speedDialIndex = z.number().int().describe("Counts from 1, over the buttons for speed dials");

/** A number to dial with one key. */
export const speedDialSchema = z.object({ index: speedDialIndex, number: z.string(), label });

export const speedDialsInput = z.array(
  z.strictObject({ index: speedDialIndex, number: z.string(), label: label.optional() }),
);
