/**
 * Where a fact of the catalogue was read: the Call Back chapter (SEED), the feature guides (FCG), the AXL schema,
 * the 8800 guide, usecallmanager.nz (UCMNZ), chan-sccp (SCCP), softkey files that people use and have published, or nowhere
 * (memory). docs/sources.md has the titles.
 */
export type Source = "SEED" | "FCG" | "AXL" | "8800" | "UCMNZ" | "SCCP" | "softkeyFiles" | "memory";

/** How far a fact can be trusted; `memory` is a decision of this product, not a fact. */
export type Confidence = "verified" | "oneSource" | "memory";

const verifying: ReadonlySet<Source> = new Set<Source>(["SEED", "FCG", "AXL", "8800"]);

/** The confidence of a fact read in these sources: a guide or schema of the maker verifies it. */
export function confidenceOf(read: readonly Source[]): Confidence {
  if (read.some((source) => verifying.has(source))) return "verified";
  return read.some((source) => source !== "memory") ? "oneSource" : "memory";
}
