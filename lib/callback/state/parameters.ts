import type { ServiceParameterContent } from "@/lib/configuration/service-parameter";
import { initialServiceParameters } from "@/lib/configuration/service-parameter";

/** The service parameters that decide something here, in milliseconds where they are times. */
export interface EngineParameters {
  readonly isEnabled: boolean;
  readonly requestProtection: number;
  readonly recall: number;
  readonly serviceDurationBusy: number;
  readonly serviceDurationNoReply: number;
  readonly guard: number;
  readonly policy: "notifyAll" | "oneAtATime";
  readonly characterRule: "noPoundOrAsterisk" | "digitsAndSpacesOnly";
  readonly onOriginatorReset: "cancel" | "keep";
  /** The search space of requests and calls over trunks; null: the caller's own. */
  readonly searchSpace: string | null;
}

const second = 1000;
const minute = 60 * second;

/**
 * The parameters of Call Back with these values; one that is absent has its default.
 * @param contents valid contents of service parameters
 */
export function engineParameters(contents: readonly ServiceParameterContent[]): EngineParameters {
  const values = new Map([...initialServiceParameters, ...contents].map(({ name, value }) => [name, value]));
  const time = (name: string, unit: number) => Number(values.get(name)) * unit;
  const isSet = (name: string, value: string) => values.get(name) === value;
  const searchSpace = values.get("Callback Calling Search Space");
  return {
    isEnabled: values.get("Callback Enabled Flag") === true,
    requestProtection: time("Callback Request Protection Timer (T1)", second),
    recall: time("Callback Recall Timer (T3)", second),
    serviceDurationBusy: time("Callback Service Duration Busy", minute),
    serviceDurationNoReply: time("Callback Service Duration No Reply", minute),
    guard: time("Callback Guard Time", second),
    policy: isSet("Callback Selection Policy", "oneAtATime") ? "oneAtATime" : "notifyAll",
    characterRule: isSet("Callback Character Rule", "digitsAndSpacesOnly")
      ? "digitsAndSpacesOnly"
      : "noPoundOrAsterisk",
    onOriginatorReset: isSet("Call Back on Originator Reset", "keep") ? "keep" : "cancel",
    searchSpace: typeof searchSpace === "string" ? searchSpace : null,
  };
}

export const defaultParameters: EngineParameters = engineParameters([]);
