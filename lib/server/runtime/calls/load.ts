import type { Call } from "@/lib/callback/state/call";
import type { Phone } from "@/lib/callback/state/phone";
import type { CallBackRequest, ServedRequest, TimerKind, Waiter, Watch } from "@/lib/callback/state/request";
import { timerId } from "@/lib/callback/state/step-context";
import type { TableName } from "@/lib/callback/state/world";
import { remotePhoneName } from "@/lib/configuration/remote-cluster";
import { nameKey } from "@/lib/configuration/text-rules";
import { loadRows } from "@/lib/server/db/call/load";
import { findDevicesByKey, type VersionedDevice } from "@/lib/server/db/device/state";
import type { Transaction } from "@/lib/server/db/transaction";
import { idlePhoneOf, withDeviation } from "@/lib/server/runtime/calls/phone-base";
import type { RemoteConfiguration } from "@/lib/server/runtime/calls/remote-configuration";
import type { CachedRow, RowCache } from "@/lib/server/runtime/calls/row-cache";
import type { RunningConfigurationCache } from "@/lib/server/runtime/calls/running-configuration-cache";
import { absent } from "@/lib/server/runtime/calls/surely-absent";

/** A row of the world by its table and key. */
export type RowKey = readonly [table: TableName, key: string];

/** What a step that reads a row is likely to read next. */
export function related(table: TableName, key: string, value: unknown): RowKey[] {
  if (value === undefined) return table === "watches" ? [["timers", timerId("guard", key)]] : [];
  switch (table) {
    case "phones": {
      const { name, calls, request, replacement, running } = value as Phone;
      return [
        ...calls.map((id): RowKey => ["calls", id]),
        ...[request, replacement].flatMap((id): RowKey[] => (id ? [["requests", id]] : [])),
        ...running.lines.flatMap(({ number }): RowKey[] => [
          ["watches", number],
          ["lines", number],
        ]),
        ["timers", timerId("question", name)],
      ];
    }
    case "calls": {
      const call = value as Call;
      const ends = [call.caller, call.callee].flatMap((end) => (end?.kind === "phone" ? [end.phone] : []));
      return [
        ...[...ends, ...call.ringing].map((name): RowKey => ["phones", name]),
        ...timersOf(call.id, ["noAnswer", "voiceMail", "interDigit"]),
        ...(call.request ? [["requests", call.request] as const] : []),
      ];
    }
    case "requests": {
      const { id, originator, target } = value as CallBackRequest;
      return [
        ["phones", originator.phone],
        ["waiters", id],
        ...timersOf(id, ["T1", "T2", "T3"]),
        ...(target.kind === "local" ? [["watches", target.watched] as const] : []),
      ];
    }
    case "served": {
      const { id, watched } = value as ServedRequest;
      return [["waiters", id], ["watches", watched], ...timersOf(id, ["T2", "T3"])];
    }
    case "watches": {
      const { first, number } = value as Watch;
      return [...(first ? waiting(first) : []), ["timers", timerId("guard", number)], ["lines", number]];
    }
    case "waiters": {
      const { next, previous } = value as Waiter;
      return [next, previous].flatMap((id) => (id ? waiting(id) : []));
    }
    case "lines":
      return (value as { phones: readonly string[] }).phones.map((name): RowKey => ["phones", name]);
    default:
      return [];
  }
}

/** The timer itself and what it is about: its id tells both. */
export function ofTimer(id: string): RowKey[] {
  const at = id.indexOf(":");
  const [kind, owner] = [id.slice(0, at) as TimerKind, id.slice(at + 1)];
  return [["timers", id], ...tablesOf(kind).map((table): RowKey => [table, owner])];
}

function tablesOf(kind: TimerKind): readonly TableName[] {
  switch (kind) {
    case "T1":
    case "T2":
    case "T3":
      return ["requests", "served"];
    case "guard":
      return ["watches"];
    case "question":
      return ["phones"];
    case "noAnswer":
    case "voiceMail":
    case "interDigit":
      return ["calls"];
  }
}

function waiting(id: string): RowKey[] {
  return [
    ["waiters", id],
    ["requests", id],
    ["served", id],
  ];
}

function timersOf(owner: string, kinds: readonly TimerKind[]): RowKey[] {
  return kinds.map((kind) => ["timers", timerId(kind, owner)]);
}

/** Where rows come from: the database, what phones run, and another cluster's configuration when it is one. */
export interface RowSource {
  readonly transaction: Transaction;
  readonly runningConfigurations: RunningConfigurationCache;
  readonly remote: RemoteConfiguration | null;
}

/** What tells whether the configuration has taken effect since; to be read before the configuration is. */
export async function loadMarker(
  transaction: Transaction,
  cluster: string,
  rowCache: RowCache,
): Promise<CachedRow> {
  const marker = rowCache.get("configured", "");
  if (marker) return marker;
  const entities = [{ kind: "configured", key: "" }];
  const rows = await loadRows(transaction, cluster, { entities, requests: [], timers: [], lines: [] });
  const [row] = rows.entities;
  const loaded = row ? { value: row.value, version: row.version } : absent;
  rowCache.set("configured", "", loaded);
  return loaded;
}

/** Loads rows and, in a second look, what they lead to; rows that are known already stay as they are. */
export async function loadIntoCache(
  source: RowSource,
  rowCache: RowCache,
  keys: readonly RowKey[],
): Promise<void> {
  const first = await loadOnce(source, rowCache, keys);
  const next = first.flatMap(([table, key]) => related(table, key, rowCache.get(table, key)?.value));
  await loadOnce(source, rowCache, next);
}

async function loadOnce(source: RowSource, rowCache: RowCache, keys: readonly RowKey[]): Promise<RowKey[]> {
  const unique = new Map(keys.map((key) => [key.join(" "), key]));
  const wanted = [...unique.values()].filter(
    ([table, key]) => !rowCache.get(table, key) && !(source.remote && table === "lines"),
  );
  if (wanted.length === 0) return [];
  const of = (name: TableName) => wanted.filter(([table]) => table === name).map(([, key]) => key);
  const separate = new Set<TableName>(["requests", "timers", "lines"]);
  const cluster = source.remote?.name ?? "";
  const devices = source.remote ? [] : await devicesOf(source, of("phones"));
  const rows = await loadRows(source.transaction, cluster, {
    entities: wanted.filter(([table]) => !separate.has(table)).map(([kind, key]) => ({ kind, key })),
    requests: of("requests"),
    timers: of("timers"),
    lines: of("lines"),
  });
  const found = new Map<string, CachedRow>();
  for (const { kind, key, value, version } of rows.entities) found.set(`${kind} ${key}`, { value, version });
  for (const { key, value, version } of rows.requests) found.set(`requests ${key}`, { value, version });
  for (const { timer, version } of rows.timers) found.set(`timers ${timer.id}`, { value: timer, version });
  for (const line of rows.lines) found.set(`lines ${line.number}`, { value: line, version: null });
  const phoneKnown = source.remote
    ? (name: string, row: CachedRow) => remoteKnown(source.remote, name, row)
    : await homeKnown(source, devices);
  for (const [table, key] of wanted) {
    const row = found.get(`${table} ${key}`) ?? absent;
    rowCache.set(table, key, shape(table, key, row, phoneKnown, source.remote));
  }
  return wanted;
}

type PhoneKnown = (name: string, row: CachedRow) => CachedRow;

function shape(
  table: TableName,
  key: string,
  row: CachedRow,
  phoneKnown: PhoneKnown,
  remote: RemoteConfiguration | null,
): CachedRow {
  if (table === "phones") return phoneKnown(key, row);
  // A number of another cluster whose forwarding was changed on its phone.
  if (table === "numbers" && remote && row.value === undefined)
    return { ...row, value: remote.numberOf(key)?.number };
  return row;
}

async function devicesOf({ transaction }: RowSource, names: readonly string[]): Promise<VersionedDevice[]> {
  return names.length === 0 ? [] : findDevicesByKey(transaction, names.map(nameKey));
}

async function homeKnown(
  { transaction, runningConfigurations }: RowSource,
  devices: readonly VersionedDevice[],
): Promise<PhoneKnown> {
  const running = await runningConfigurations.of(
    transaction,
    devices.flatMap(({ device }) => (device.running ? [device.running] : [])),
  );
  const byName = new Map(devices.map((device) => [device.name, device]));
  return (name, row) => {
    const stored = byName.get(name);
    if (!stored) return absent;
    const { phoneId, device, version, dnd } = stored;
    const base = idlePhoneOf(name, device, running.get(phoneId) ?? null, dnd);
    return {
      value: withDeviation(base, row.value),
      version: row.version,
      device: { phoneId, device, version },
      base,
    };
  };
}

function remoteKnown(remote: RemoteConfiguration | null, name: string, row: CachedRow): CachedRow {
  const pattern = name.slice((remote?.name.length ?? 0) + 1);
  const base = remote?.numberOf(pattern)?.phone;
  if (!remote || !base || name !== remotePhoneName(remote.name, pattern)) return absent;
  return { value: withDeviation(base, row.value), version: row.version, base };
}
