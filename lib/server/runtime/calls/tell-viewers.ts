import type { NewAnnouncement } from "@/lib/server/db/call/store";
import type { NamedPhones } from "@/lib/server/db/device/alike-phones";

/** A phone that is gone, or has another name since. */
export interface RemovedPhone {
  readonly phone: string;
  readonly renamedTo: string | null;
}

/** What viewers are told of what is gone. */
export interface Removal {
  readonly phones: readonly RemovedPhone[];
  /** By their ids. */
  readonly jobs: readonly string[];
}

/** Tells viewers what is gone; nothing when that is nothing. */
export function removalNews({ phones = [], jobs = [] }: Partial<Removal>): NewAnnouncement[] {
  if (phones.length + jobs.length === 0) return [];
  return [{ topic: "removed", subject: "", content: { phones, jobs } }];
}

/** Tells viewers that these phones show something else, though nothing has happened in a call; nothing for no phones. */
export function lookNews(phones: NamedPhones): NewAnnouncement[] {
  if ("itemGroupId" in phones) return [{ topic: "look", subject: "", content: {}, ...phones }];
  return phones.length === 0 ? [] : [{ topic: "look", subject: "", content: { phones } }];
}
