import { echo } from "@/lib/configuration/problem";
import { isUniqueViolation } from "@/lib/server/db/transaction";
import { Refusal } from "@/lib/server/errors";

/** The refusal of a name that another object has. */
export function takenName(name: string): Refusal {
  return new Refusal("nameTaken", {
    problems: [{ path: ["name"], code: "nameTaken", params: { name: echo(name) } }],
  });
}

/** Runs work that stores a name and says in the API's words when the name is taken. */
export async function refuseTakenName<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw isUniqueViolation(error) ? takenName(name) : error;
  }
}
