import { type PhoneNameRule, phoneNameRule } from "@/lib/catalog/phone-names";
import type { Problem } from "@/lib/configuration/problem";

function patternOf({ prefix, hexDigits, digits }: PhoneNameRule): RegExp {
  return new RegExp(`^${prefix}[0-9A-F]{${hexDigits}}[0-9]{${digits}}$`, "i");
}

function isFreeName({ freeLength }: PhoneNameRule, name: string): boolean {
  return name.length > 0 && name.length <= freeLength && /^[0-9A-Za-z]+$/.test(name);
}

/** The device name as it is stored: a name with prefix and digits in capitals, others as typed. */
export function normalizePhoneName(name: string, model: string): string {
  const text = name.trim();
  return patternOf(phoneNameRule(model)).test(text) ? text.toUpperCase() : text;
}

/**
 * The device name that somebody means who types the hardware address alone, or with `:`, `-` or `.` between its
 * digits; anything else stays as typed. For editors: the name that is stored is always given in full.
 */
export function completedPhoneName(typed: string, model: string): string {
  const rule = phoneNameRule(model);
  const text = typed.trim();
  if (isFreeName(rule, text)) return normalizePhoneName(text, model);
  const compact = text.replaceAll(/[:.-]/g, "").toUpperCase();
  const named = compact.startsWith(rule.prefix) ? compact : `${rule.prefix}${compact}`;
  return patternOf(rule).test(named) ? named : text;
}

/** A device name that the model would accept, to show what one looks like. */
export function examplePhoneName(model: string): string {
  const { prefix, hexDigits, digits } = phoneNameRule(model);
  const hex = "001122334455667".slice(0, hexDigits);
  return `${prefix}${hex}${"01".slice(0, digits)}`;
}

/** What is wrong with the device name of a phone of the model: letter case makes no difference [PH-01]. */
export function checkPhoneName(name: string, model: string, path: Problem["path"] = ["name"]): Problem[] {
  const rule = phoneNameRule(model);
  const text = name.trim();
  if (patternOf(rule).test(text) || isFreeName(rule, text)) return [];
  return [{ path, code: "badPhoneName", params: { model, example: examplePhoneName(model) } }];
}
