import type { Change, TableName, Tables } from "@/lib/callback/state/world";

interface Write<Name extends TableName = TableName> {
  readonly table: Name;
  readonly key: string;
  value: Tables[Name] | null;
}

/** A longer list is searched through an index. */
const longest = 16;

/**
 * What a step has written so far, in order, each thing once. A step writes a handful of things, so that a list is
 * the fastest; the few long ones keep an index.
 */
export class WriteSet {
  readonly #list: Write[] = [];
  #index: Map<TableName, Map<string, Write>> | null = null;

  /** What has been written there, null when it was removed; undefined when nothing was written. */
  get<Name extends TableName>(table: Name, key: string): Tables[Name] | null | undefined {
    return this.#find(table, key)?.value as Tables[Name] | null | undefined;
  }

  put<Name extends TableName>(table: Name, key: string, value: Tables[Name] | null): void {
    const earlier = this.#find(table, key);
    if (earlier) {
      earlier.value = value;
      return;
    }
    const write = { table, key, value };
    this.#list.push(write);
    if (this.#index) this.#remember(this.#index, write);
    else if (this.#list.length > longest) this.#startIndex();
  }

  /** The keys of a table that have been written. */
  keys(table: TableName): string[] {
    const keys: string[] = [];
    for (const write of this.#list) if (write.table === table) keys.push(write.key);
    return keys;
  }

  /** Everything that has been written. */
  get changes(): readonly Change[] {
    return this.#list as readonly Change[];
  }

  #find(table: TableName, key: string): Write | undefined {
    if (this.#index) return this.#index.get(table)?.get(key);
    for (const write of this.#list) if (write.table === table && write.key === key) return write;
    return undefined;
  }

  #startIndex(): void {
    const index = new Map<TableName, Map<string, Write>>();
    for (const write of this.#list) this.#remember(index, write);
    this.#index = index;
  }

  #remember(index: Map<TableName, Map<string, Write>>, write: Write): void {
    const rows = index.get(write.table);
    if (rows) rows.set(write.key, write);
    else index.set(write.table, new Map([[write.key, write]]));
  }
}
