import type { Change, LinkTable, RouteTable, TableName, Tables, World } from "@/lib/callback/state/world";
import type { CachedRow, RowCache } from "@/lib/server/runtime/calls/row-cache";

/** Thrown by a step that reads what has not been loaded: load it and step again. */
export class RowNotLoaded extends Error {
  readonly table: TableName;
  readonly key: string;

  constructor(table: TableName, key: string) {
    super(`${table} ${key} is not loaded`);
    this.table = table;
    this.key = key;
  }
}

/** What follows from the saved configuration; read anew for every event and never stored with the calls. */
export interface ConfiguredRows {
  /** Undefined: not loaded; null: there is none. */
  get(table: TableName, key: string): unknown;
  readonly tables: ReadonlySet<TableName>;
  /** All keys of a table; null: not loaded. */
  keysOf(table: RouteTable): readonly string[] | null;
}

/** The keys of what is on a link, loaded beforehand. */
export type LinkKeys = Readonly<Record<LinkTable, readonly string[]>>;

/** The part of a cluster's world that some steps need: what is known of it, and what the steps wrote. */
export class WorkingSet implements World {
  readonly cluster: string;
  readonly #rowCache: RowCache;
  readonly #configured: ConfiguredRows;
  readonly #links: LinkKeys | null;
  readonly #marker: CachedRow | null;
  /** What was read, as it was read. */
  readonly read = new Map<TableName, Map<string, CachedRow>>();
  readonly written = new Map<TableName, Map<string, unknown>>();

  /**
   * @param marker the row `configured` as it was before the configuration was read, so that steps that rest on an older one
   * are not stored; null for looks
   */
  constructor(
    cluster: string,
    rowCache: RowCache,
    configured: ConfiguredRows,
    {
      links = null,
      marker = null,
    }: { readonly links?: LinkKeys | null; readonly marker?: CachedRow | null } = {},
  ) {
    this.cluster = cluster;
    this.#rowCache = rowCache;
    this.#configured = configured;
    this.#links = links;
    this.#marker = marker;
  }

  get<Name extends TableName>(table: Name, key: string): Tables[Name] | undefined {
    const written = this.written.get(table);
    if (written?.has(key)) return (written.get(key) ?? undefined) as Tables[Name] | undefined;
    return this.before(table, key);
  }

  /** As it was before the steps. */
  before<Name extends TableName>(table: Name, key: string): Tables[Name] | undefined {
    if (this.#configured.tables.has(table)) {
      if (this.#marker) rowsOf(this.read, "configured").set("", this.#marker);
      const value = this.#configured.get(table, key);
      if (value === undefined) throw new RowNotLoaded(table, key);
      return (value ?? undefined) as Tables[Name] | undefined;
    }
    return this.knownOf(table, key).value as Tables[Name] | undefined;
  }

  /** What is known of a row. @throws RowNotLoaded */
  knownOf(table: TableName, key: string): CachedRow {
    const rows = rowsOf(this.read, table);
    const seen = rows.get(key);
    if (seen) return seen;
    const row = table === "configured" && this.#marker ? this.#marker : this.#rowCache.get(table, key);
    if (!row) throw new RowNotLoaded(table, key);
    rows.set(key, row);
    return row;
  }

  /** The world as it was before the steps, for reading. */
  get start(): World {
    return {
      cluster: this.cluster,
      get: (table, key) => this.before(table, key),
      keysOfLink: this.keysOfLink,
      keysOf: this.keysOf,
    };
  }

  keysOfLink: World["keysOfLink"] = (table) => this.#links?.[table] ?? [];

  keysOf: World["keysOf"] = (table) => {
    const keys = this.#configured.keysOf(table);
    if (!keys) throw new RowNotLoaded(table, "");
    if (this.#marker) rowsOf(this.read, "configured").set("", this.#marker);
    return keys;
  };

  apply(changes: readonly Change[]): void {
    for (const { table, key, value } of changes) {
      rowsOf(this.written, table).set(key, value);
    }
  }
}

function rowsOf<Value>(tables: Map<TableName, Map<string, Value>>, table: TableName): Map<string, Value> {
  const rows = tables.get(table) ?? new Map<string, Value>();
  tables.set(table, rows);
  return rows;
}
