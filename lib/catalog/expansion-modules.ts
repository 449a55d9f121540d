import type { Confidence } from "@/lib/catalog/sources";

/** A key expansion module: its buttons follow those of the phone. Names and numbers of buttons are verified. */
export interface ExpansionModule {
  readonly name: string;
  readonly buttons: number;
}

/** All expansion modules of the catalogue. */
export const expansionModules = [
  { name: "7914 14-Button Line Expansion Module", buttons: 14 },
  { name: "7915 12-Button Line Expansion Module", buttons: 12 },
  { name: "7915 24-Button Line Expansion Module", buttons: 24 },
  { name: "7916 12-Button Line Expansion Module", buttons: 12 },
  { name: "7916 24-Button Line Expansion Module", buttons: 24 },
  { name: "CKEM 36-Button Line Expansion Module", buttons: 36 },
  { name: "VKEM 36-Button Line Expansion Module", buttons: 36 },
  { name: "BEKEM 36-Button Line Expansion Module", buttons: 36 },
  { name: "CP-8800-Audio 28-Button Key Expansion Module", buttons: 28 },
  { name: "CP-8800-Video 28-Button Key Expansion Module", buttons: 28 },
] as const satisfies readonly ExpansionModule[];
export type ExpansionModuleName = (typeof expansionModules)[number]["name"];

/** Which modules a model takes and how many at once. No source gives the 7900 and NS models. */
export interface ExpansionRule {
  readonly models: readonly string[];
  readonly modules: readonly ExpansionModuleName[];
  readonly maximum: number;
  readonly confidence: Confidence;
}

const first7900 = "7914 14-Button Line Expansion Module";
const later7900 = [
  "7915 12-Button Line Expansion Module",
  "7915 24-Button Line Expansion Module",
  "7916 12-Button Line Expansion Module",
  "7916 24-Button Line Expansion Module",
] as const;
const series8800 = [
  "BEKEM 36-Button Line Expansion Module",
  "CP-8800-Audio 28-Button Key Expansion Module",
  "CP-8800-Video 28-Button Key Expansion Module",
] as const;
const series9900 = ["CKEM 36-Button Line Expansion Module"] as const;

const expansionRules: readonly ExpansionRule[] = [
  {
    models: ["Cisco 7960", "Cisco 7961", "Cisco 7961G-GE", "Cisco 7970", "Cisco 7971"],
    modules: [first7900],
    maximum: 2,
    confidence: "memory",
  },
  {
    models: ["Cisco 7962", "Cisco 7965", "Cisco 7975"],
    modules: [first7900, ...later7900],
    maximum: 2,
    confidence: "memory",
  },
  { models: ["Cisco 8851", "Cisco 8851NR"], modules: series8800, maximum: 2, confidence: "verified" },
  { models: ["Cisco 8851NS"], modules: series8800, maximum: 2, confidence: "memory" },
  {
    models: ["Cisco 8861", "Cisco 8865", "Cisco 8865NR"],
    modules: series8800,
    maximum: 3,
    confidence: "verified",
  },
  { models: ["Cisco 8961"], modules: series9900, maximum: 1, confidence: "verified" },
  { models: ["Cisco 9951"], modules: series9900, maximum: 2, confidence: "verified" },
  { models: ["Cisco 9971"], modules: series9900, maximum: 3, confidence: "verified" },
];

const rulesByModel = new Map(expansionRules.flatMap((rule) => rule.models.map((model) => [model, rule])));
const buttonsByModule: ReadonlyMap<string, number> = new Map(
  expansionModules.map(({ name, buttons }) => [name, buttons]),
);

/** The most expansion modules that any phone has (AXL: 0 to 3). */
export const maximumExpansionModules = 3;

/** True when the value is the exact name of an expansion module. */
export function isExpansionModule(value: unknown): value is ExpansionModuleName {
  return typeof value === "string" && buttonsByModule.has(value);
}

/** The rule for a model, or null when it takes no modules. */
export function expansionRule(model: string): ExpansionRule | null {
  return rulesByModel.get(model) ?? null;
}

/** How many buttons these modules add to a phone. */
export function expansionButtons(modules: readonly string[]): number {
  return modules.reduce((sum, module) => sum + (buttonsByModule.get(module) ?? 0), 0);
}
