import type { Confidence } from "@/lib/catalog/sources";

interface Described {
  readonly name: string;
  /** Of default and range; all names but those of Unified CM's older guides are verified. */
  readonly confidence: Confidence;
}

/** A service parameter of Call Back with the values that it accepts. */
export type ServiceParameterFacts = Described &
  (
    | { readonly type: "flag"; readonly default: boolean }
    | {
        readonly type: "number";
        readonly default: number;
        readonly unit: "seconds" | "minutes";
        readonly minimum: number;
        readonly maximum: number;
      }
    | { readonly type: "choice"; readonly default: string; readonly choices: readonly string[] }
    | { readonly type: "text"; readonly default: string; readonly maximumLength: number }
    | { readonly type: "callingSearchSpace"; readonly default: null }
  );

function flag(name: string, defaultValue: boolean): ServiceParameterFacts {
  return { name, type: "flag", default: defaultValue, confidence: "memory" };
}

function number(
  name: string,
  defaultValue: number,
  unit: "seconds" | "minutes",
  [minimum, maximum]: readonly [number, number],
): ServiceParameterFacts {
  return { name, type: "number", default: defaultValue, unit, minimum, maximum, confidence: "memory" };
}

function choice(
  name: string,
  defaultValue: string,
  ...others: readonly [string, ...string[]]
): ServiceParameterFacts {
  const choices = [defaultValue, ...others];
  return { name, type: "choice", default: defaultValue, choices, confidence: "memory" };
}

/** Clusterwide Parameters (Feature - Call Back), in the order of the page. */
export const serviceParameters: readonly ServiceParameterFacts[] = [
  flag("Callback Enabled Flag", true),
  {
    name: "Callback Notification Audio File Name",
    type: "text",
    default: "CallBack.raw",
    maximumLength: 255,
    confidence: "oneSource",
  },
  choice("Connection Proposal Type", "Connection Retention", "Connection Release", "No Preference"),
  choice("Connection Response Type", "Default to Connection Retention", "Default to Connection Release"),
  number("Callback Request Protection Timer (T1)", 10, "seconds", [10, 60]),
  number("Callback Recall Timer (T3)", 20, "seconds", [10, 180]),
  number("Callback Service Duration Busy", 60, "minutes", [15, 1440]),
  number("Callback Service Duration No Reply", 180, "minutes", [15, 1440]),
  number("Callback Guard Time", 0, "seconds", [0, 15]),
  choice("Callback Selection Policy", "notifyAll", "oneAtATime"),
  choice("Callback Character Rule", "noPoundOrAsterisk", "digitsAndSpacesOnly"),
  choice("Call Back on Originator Reset", "cancel", "keep"),
  { name: "Callback Calling Search Space", type: "callingSearchSpace", default: null, confidence: "memory" },
  flag("No Path Reservation", true),
  flag("Set Private Numbering Plan for Callback", false),
];

const byName = new Map(serviceParameters.map((parameter) => [parameter.name, parameter]));

/** The parameter with exactly that name, or undefined. */
export function serviceParameter(name: string): ServiceParameterFacts | undefined {
  return byName.get(name);
}
