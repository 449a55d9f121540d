import type { Confidence } from "@/lib/catalog/sources";

/** A model of telephone with what the console must know of it; gateways and CTI devices are not telephones. */
export interface PhoneModel {
  readonly name: string;
  readonly series: PhoneSeries;
  readonly protocols: readonly PhoneProtocol[];
  readonly protocolsConfidence: Confidence;
  /** Programmable buttons without expansion modules. */
  readonly buttons: number;
  readonly buttonsConfidence: Confidence;
  /** Whether the model can have the CallBack softkey and the CallBack button [PR-08]. */
  readonly callBackSoftkey: boolean;
  readonly callBackButton: boolean;
  readonly callBackConfidence: Confidence;
  readonly supportsSoftkeyTemplate: boolean;
  /** The model follows its feature control policy instead, unless Softkey Control is enabled on the phone. */
  readonly needsSoftkeyControl: boolean;
  readonly softkeyTemplateConfidence: Confidence;
  /** Softkeys that its screen shows at once, the more key included; 0 without softkeys. */
  readonly softkeysOnScreen: number;
  readonly softkeysOnScreenConfidence: Confidence;
  /** Can make video calls. */
  readonly supportsVideo: boolean;
}

export const phoneProtocols = ["SCCP", "SIP"] as const;
export type PhoneProtocol = (typeof phoneProtocols)[number];
type PhoneSeries = "6900" | "7800" | "7900" | "8800" | "8900" | "9900" | "IP Communicator" | "Analog";

const sip = { protocols: ["SIP"], protocolsConfidence: "memory" } as const;
const sccp = { protocols: ["SCCP"], protocolsConfidence: "memory" } as const;
const sccpAndSip = { protocols: ["SCCP", "SIP"], protocolsConfidence: "memory" } as const;
const sccpAndSipInGuide = { ...sccpAndSip, protocolsConfidence: "verified" } as const;

const callBackKeyAndButton = {
  callBackSoftkey: true,
  callBackButton: true,
  callBackConfidence: "verified",
} as const;
const callBackKeyOnly = {
  callBackSoftkey: true,
  callBackButton: false,
  callBackConfidence: "verified",
} as const;
const noCallBackKey = {
  callBackSoftkey: false,
  callBackButton: false,
  callBackConfidence: "verified",
} as const;
const fromMemory = { callBackConfidence: "memory" } as const;

// No source gives the number of softkeys on the screen but for the 8821; four is the product's default.
const template = {
  supportsSoftkeyTemplate: true,
  needsSoftkeyControl: false,
  softkeyTemplateConfidence: "memory",
  softkeysOnScreen: 4,
  softkeysOnScreenConfidence: "memory",
} as const;
const templateInGuide = { ...template, softkeyTemplateConfidence: "verified" } as const;
const featureControlPolicy = {
  ...template,
  needsSoftkeyControl: true,
  softkeyTemplateConfidence: "oneSource",
} as const;
const noTemplate = { ...template, supportsSoftkeyTemplate: false, softkeysOnScreen: 0 } as const;

type Shared = Omit<PhoneModel, "name" | "buttons" | "supportsVideo">;

const videoModels: ReadonlySet<string> = new Set(
  ["7985", "8845", "8865", "8865NR", "8875", "8875NR", "8941", "8945", "9951", "9971"].map(
    (number) => `Cisco ${number}`,
  ),
);

/** Models that differ in nothing but the number of their buttons. */
function models(buttonsByName: Readonly<Record<string, number>>, shared: Shared): PhoneModel[] {
  return Object.entries(buttonsByName).map(([name, buttons]) => ({
    name,
    buttons,
    ...shared,
    supportsVideo: videoModels.has(name),
  }));
}

function named(numbers: readonly string[], buttons: number): Record<string, number> {
  return Object.fromEntries(numbers.map((number) => [`Cisco ${number}`, buttons]));
}

const oneSource = { buttonsConfidence: "oneSource" } as const;
const verified = { buttonsConfidence: "verified" } as const;
const memory = { buttonsConfidence: "memory" } as const;

const series6900 = [
  ...models(named(["6901", "6911"], 1), {
    series: "6900",
    ...sccpAndSipInGuide,
    ...oneSource,
    ...noCallBackKey,
    ...noTemplate,
  }),
  ...models(
    { "Cisco 6921": 2, "Cisco 6941": 4, "Cisco 6945": 4, "Cisco 6961": 12 },
    { series: "6900", ...sccpAndSipInGuide, ...oneSource, ...callBackKeyAndButton, ...template },
  ),
];

const common7800 = { series: "7800", ...sip, ...templateInGuide } as const;
const series7800 = [
  ...models(
    { "Cisco 7811": 1, "Cisco 7821": 2, "Cisco 7841": 4, "Cisco 7861": 16 },
    { ...common7800, ...verified, ...callBackKeyAndButton },
  ),
  ...models({ "Cisco 7832": 1 }, { ...common7800, ...memory, ...callBackKeyOnly, ...fromMemory }),
];

const common7900 = { series: "7900", ...oneSource, ...callBackKeyOnly, ...template } as const;
const series7900 = [
  ...models(
    {
      ...named(["7902", "7910", "7935", "7936", "7937", "7985"], 1),
      ...named(["7920", "7921", "7925", "7926"], 6),
    },
    { ...common7900, ...sccp },
  ),
  ...models(
    {
      ...named(["7905", "7906", "7911", "7912"], 1),
      ...named(["7940", "7941", "7941G-GE", "7942", "7945"], 2),
      ...named(["7960", "7961", "7961G-GE", "7962", "7965"], 6),
      ...named(["7970", "7971", "7975"], 8),
      "Cisco 7931": 24,
    },
    { ...common7900, ...sccpAndSip },
  ),
];

const common8800 = { series: "8800", ...sip } as const;
const series8800 = [
  ...models(named(["8811", "8841", "8845", "8851", "8851NR", "8861", "8865", "8865NR"], 5), {
    ...common8800,
    ...verified,
    ...callBackKeyAndButton,
    ...templateInGuide,
  }),
  // Of the two softkeys of the 8821 one is the more key.
  ...models(
    { "Cisco 8821": 6 },
    {
      ...common8800,
      ...memory,
      ...callBackKeyAndButton,
      ...fromMemory,
      ...templateInGuide,
      softkeysOnScreen: 2,
      softkeysOnScreenConfidence: "verified",
    },
  ),
  ...models(
    { "Cisco 8831": 1 },
    { ...common8800, ...memory, ...callBackKeyOnly, ...fromMemory, ...templateInGuide },
  ),
  ...models(named(["8832", "8832NR"], 1), {
    ...common8800,
    ...memory,
    ...callBackKeyOnly,
    ...fromMemory,
    ...template,
  }),
  ...models(
    { ...named(["8875", "8875NR"], 10), ...named(["8811NS", "8841NS", "8851NS"], 5) },
    { ...common8800, ...memory, ...callBackKeyAndButton, ...fromMemory, ...template },
  ),
];

const series8900And9900 = [
  ...models(named(["8941", "8945"], 4), {
    series: "8900",
    ...sccpAndSip,
    ...oneSource,
    ...callBackKeyAndButton,
    ...template,
  }),
  ...models(
    { "Cisco 8961": 5 },
    { series: "8900", ...sip, ...memory, ...callBackKeyAndButton, ...featureControlPolicy },
  ),
  ...models(
    { "Cisco 9951": 5, "Cisco 9971": 6 },
    { series: "9900", ...sip, ...memory, ...callBackKeyAndButton, ...featureControlPolicy },
  ),
];

const otherPhones = [
  ...models(
    { "Cisco IP Communicator": 8 },
    { series: "IP Communicator", ...sccpAndSip, ...oneSource, ...callBackKeyOnly, ...template },
  ),
  ...models(
    { "Cisco VGC Phone": 1, "Cisco ATA 186": 1 },
    { series: "Analog", ...sccp, ...oneSource, ...noCallBackKey, ...noTemplate },
  ),
  // A port of a VG224 gateway: one line, whatever the gateway's number of ports.
  ...models(
    { "Analog Phone": 1 },
    { series: "Analog", ...sccp, ...memory, ...noCallBackKey, ...fromMemory, ...noTemplate },
  ),
];

/** All models of telephones, series by series [PR-03, PR-04, PR-05, PR-06, PR-08]. */
export const phoneModels: readonly PhoneModel[] = [
  ...series6900,
  ...series7800,
  ...series7900,
  ...series8800,
  ...series8900And9900,
  ...otherPhones,
];

const modelsByName = new Map(phoneModels.map((model) => [model.name, model]));

/** The model with exactly that name (`Cisco 8841`), or undefined. */
export function phoneModel(name: string): PhoneModel | undefined {
  return modelsByName.get(name);
}

/** The model's name without the maker's: `8841`. */
export function shortModelName(name: string): string {
  return name.replace(/^Cisco /, "");
}
