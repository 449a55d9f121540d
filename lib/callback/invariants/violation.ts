/** The properties of docs/engine.md, but for S14, which needs a whole history. */
export type Property = `S${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 13}` | `L${1 | 2 | 3 | 4 | 5}`;

/** A property that does not hold. */
export interface Violation {
  readonly property: Property;
  readonly what: string;
}

/** Collects violations: `unless(condition, property, what)`. */
export class Violations {
  readonly found: Violation[] = [];

  unless(holds: boolean, property: Property, what: string): void {
    if (!holds) this.found.push({ property, what });
  }
}
