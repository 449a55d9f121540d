import { existsSync, lstatSync, readFileSync } from "node:fs";
import { userInfo } from "node:os";
import { dirname } from "node:path";

/**
 * What the system answered about a file, as a sentence with what stands in the way; null for any other error.
 * @param thrown an error of `node:fs` with `code` and `path`
 */
export function fileSentence({ code, path }: Readonly<Record<string, unknown>>): string | null {
  if (typeof path !== "string" || path === "") return null;
  switch (code) {
    case "EACCES":
    case "EPERM":
      return notAllowed(path);
    case "EROFS":
      return `Nothing can be written at ${path}: the file system is read-only there.`;
    case "ENOSPC":
    case "EDQUOT":
      return `There is no room left for ${path}.`;
    case "ENOTDIR":
      return `${deepestVisible(path)?.path ?? path} is not a folder.`;
    case "ENOENT":
      return `There is no ${firstMissing(path)}.`;
    default:
      return null;
  }
}

function notAllowed(path: string): string {
  const inTheWay = deepestVisible(path);
  const refused = `The account ${accountName(process.geteuid?.())} may not use ${inTheWay?.path ?? path}`;
  if (!inTheWay || inTheWay.owner === process.geteuid?.()) return `${refused}. Look at its permissions.`;
  return `${refused}, which belongs to the account ${accountName(inTheWay.owner)}.`;
}

/** The file, or the folder on the way to it that is not there. */
function firstMissing(path: string): string {
  let missing = path;
  while (missing !== dirname(missing) && !existsSync(dirname(missing))) missing = dirname(missing);
  return missing;
}

/** The file itself, or the folder on the way to it that does not let this account see or make it. */
function deepestVisible(path: string): { path: string; owner: number } | null {
  for (let visible = path; ; visible = dirname(visible)) {
    const owner = ownerOf(visible);
    if (owner !== null) return { path: visible, owner };
    if (visible === dirname(visible)) return null;
  }
}

/** The number of the account that owns a file; null when it cannot be seen. */
export function ownerOf(path: string): number | null {
  try {
    return lstatSync(path).uid;
  } catch {
    return null;
  }
}

/** The name of an account, or its number when it has none here. */
export function accountName(account: number | undefined): string {
  if (account === undefined) return userInfo().username;
  return namesOfAccounts().get(account) ?? String(account);
}

function namesOfAccounts(): Map<number, string> {
  try {
    const lines = readFileSync("/etc/passwd", "utf8").split("\n");
    return new Map(lines.map((line) => line.split(":")).map(([name = "", , uid]) => [Number(uid), name]));
  } catch {
    return new Map();
  }
}
