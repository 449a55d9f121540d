import type { Problem } from "@/lib/configuration/problem";
import { checkNewPassword } from "@/lib/configuration/user";
import { isCommonPassword } from "@/lib/server/auth/common-passwords";

/** All that is wrong with a new password of a user: the rules that the browser knows too, and that it is a common one. */
export function newPasswordProblems(
  password: string,
  userName: string,
  path: Problem["path"] = ["password"],
): Problem[] {
  const problems = checkNewPassword(password, userName, path);
  // One that is too short says enough by that.
  return problems.length === 0 && isCommonPassword(password) ? [{ path, code: "commonPassword" }] : problems;
}
