import { type Expression, type SqlBool, sql } from "kysely";
import type { PhoneContent } from "@/lib/configuration/phone";
import {
  type ConfigurationSnapshot,
  type Device,
  type DeviceTimer,
  type Interrupting,
  type Login,
  type Phase,
  type RevisionReference,
  registrationOf,
} from "@/lib/devices/device";
import type { RegistrationReason } from "@/lib/devices/registration-reasons";
import { deleteApplied } from "@/lib/server/db/device/unapplied-change";
import { insertRows, type NewRow, updateRows } from "@/lib/server/db/insert-rows";
import { sqlIn } from "@/lib/server/db/kysely";
import type { Transaction } from "@/lib/server/db/transaction";

/** The running side of one phone, with what names the phone. */
export interface StoredDevice {
  readonly phoneId: string;
  readonly name: string;
  readonly device: Device;
}

interface DeviceRow {
  phoneId: string;
  name: string;
  phase: Phase;
  isPartial: boolean;
  reason: RegistrationReason | null;
  lastRegisteredAt: Date | null;
  calls: number;
  phoneRevision: number | null;
  softkeyTemplateId: string | null;
  softkeyTemplateRevision: number | null;
  phoneButtonTemplateId: string | null;
  phoneButtonTemplateRevision: number | null;
  commonDeviceConfigurationId: string | null;
  commonDeviceConfigurationRevision: number | null;
  deviceProfileId: string | null;
  deviceProfileRevision: number | null;
  loginProfileId: string | null;
  loginUserId: string | null;
  directoryNumbers: RevisionReference[] | null;
  postponed: Interrupting | null;
  underway: Interrupting | null;
  timerKind: DeviceTimer["kind"] | null;
  dueAt: Date | null;
  queuedAt: Date | null;
}

const reference = (id: string | null, number: number | null): RevisionReference | null =>
  id === null || number === null ? null : { id, number };

function runningOf(row: DeviceRow): ConfigurationSnapshot | null {
  const phoneButtonTemplate = reference(row.phoneButtonTemplateId, row.phoneButtonTemplateRevision);
  if (row.phoneRevision === null || phoneButtonTemplate === null) return null;
  return {
    phone: { id: row.phoneId, number: row.phoneRevision },
    softkeyTemplate: reference(row.softkeyTemplateId, row.softkeyTemplateRevision),
    phoneButtonTemplate,
    commonDeviceConfiguration: reference(
      row.commonDeviceConfigurationId,
      row.commonDeviceConfigurationRevision,
    ),
    deviceProfile: reference(row.deviceProfileId, row.deviceProfileRevision),
    directoryNumbers: row.directoryNumbers ?? [],
  };
}

function loginOf({ loginProfileId, loginUserId }: DeviceRow): Login | null {
  return loginProfileId === null ? null : { profile: loginProfileId, userId: loginUserId ?? "" };
}

function timerOf({ timerKind: kind, dueAt }: DeviceRow): DeviceTimer | null {
  return kind && dueAt ? { kind, dueAt: dueAt.getTime() } : null;
}

function storedOf(row: DeviceRow): StoredDevice {
  const { phoneId, name, phase, isPartial, reason, calls, postponed, underway } = row;
  const device: Device = {
    phase,
    isPartial,
    reason,
    calls,
    postponed,
    underway,
    lastRegisteredAt: row.lastRegisteredAt?.getTime() ?? null,
    running: runningOf(row),
    login: loginOf(row),
    timer: timerOf(row),
    queuedAt: row.queuedAt?.getTime() ?? null,
  };
  return { phoneId, name, device };
}

const date = (instant: number | null | undefined) => (instant == null ? null : new Date(instant));

/** The columns in which a snapshot is stored. */
function snapshotColumns(running: ConfigurationSnapshot | null): NewRow {
  return {
    phoneRevision: running?.phone.number ?? null,
    softkeyTemplateId: running?.softkeyTemplate?.id ?? null,
    softkeyTemplateRevision: running?.softkeyTemplate?.number ?? null,
    phoneButtonTemplateId: running?.phoneButtonTemplate.id ?? null,
    phoneButtonTemplateRevision: running?.phoneButtonTemplate.number ?? null,
    commonDeviceConfigurationId: running?.commonDeviceConfiguration?.id ?? null,
    commonDeviceConfigurationRevision: running?.commonDeviceConfiguration?.number ?? null,
    deviceProfileId: running?.deviceProfile?.id ?? null,
    deviceProfileRevision: running?.deviceProfile?.number ?? null,
    directoryNumbers: running?.directoryNumbers ?? null,
  };
}

/** The columns in which the running side of a phone is stored. */
export function deviceColumns(device: Device): NewRow {
  const { phase, isPartial, reason, lastRegisteredAt, calls, postponed, underway, timer, queuedAt } = device;
  return {
    loginProfileId: device.login?.profile ?? null,
    loginUserId: device.login?.userId ?? null,
    ...{ phase, isPartial, reason, calls, postponed, underway },
    registration: registrationOf(device),
    lastRegisteredAt: date(lastRegisteredAt),
    ...snapshotColumns(device.running),
    timerKind: timer?.kind ?? null,
    dueAt: date(timer?.dueAt),
    queuedAt: date(queuedAt),
  };
}

/** Stores new phones, plugged in: they wait for the registration limiter since then. */
export async function insertDevices(
  transaction: Transaction,
  phoneIds: readonly string[],
  queuedAt: Date,
): Promise<void> {
  const rows = phoneIds.map((phoneId) => ({
    ...{ phoneId, phase: "waiting", isPartial: false, registration: "neverRegistered", calls: 0, queuedAt },
  }));
  await insertRows(transaction, "DeviceState", rows);
}

/** Stores what phones have become, each for itself; the caller holds them. */
export async function saveDevices(
  transaction: Transaction,
  devices: readonly Pick<StoredDevice, "phoneId" | "device">[],
): Promise<void> {
  if (devices.length === 0) return;
  await updateRows(
    transaction,
    "DeviceState",
    devices.map(({ phoneId, device }) => ({ phoneId, ...deviceColumns(device) })),
    { key: "phoneId" },
  );
  await deleteApplied(
    transaction,
    devices.map(({ phoneId }) => phoneId),
  );
}

const selectedColumns = [
  ...(["s.phoneId", "s.phase", "s.isPartial", "s.reason", "s.lastRegisteredAt", "s.calls"] as const),
  ...(["s.phoneRevision", "s.softkeyTemplateId", "s.softkeyTemplateRevision"] as const),
  ...(["s.phoneButtonTemplateId", "s.phoneButtonTemplateRevision"] as const),
  ...(["s.commonDeviceConfigurationId", "s.commonDeviceConfigurationRevision"] as const),
  ...(["s.deviceProfileId", "s.deviceProfileRevision", "s.loginProfileId", "s.loginUserId"] as const),
  ...(["s.directoryNumbers", "s.postponed", "s.underway", "s.timerKind", "s.dueAt", "s.queuedAt"] as const),
] as const;

async function selectDevices(
  transaction: Transaction,
  condition: Expression<SqlBool>,
): Promise<VersionedDevice[]> {
  const rows = await sqlIn(transaction)
    .selectFrom("DeviceState as s")
    .innerJoin("Phone as p", "p.id", "s.phoneId")
    .select([...selectedColumns, "p.name"])
    .select([
      sql<string>`s.xmin::text`.as("version"),
      sql<VersionedDevice["dnd"]>`p."settings" -> 'dnd'`.as("dnd"),
    ])
    .where(condition)
    .orderBy("s.phoneId")
    .$castTo<DeviceRow & Pick<VersionedDevice, "version" | "dnd">>()
    .execute();
  return rows.map((row) => ({ ...storedOf(row), version: row.version, dnd: row.dnd }));
}

/**
 * Keeps phones from being changed by others until the transaction ends; in the order of ids, so that two who take the same
 * phones do not wait for each other.
 */
export async function holdDevices(transaction: Transaction, phoneIds: readonly string[]): Promise<void> {
  await transaction.$queryRaw`SELECT count(*)::int FROM (SELECT 1 FROM "DeviceState" s
    WHERE s."phoneId" = ANY(${[...phoneIds]}::text[]) ORDER BY s."phoneId" FOR NO KEY UPDATE) h`;
}

/** Phones by id, kept from being changed by others until the transaction ends; those that are gone are left out. */
export async function lockDevices(
  transaction: Transaction,
  phoneIds: readonly string[],
): Promise<StoredDevice[]> {
  if (phoneIds.length === 0) return [];
  await holdDevices(transaction, phoneIds);
  return findDevices(transaction, phoneIds);
}

/** Phones by id, as they are now. */
export async function findDevices(
  transaction: Transaction,
  phoneIds: readonly string[],
): Promise<StoredDevice[]> {
  return selectDevices(transaction, sql<SqlBool>`s."phoneId" = ANY(${[...phoneIds]}::text[])`);
}

/** A phone with the version of its state, which changes whenever the state does. */
export interface VersionedDevice extends StoredDevice {
  readonly version: string;
  /** As it is saved. */
  readonly dnd: PhoneContent["dnd"];
}

/** Phones by their names (folded), each with the version of its state. */
export async function findDevicesByKey(
  transaction: Transaction,
  keys: readonly string[],
): Promise<VersionedDevice[]> {
  return selectDevices(transaction, sql<SqlBool>`p."key" = ANY(${[...keys]}::text[])`);
}

/** The ids of the phones with some names (folded), by name. */
export async function phoneIdsOf(
  transaction: Transaction,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await transaction.$queryRaw<{ id: string; key: string }[]>`
    SELECT "id", "key" FROM "Phone" WHERE "key" = ANY(${[...keys]}::text[])`;
  return new Map(rows.map(({ id, key }) => [key, id]));
}
