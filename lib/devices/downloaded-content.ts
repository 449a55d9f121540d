import { contentChanges } from "@/lib/configuration/content-difference";
import { type DirectoryNumberContent, directoryNumberRules } from "@/lib/configuration/directory-number";
import { type PhoneContent, phoneRules } from "@/lib/configuration/phone";
import { fieldsAtOnce, impactOfChange, isDownloaded } from "@/lib/devices/field-impacts";

/** The objects that are a phone's own: itself and the numbers on its lines. */
export type OwnPart = "phone" | "directoryNumber";

type Fields = Readonly<Record<string, unknown>>;

/** Whether a phone has something to download after a change of its own settings, or of a number on its lines. */
export function changesDownload(part: OwnPart, before: Fields, after: Fields): boolean {
  const changes =
    part === "phone"
      ? contentChanges(phoneRules.shape, before as PhoneContent, after as PhoneContent)
      : contentChanges(
          directoryNumberRules.shape,
          before as DirectoryNumberContent,
          after as DirectoryNumberContent,
        );
  return changes.some((change) => isDownloaded(impactOfChange(part, change)));
}

const atOnce = { phone: fieldsAtOnce("phone"), directoryNumber: fieldsAtOnce("directoryNumber") };

/** What a phone downloaded, with what holds as it is saved. */
export function withFieldsAtOnce(part: OwnPart, downloaded: Fields, saved: Fields): Fields {
  return { ...downloaded, ...Object.fromEntries(atOnce[part].map((field) => [field, saved[field]])) };
}
