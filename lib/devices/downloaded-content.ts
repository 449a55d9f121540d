import { contentChanges } from "@/lib/configuration/content-difference";
import { type DirectoryNumberContent, directoryNumberRules } from "@/lib/configuration/directory-number";
import { type PhoneContent, phoneRules } from "@/lib/configuration/phone";
import { fieldsAtOnce, impactOfChange, isDownloaded, itemFieldsAtOnce } from "@/lib/devices/field-impacts";

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

const atOnce = {
  phone: fieldsAtOnce("phone"),
  directoryNumber: fieldsAtOnce("directoryNumber"),
  deviceProfile: [],
} as const;
const ofLinesAtOnce = itemFieldsAtOnce("phone", "lines");

/** What a phone downloaded of itself, of a number on its lines or of its user's profile, with what holds as it is saved. */
export function withFieldsAtOnce(part: keyof typeof atOnce, downloaded: Fields, saved: Fields): Fields {
  const fields = Object.fromEntries(atOnce[part].map((field) => [field, saved[field]]));
  const lines = linesOf(downloaded).map((line) => lineAtOnce(line, linesOf(saved)));
  return { ...downloaded, ...fields, ...(lines.length > 0 ? { lines } : {}) };
}

function linesOf({ lines }: Fields): readonly Fields[] {
  return Array.isArray(lines) ? lines : [];
}

/** A line that was downloaded, with what holds at once of the one that is saved in its place, if it has the same number. */
function lineAtOnce(line: Fields, saved: readonly Fields[]): Fields {
  const now = saved.find(
    ({ index, directoryNumber }) => index === line.index && directoryNumber === line.directoryNumber,
  );
  return now ? { ...line, ...Object.fromEntries(ofLinesAtOnce.map((field) => [field, now[field]])) } : line;
}
