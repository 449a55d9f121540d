import { leads, type Row } from "@/lib/state-table/state-table";

/** A row that was taken, of which table, and the states before and after. */
export interface Taken {
  readonly table: string;
  readonly row: string;
  readonly from: string;
  readonly to: string;
}

/** True in tests and while the program is developed: what is taken is held to its table. A bundle for production leaves it out. */
export const holdsToTables = process.env.NODE_ENV !== "production";

/** Told of every row that is taken while `holdsToTables`; tests draw from it which rows they take. */
export const observers = new Set<(taken: Taken) => void>();

/** What becomes of a state is not what its table says: a fault of the program, or of what it was told. */
export class RowRefused extends Error {}

/**
 * A state changes by a row of its table, or stays by one. Called only when `holdsToTables`.
 * @param event what happened, as the table names it
 * @throws RowRefused when the row does not lead there, or does not belong to the event
 */
export function takeRow<State extends string, Event extends string>(
  { table, row, from, to }: Taken & { readonly from: State; readonly to: State },
  { allowed, event }: { readonly allowed: Row<State, Event>; readonly event: Event },
): void {
  if (!leads(allowed, from, to)) throw new RowRefused(`${table}: ${row} does not lead from ${from} to ${to}`);
  if (!allowed.on.includes(event)) throw new RowRefused(`${table}: ${row} is not taken on ${event}`);
  for (const observe of observers) observe({ table, row, from, to });
}
