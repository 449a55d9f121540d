import { fallbackSoftkeyTemplate, standardSoftkeyTemplates } from "@/lib/catalog/standard-softkey-templates";
import type { ChangingContext } from "@/lib/server/context";
import type { Transaction } from "@/lib/server/db/transaction";
import type { DemoObjects } from "@/lib/server/seed/demo-kinds";
import { demoButtonTemplates, demoNumbers, demoPhones } from "@/lib/server/seed/demo-phones";
import { demoRouting } from "@/lib/server/seed/demo-routing";
import { definitions } from "@/lib/server/services/configuration/definitions";
import { insertNew } from "@/lib/server/services/configuration/insert";

const callBackTemplate = "Call Back User";
const callBackStates = ["On Hook", "Ring Out", "Connected Transfer"] as const;

/** The softkeys of the standard template with CallBack in the three call states where it can be. */
function withCallBack() {
  const standard = standardSoftkeyTemplates.find(({ name }) => name === fallbackSoftkeyTemplate);
  return Object.fromEntries(
    callBackStates.map((state) => [state, [...(standard?.layout[state] ?? []), "CallBack"]]),
  );
}

/** What the phones of the two sites use, then the phones, then what leads to them. */
const demoObjects: readonly DemoObjects[] = [
  ...demoRouting,
  {
    kind: "softkeyTemplate",
    objects: [
      {
        name: callBackTemplate,
        description: "Standard User with CallBack",
        copyOf: fallbackSoftkeyTemplate,
        callStates: withCallBack(),
      },
    ],
  },
  {
    kind: "commonDeviceConfiguration",
    objects: [
      { name: "Seoul", description: "Phones with call back", softkeyTemplate: callBackTemplate },
      { name: "Busan", description: "Phones with the default softkeys" },
    ],
  },
  {
    kind: "phoneButtonTemplate",
    objects: [
      {
        name: "Call Back 8841 SIP",
        description: "The last button is CallBack",
        copyOf: "Standard 8841 SIP",
        buttons: ["Line", "Line", "Speed Dial", "Speed Dial", "CallBack"].map((feature, index) => ({
          position: index + 1,
          feature,
        })),
      },
      ...demoButtonTemplates,
    ],
  },
  { kind: "directoryNumber", objects: demoNumbers },
  { kind: "phone", objects: demoPhones },
  {
    kind: "ctiRoutePoint",
    objects: [
      {
        name: "Seoul Switchboard",
        description: "Forwards to the reception",
        directoryNumber: "2900",
        partition: "Seoul Phones",
        forwardTo: "2001",
      },
    ],
  },
  {
    kind: "deviceProfile",
    objects: [
      {
        name: "Kim travelling",
        userId: "kim",
        softkeyTemplate: callBackTemplate,
        lines: [{ index: 1, directoryNumber: "2050", partition: "Seoul Phones" }],
      },
    ],
  },
];

/** Makes the demonstration cluster: two sites, phones of many models, and two other clusters. */
export async function insertDemoObjects(transaction: Transaction, context: ChangingContext): Promise<void> {
  for (const { kind, objects } of demoObjects) {
    for (const input of objects) await insertNew(transaction, context, definitions[kind], input);
  }
}
