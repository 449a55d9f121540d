import { nameKey } from "@/lib/configuration/text-rules";

const lastTurns = new Map<string, Promise<unknown>>();

/** Runs work for one user name after all earlier work for that name; the outcome of earlier work does not matter. */
export async function inTurn<Result>(userName: string, work: () => Promise<Result>): Promise<Result> {
  const key = nameKey(userName);
  const turn = (lastTurns.get(key) ?? Promise.resolve()).then(work, work);
  lastTurns.set(key, turn);
  try {
    return await turn;
  } finally {
    if (lastTurns.get(key) === turn) lastTurns.delete(key);
  }
}
