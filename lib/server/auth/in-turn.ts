const lastTurns = new Map<string, Promise<unknown>>();

/** Runs work after all earlier work in the same line; the outcome of earlier work does not matter. */
export async function inTurn<Result>(line: string, work: () => Promise<Result>): Promise<Result> {
  const turn = (lastTurns.get(line) ?? Promise.resolve()).then(work, work);
  lastTurns.set(line, turn);
  try {
    return await turn;
  } finally {
    if (lastTurns.get(line) === turn) lastTurns.delete(line);
  }
}
