import type { Phone } from "@/lib/callback/state/phone";
import type { TableName } from "@/lib/callback/state/world";
import type { Device } from "@/lib/devices/device";
import { LruCache } from "@/lib/server/concurrency/lru-cache";

/** The running side of a phone of this cluster, from which its engine entity follows. */
export interface CachedDevice {
  readonly phoneId: string;
  readonly device: Device;
  /** Null for a phone that the transaction holds: nobody else can change it. */
  readonly version: string | null;
}

/** One row of the world as it was read; `value` is undefined when there is none. */
export interface CachedRow {
  readonly value: unknown;
  /** Place of the event that wrote it; null: it is not stored. */
  readonly version: string | null;
  readonly device?: CachedDevice;
  /** Of a phone: what it is without anything stored. */
  readonly base?: Phone;
}

const mostRows = 100_000;

/** What a process has read of one cluster; never trusted without being checked when a step is stored. */
export class RowCache {
  readonly #rows = new LruCache<string, CachedRow>(mostRows);

  get(table: TableName, key: string): CachedRow | undefined {
    return this.#rows.get(`${table} ${key}`);
  }

  set(table: TableName, key: string, row: CachedRow): void {
    this.#rows.set(`${table} ${key}`, row);
  }

  invalidate(table: string, key: string): void {
    this.#rows.delete(`${table} ${key}`);
  }
}
