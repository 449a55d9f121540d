import { lineFeature } from "@/lib/catalog/button-features";
import { shortModelName } from "@/lib/catalog/phone-models";
import {
  standardPhoneButtonTemplate,
  standardPhoneButtonTemplateName,
} from "@/lib/catalog/standard-phone-button-templates";
import type { Input } from "@/lib/server/services/configuration/definition";

/** Site, model, first number and description of each phone, in the order of their device names. */
const desks = [
  ["Seoul", "Cisco 8841", "2001", "Reception"],
  ["Seoul", "Cisco 8841", "2002", "Sales, Kim"],
  ["Seoul", "Cisco 8851", "2003", "Sales, Lee"],
  ["Seoul", "Cisco 8861", "2004", "Sales, Park"],
  ["Seoul", "Cisco 8865", "2005", "Video room"],
  ["Seoul", "Cisco 8845", "2006", "Video room, small"],
  ["Seoul", "Cisco 7841", "2007", "Support, Choi"],
  ["Seoul", "Cisco 7861", "2008", "Support, Jung"],
  ["Seoul", "Cisco 7821", "2009", "Support, Kang"],
  ["Seoul", "Cisco 7965 SCCP", "2010", "Accounting, Cho"],
  ["Seoul", "Cisco 7975 SCCP", "2011", "Accounting, Yoon"],
  ["Seoul", "Cisco 7940 SIP", "2012", "Archive"],
  ["Seoul", "Cisco 7960 SIP", "2013", "Archive, back room"],
  ["Seoul", "Cisco 9971", "2014", "Management, Jang"],
  ["Seoul", "Cisco 9951", "2015", "Management, Lim"],
  ["Seoul", "Cisco 8821", "2016", "Warehouse, walking"],
  ["Seoul", "Cisco 6941 SIP", "2017", "Kitchen"],
  ["Seoul", "Cisco 6911 SIP", "2018", "Corridor"],
  ["Busan", "Cisco 8841", "3001", "Reception"],
  ["Busan", "Cisco 8811", "3002", "Sales, Han"],
  ["Busan", "Cisco 8875", "3003", "Video room"],
  ["Busan", "Cisco 7811", "3004", "Dispatch"],
  ["Busan", "Cisco 7942 SCCP", "3005", "Workshop"],
  ["Busan", "Cisco 8961", "3006", "Management, Oh"],
  ["Busan", "Cisco 6961 SCCP", "3007", "Secretary"],
  ["Busan", "Cisco IP Communicator SCCP", "3008", "On the road"],
] as const;

/** What single phones have beyond the rest. */
const special: Readonly<Record<string, Input>> = {
  "2001": { softkeyTemplate: "Call Back User", phoneButtonTemplate: "Call Back 8841 SIP" },
  "2002": { extensionMobility: true, owner: "kim" },
  "2014": { dnd: { status: true, option: "Call Reject" } },
  "2008": { dnd: { status: true, option: "Ringer Off" } },
  "2010": { userLocale: "Korean Korea Republic", networkLocale: "Korea Republic" },
};

/** Numbers that two phones have: the second line of these phones. */
const shared: Readonly<Record<string, string>> = {
  "2002": "2100",
  "2003": "2100",
  "2004": "2100",
  "2007": "2200",
  "2008": "2200",
  "3006": "3001",
};

/** How many calls single phones take on that line. */
const sharedLimits: Readonly<Record<string, Input>> = { "2003": { busyTrigger: 2, maxCalls: 4 } };

/** The name of the button template with which a phone shows a group's number beside its own. */
const twoLines = (model: string) => `Two Lines ${shortModelName(model)} SIP`;

/** One for each model that has a shared number; a line that is on no button does not ring. */
export const demoButtonTemplates: readonly Input[] = [
  ...new Set(desks.flatMap(([, model, number]) => (shared[number] ? [model] : []))),
].map((model) => {
  const features = standardPhoneButtonTemplate(model, "SIP")?.features ?? [];
  return {
    name: twoLines(model),
    description: "The own number and one that is shared",
    copyOf: standardPhoneButtonTemplateName(model, "SIP"),
    buttons: features.map((feature, index) => ({
      position: index + 1,
      feature: index < 2 ? lineFeature : feature,
    })),
  };
});

/** The name of the n-th phone; the numbers of the names tell the order. */
function deviceName(prefix: string, position: number, digits: number): string {
  return `${prefix}${(position + 1).toString().padStart(digits, "0")}`;
}

function desk(
  [site, modelAndProtocol, number, description]: (typeof desks)[number],
  position: number,
): Input {
  const [, model = "", protocol] = /^(.*?)(?: (SCCP|SIP))?$/.exec(modelAndProtocol) ?? [];
  const partition = `${site} Phones`;
  const second = shared[number];
  return {
    name: deviceName("SEP00005E", position, 6),
    description: `${site}, ${description}`,
    model,
    ...(protocol === undefined ? {} : { protocol }),
    devicePool: site,
    commonDeviceConfiguration: site,
    lines: [
      { index: 1, directoryNumber: number, partition, displayName: description },
      ...(second
        ? [
            {
              index: 2,
              directoryNumber: second,
              partition,
              label: `Group ${second}`,
              ...sharedLimits[number],
            },
          ]
        : []),
    ],
    ...(second ? { phoneButtonTemplate: twoLines(model) } : {}),
    ...special[number],
  };
}

const analog = [
  ["VGC Phone", "Cisco VGC Phone", "VGC0000005E0001", "2301"],
  ["ATA, fax", "Cisco ATA 186", "ATA00005E000002", "2302"],
  ["VG224 port 1", "Analog Phone", "AN00005E0000300", "2303"],
  ["VG224 port 2", "Analog Phone", "AN00005E0000301", "2304"],
] as const;

/** About thirty phones of many models, four of them analog. */
export const demoPhones: readonly Input[] = [
  ...desks.map(desk),
  ...analog.map(([description, model, name, number]) => ({
    name,
    description: `Seoul, ${description}`,
    model,
    devicePool: "Seoul",
    lines: [{ index: 1, directoryNumber: number, partition: "Seoul Phones" }],
  })),
];

/** Whoever has one of these numbers reaches only the own site. */
const restricted = ["3004"];

/** The numbers of these phones: from each the phones of both sites and what is behind the trunks can be called. */
export const demoNumbers: readonly Input[] = [
  ...new Map(
    demoPhones
      .flatMap(({ lines }) => lines as readonly { directoryNumber: string; partition: string }[])
      .map(({ directoryNumber: pattern, partition }) => [
        pattern,
        {
          pattern,
          partition,
          callingSearchSpace: restricted.includes(pattern) ? "Busan Only" : "Everywhere",
        },
      ]),
  ).values(),
];
