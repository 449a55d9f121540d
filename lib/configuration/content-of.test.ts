import { expect, test } from "vitest";
import { contentOf } from "@/lib/configuration/content-of";
import { initialContent } from "@/lib/configuration/content-patch";
import { phoneRules } from "@/lib/configuration/phone";
import { phoneButtonTemplateRules } from "@/lib/configuration/phone-button-template";

test("the content of an answer has the fields of the content and no other, within lists too", () => {
  const button = { position: 1, feature: "Line", label: "" };
  const content = { name: "A", description: "", model: "Cisco 8841", protocol: "SIP", buttons: [button] };
  const answer = { ...content, version: 3, isStandard: false, buttons: [{ ...button, isFixed: true }] };
  expect(contentOf(phoneButtonTemplateRules.shape, answer)).toEqual(content);
});

test("what is absent stays absent, and what is no record or list stays as it is", () => {
  const initial = initialContent(phoneRules.shape);
  expect(contentOf(phoneRules.shape, { ...initial, version: 1 })).toEqual(initial);
  expect(contentOf(phoneRules.shape, { lines: "none", dnd: null })).toEqual({ lines: "none", dnd: null });
});
