import { dictionary } from "@zxcvbn-ts/language-common";
import { foldCase } from "@/lib/configuration/text-rules";

let common: ReadonlySet<string> | undefined;

/** Whether a password, in any letter case, is one of the 49,233 that people choose most; see docs/sources.md. */
export function isCommonPassword(password: string): boolean {
  common ??= new Set(dictionary["passwords-common"]);
  return common.has(foldCase(password.trim()));
}
