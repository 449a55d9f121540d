import { type ButtonFeature, lineFeature, speedDialFeature } from "@/lib/catalog/button-features";
import { type PhoneModel, type PhoneProtocol, phoneModels, shortModelName } from "@/lib/catalog/phone-models";
import type { Confidence } from "@/lib/catalog/sources";

/** The read-only button template of a model and protocol, from which others are copied [BT-02]. */
export interface StandardPhoneButtonTemplate {
  readonly name: string;
  readonly model: string;
  readonly protocol: PhoneProtocol;
  /** The feature of each button, the first one a line. */
  readonly features: readonly ButtonFeature[];
  readonly featuresConfidence: Confidence;
}

type KnownFeatures = Readonly<Record<string, readonly ButtonFeature[]>>;

/** What the first buttons are known to carry, all from memory. */
const knownFirst: KnownFeatures = {
  "Standard 7940 SCCP": ["Line", "Line"],
  "Standard 7960 SCCP": ["Line", "Line"],
  "Standard 7975 SCCP": ["Line", "Line"],
};

/** The keys of the model itself that its template shows at the end; one source. */
const fixedLast: KnownFeatures = {
  "Cisco 7931": ["Messages", "Directories", "Headset", "Application Menu"],
};

/** The name of the standard button template of a model and protocol: `Standard 8841 SIP`. */
export function standardPhoneButtonTemplateName(model: string, protocol: PhoneProtocol): string {
  return `Standard ${shortModelName(model)} ${protocol}`;
}

function standardTemplate(model: PhoneModel, protocol: PhoneProtocol): StandardPhoneButtonTemplate {
  const name = standardPhoneButtonTemplateName(model.name, protocol);
  const first = knownFirst[name] ?? [lineFeature];
  const last = fixedLast[model.name] ?? [];
  const speedDials = new Array<ButtonFeature>(model.buttons - first.length - last.length).fill(
    speedDialFeature,
  );
  const features = [...first, ...speedDials, ...last];
  return { name, model: model.name, protocol, features, featuresConfidence: "memory" };
}

/** One template for every model and protocol of the catalogue. */
export const standardPhoneButtonTemplates: readonly StandardPhoneButtonTemplate[] = phoneModels.flatMap(
  (model) => model.protocols.map((protocol) => standardTemplate(model, protocol)),
);

const byModelAndProtocol = new Map(
  standardPhoneButtonTemplates.map((template) => [`${template.model}/${template.protocol}`, template]),
);

/** The standard template of a model and protocol, or undefined when the model does not speak it. */
export function standardPhoneButtonTemplate(
  model: string,
  protocol: string,
): StandardPhoneButtonTemplate | undefined {
  return byModelAndProtocol.get(`${model}/${protocol}`);
}
