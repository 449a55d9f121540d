import type { NewChangeEvent } from "@/lib/server/db/call/store";

/** A phone that is gone, or has another name since. */
export interface RemovedPhone {
  readonly phone: string;
  readonly renamedTo: string | null;
}

/** What is gone. */
export interface Removal {
  readonly phones: readonly RemovedPhone[];
  /** By their ids. */
  readonly jobs: readonly string[];
}

/** That something is gone; nothing when that is nothing. */
export function removalChanges({ phones = [], jobs = [] }: Partial<Removal>): NewChangeEvent[] {
  if (phones.length + jobs.length === 0) return [];
  return [{ topic: "removed", subject: "", content: { phones, jobs } }];
}

/** That these phones show something else, though nothing has happened in a call; nothing for no phones. */
export function lookChanges(phones: readonly string[]): NewChangeEvent[] {
  return phones.length === 0 ? [] : [{ topic: "look", subject: "", content: { phones } }];
}
