import {
  type ServiceParameterFacts,
  serviceParameter,
  serviceParameters,
} from "@/lib/catalog/service-parameters";
import { checkReadOnlyFields } from "@/lib/configuration/change-rules";
import { type ContentRules, contentRules } from "@/lib/configuration/content-rules";
import { type ContentOf, contentShape, type ValueShape } from "@/lib/configuration/content-shape";
import {
  choiceValue,
  flagValue,
  numberValue,
  optionalReference,
  ruledValue,
  textValue,
} from "@/lib/configuration/content-values";
import { echo, type Problem } from "@/lib/configuration/problem";

function valueShape(facts: ServiceParameterFacts): ValueShape {
  switch (facts.type) {
    case "flag":
      return flagValue(facts.default);
    case "number":
      return numberValue(facts.minimum, facts.maximum, facts.default);
    case "choice":
      return choiceValue(facts.choices, facts.default);
    case "text":
      return textValue(facts.maximumLength);
    case "callingSearchSpace":
      return optionalReference;
  }
}

/** Unified CM writes every value as text; such texts are taken for the value that they mean. */
function typed(
  facts: ServiceParameterFacts | undefined,
  value: ServiceParameterValue,
): ServiceParameterValue {
  if (!facts || typeof value !== "string") return value;
  const text = value.trim();
  if (facts.type === "number" && /^[0-9]{1,9}$/.test(text)) return Number(text);
  if (facts.type === "flag" && /^(true|false)$/i.test(text)) return text.toLowerCase() === "true";
  if (facts.type === "callingSearchSpace" && (text === "" || text === "<None>")) return null;
  return text;
}

function check({ name, value }: ServiceParameterContent): Problem[] {
  const facts = serviceParameter(name);
  if (!facts) {
    const accepted = serviceParameters.map((parameter) => parameter.name).join(", ");
    return [{ path: ["name"], code: "unknownValue", params: { value: echo(name), accepted } }];
  }
  return valueShape(facts).check(value, ["value"]);
}

const anyValue = ruledValue<string | number | boolean | null>({ type: "any" }, (value, path) =>
  value === null || ["string", "number", "boolean"].includes(typeof value)
    ? []
    : [{ path, code: "wrongType", params: { expected: "string" } }],
);

const shape = contentShape({
  name: ruledValue<string>({ type: "text" }, (value, path) =>
    typeof value === "string" ? [] : [{ path, code: "wrongType", params: { expected: "string" } }],
  ),
  value: anyValue,
});

/** One service parameter and its value; the parameters themselves are those of the catalogue. */
export type ServiceParameterContent = ContentOf<typeof shape>;
export type ServiceParameterValue = ServiceParameterContent["value"];

export const serviceParameterRules: ContentRules<ServiceParameterContent> = contentRules(
  "serviceParameter",
  shape,
  { check, normalize: ({ name, value }) => ({ name, value: typed(serviceParameter(name), value) }) },
);

/** All parameters with their defaults. */
export const initialServiceParameters: readonly ServiceParameterContent[] = serviceParameters.map(
  (facts) => ({ name: facts.name, value: facts.default }),
);

/** Whether a change is allowed: parameters cannot be renamed. */
export function checkServiceParameterChange(
  before: ServiceParameterContent,
  after: ServiceParameterContent,
): Problem[] {
  return checkReadOnlyFields(before, after, ["name"]);
}

/**
 * What is wrong with a value of a parameter as it was typed; whether a calling search space exists is not looked
 * at. What is no number is told by the range.
 */
export function parameterProblem({ name, value }: ServiceParameterContent): Problem | undefined {
  const [problem] = check({ name, value: typed(serviceParameter(name), value) });
  const facts = serviceParameter(name);
  if (problem?.code !== "wrongType" || facts?.type !== "number") return problem;
  const { minimum, maximum } = facts;
  return { ...problem, code: "outOfRange", params: { minimum, maximum } };
}
