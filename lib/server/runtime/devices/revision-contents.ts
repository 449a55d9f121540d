import { type HeldReference, reassigned, referencesIn } from "@/lib/configuration/references";
import type { ConfigurationSnapshot, RevisionReference } from "@/lib/devices/device";
import { type OldName, presentNames } from "@/lib/server/db/configuration/present-names";
import { findContentsById } from "@/lib/server/db/configuration/read-many";
import type { StoredFields } from "@/lib/server/db/configuration/table";
import { tables } from "@/lib/server/db/configuration/tables";
import { findRevisionsByReference } from "@/lib/server/db/device/revisions";
import type { Transaction } from "@/lib/server/db/transaction";

/** The kinds whose contents make up what a phone downloads. */
const kinds = [
  "phone",
  "softkeyTemplate",
  "phoneButtonTemplate",
  "commonDeviceConfiguration",
  "deviceProfile",
  "directoryNumber",
] as const;
export type DownloadedKind = (typeof kinds)[number];

/** The content of a revision, or undefined when nobody has it. */
export type ContentOf = (kind: DownloadedKind, reference: RevisionReference) => StoredFields | undefined;

const entry = (kind: DownloadedKind, { id, number }: RevisionReference) => JSON.stringify([kind, id, number]);

/** Every revision that a snapshot names, with its kind. */
export function referencesOf(snapshot: ConfigurationSnapshot) {
  const { phone, softkeyTemplate, phoneButtonTemplate, commonDeviceConfiguration, deviceProfile } = snapshot;
  const single = [
    { kind: "phone", reference: phone },
    { kind: "softkeyTemplate", reference: softkeyTemplate },
    { kind: "phoneButtonTemplate", reference: phoneButtonTemplate },
    { kind: "commonDeviceConfiguration", reference: commonDeviceConfiguration },
    { kind: "deviceProfile", reference: deviceProfile },
  ] as const;
  return [
    ...single.flatMap(({ kind, reference }) => (reference ? [{ kind, reference }] : [])),
    ...snapshot.directoryNumbers.map((reference) => ({ kind: "directoryNumber" as const, reference })),
  ];
}

function idsByKind(snapshots: readonly ConfigurationSnapshot[]) {
  const all = snapshots.flatMap(referencesOf);
  return (wanted: DownloadedKind) => [
    ...new Set(all.filter(({ kind }) => kind === wanted).map(({ reference }) => reference.id)),
  ];
}

/** The contents as they are saved now, whatever revision is asked for. */
export async function savedContents(
  transaction: Transaction,
  snapshots: readonly ConfigurationSnapshot[],
  ofKinds: readonly DownloadedKind[] = kinds,
): Promise<ContentOf> {
  const ids = idsByKind(snapshots);
  const found = new Map<string, StoredFields>();
  for (const kind of ofKinds) {
    for (const [id, content] of await findContentsById(transaction, tables[kind], ids(kind)))
      found.set(JSON.stringify([kind, id]), content);
  }
  return (kind, { id }) => found.get(JSON.stringify([kind, id]));
}

/** The contents of old revisions, with the names that they hold as those objects are called now. */
export async function revisionContents(
  transaction: Transaction,
  snapshots: readonly ConfigurationSnapshot[],
): Promise<ContentOf> {
  const wanted = [
    ...new Map(
      snapshots
        .flatMap(referencesOf)
        .map(({ kind, reference }) => [entry(kind, reference), { entity: kind, ...reference }]),
    ).values(),
  ];
  const revisions = await findRevisionsByReference(transaction, wanted);
  const read = revisions.map(({ entity, entityId, number, content, at }) => ({
    ...{ kind: entity as DownloadedKind, reference: { id: entityId, number }, at },
    content: content as StoredFields,
    held: referencesIn(entity as DownloadedKind, content).filter(isRenamable),
  }));
  const presentName = await presentNames(
    transaction,
    read.flatMap(({ held, at }) => held.map(({ to, name }) => ({ kind: to, name, at }))),
  );
  const contents = new Map(
    read.map(({ kind, reference, content, held, at }) => {
      const named = held.reduce((before, { to, name }) => {
        const present = presentName({ kind: to, name, at });
        return present === name ? before : reassigned(kind, before, to, name, present);
      }, content);
      return [entry(kind, reference), named];
    }),
  );
  return (kind, reference) => contents.get(entry(kind, reference));
}

/** A directory number is named by its pattern: another one is another number on the phone. */
function isRenamable(held: HeldReference): held is HeldReference & { to: OldName["kind"] } {
  return held.to !== "directoryNumber";
}
