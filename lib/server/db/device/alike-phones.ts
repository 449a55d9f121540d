/** Phones by their names, or by the group of items that has the names. */
export type NamedPhones = readonly string[] | { readonly itemGroupId: string };

/** Phones that the transaction holds and to which the same things happen in the same way. */
export interface AlikePhones {
  /** Stands for all; the place of its item, null when they have no actions. */
  readonly first: { readonly phoneId: string; readonly position: number | null };
  readonly count: number;
  /** The job whose items are the actions that the phones get or carry, one each; null: they have none. */
  readonly jobId: string | null;
  /** The group to which all those items belong; null when each is where it is. */
  readonly itemGroupId: string | null;
  readonly stored: StoredTogether | StoredEach;
}

/** They are those who share a state, and the items of the group are theirs. */
export interface StoredTogether {
  readonly kind: "together";
  /** Of the state. */
  readonly id: string;
}

/** Each has a state of its own, or shares one with others too. */
export interface StoredEach {
  readonly kind: "each";
  readonly phoneIds: readonly string[];
  readonly names: readonly string[];
  /** Of the items of their actions. */
  readonly positions: readonly number[];
  /** What lets them share a state from now on; null: they cannot. */
  readonly likeness: string | null;
}
