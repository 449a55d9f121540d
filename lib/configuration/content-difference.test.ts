import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ContentChange, contentChanges } from "@/lib/configuration/content-difference";
import { type PhoneContent, phoneRules } from "@/lib/configuration/phone";
import { phoneButtonTemplateRules } from "@/lib/configuration/phone-button-template";
import { buttonTemplate, deskPhone } from "@/lib/configuration/testing/cluster";
import { deskPhones, variantOf } from "@/lib/configuration/testing/phones";

const pairs = deskPhones.chain((phone) => fc.tuple(fc.constant(phone), variantOf(phone, deskPhones)));

type Draft = Record<string, unknown>;

/** Does to a content what the changes say, as a reader of the history would. */
function applied(content: PhoneContent, changes: readonly ContentChange[]): unknown {
  const draft = structuredClone(content) as unknown as Draft;
  const itemsOf = (list: string) => draft[list] as Draft[];
  for (const change of changes) {
    if (change.kind === "renamed") draft.name = change.to;
    else if (change.kind === "valueChanged") {
      const [field = "", inner] = change.field.split(".");
      if (inner) draft[field] = { ...(draft[field] as Draft), [inner]: change.to };
      else draft[field] = change.to;
    } else if (change.kind === "itemAdded") draft[change.list] = [...itemsOf(change.list), change.item];
    else if (change.kind === "itemRemoved")
      draft[change.list] = itemsOf(change.list).filter((item) => item.index !== change.key);
    else
      draft[change.list] = itemsOf(change.list).map((item) =>
        item.index === change.key ? { ...item, [change.field]: change.to } : item,
      );
  }
  return phoneRules.normalize(draft as unknown as PhoneContent);
}

describe("whatever was changed on a phone", () => {
  test("the listed changes make the one content out of the other", () => {
    fc.assert(
      fc.property(pairs, ([before, after]) => {
        expect(applied(before, contentChanges(phoneRules.shape, before, after))).toEqual(after);
      }),
    );
  });

  test("every change is one: none from a content to itself, and from and to differ", () => {
    fc.assert(
      fc.property(pairs, ([before, after]) => {
        expect(contentChanges(phoneRules.shape, before, structuredClone(before))).toEqual([]);
        for (const change of contentChanges(phoneRules.shape, before, after)) {
          if ("from" in change) expect(change.from).not.toEqual(change.to);
        }
      }),
    );
  });
});

test("[PH-03] changes of a phone are named in the words of its fields", () => {
  const before = deskPhone();
  const after = deskPhone({
    name: "SEPAABBCCDDEEFF",
    softkeyTemplate: "Reception",
    dnd: { status: true, option: "Ringer Off" },
  });
  expect(contentChanges(phoneRules.shape, before, after)).toEqual([
    { kind: "renamed", from: "SEP001122334455", to: "SEPAABBCCDDEEFF" },
    { kind: "valueChanged", field: "softkeyTemplate", from: null, to: "Reception" },
    { kind: "valueChanged", field: "dnd.status", from: false, to: true },
  ]);
});

test("[BT-03] a button that got another feature is told by its position", () => {
  const before = buttonTemplate();
  const buttons = before.buttons.with(2, { position: 3, feature: "CallBack", label: "콜백" });
  expect(contentChanges(phoneButtonTemplateRules.shape, before, { ...before, buttons })).toEqual([
    { kind: "itemChanged", list: "buttons", key: 3, field: "feature", from: "Speed Dial", to: "CallBack" },
    { kind: "itemChanged", list: "buttons", key: 3, field: "label", from: "", to: "콜백" },
  ]);
});

test("a new object's changes are what differs from the defaults, its name apart", () => {
  const changes = contentChanges(phoneRules.shape, null, deskPhone({ description: "Lobby" }));
  expect(changes.map((change) => ("field" in change ? change.field : change.kind))).toEqual([
    "description",
    "model",
    "protocol",
    "phoneButtonTemplate",
    "itemAdded",
  ]);
});
