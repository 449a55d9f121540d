import { fallbackSoftkeyTemplate } from "@/lib/catalog/standard-softkey-templates";
import type { ServiceContext } from "@/lib/server/context";
import { recordRevision } from "@/lib/server/db/revision";
import { findSoftkeyTemplate, insertSoftkeyTemplate } from "@/lib/server/db/softkey-template";
import type { Transaction } from "@/lib/server/db/transaction";
import type { DemoObjects } from "@/lib/server/seed/demo-kinds";
import { demoButtonTemplates, demoNumbers, demoPhones } from "@/lib/server/seed/demo-phones";
import { demoRouting } from "@/lib/server/seed/demo-routing";
import { definitions } from "@/lib/server/services/configuration/definitions";
import { insertNew } from "@/lib/server/services/configuration/insert";
import { revisionContent } from "@/lib/server/services/softkey-template/to-dto";

const callBackTemplate = "Call Back User";

/** What the phones of the two sites use, then the phones, then what leads to them. */
const demoObjects: readonly DemoObjects[] = [
  ...demoRouting,
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
export async function insertDemoObjects(transaction: Transaction, context: ServiceContext): Promise<void> {
  await insertCallBackTemplate(transaction, context);
  for (const { kind, objects } of demoObjects) {
    for (const input of objects) await insertNew(transaction, context, definitions[kind], input);
  }
}

/** A copy of the standard template with CallBack in the three call states where it can be. */
async function insertCallBackTemplate(transaction: Transaction, context: ServiceContext): Promise<void> {
  const origin = await findSoftkeyTemplate(transaction, fallbackSoftkeyTemplate);
  if (!origin) throw new Error(`The seed has made no ${fallbackSoftkeyTemplate}`);
  const { callStates } = origin.content;
  const template = await insertSoftkeyTemplate(
    transaction,
    context.newId(),
    {
      name: callBackTemplate,
      description: "Standard User with CallBack",
      isDefault: false,
      callStates: {
        ...callStates,
        "On Hook": [...callStates["On Hook"], "CallBack"],
        "Ring Out": [...callStates["Ring Out"], "CallBack"],
        "Connected Transfer": [...callStates["Connected Transfer"], "CallBack"],
      },
    },
    { isStandard: false, copyOf: fallbackSoftkeyTemplate },
    { at: context.now(), by: context.actor.name },
  );
  await recordRevision(transaction, context, {
    entity: "softkeyTemplate",
    entityId: template.id,
    entityName: callBackTemplate,
    number: template.version,
    action: "created",
    content: revisionContent(template),
    reason: "",
  });
}
