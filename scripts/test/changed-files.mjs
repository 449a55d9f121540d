// What differs from main, for `npm test -- --changed`.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** What git prints, by its zero-terminated parts; null when it refuses. */
function git(...args) {
  try {
    const output = execFileSync("git", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    return output.split("\0").filter(Boolean);
  } catch {
    return null;
  }
}

/** Where the branch left main: that of the remote, or else the one that is here. */
function baseOfBranch() {
  const [found] = git("merge-base", "HEAD", "origin/main") ?? git("merge-base", "HEAD", "main") ?? ["HEAD"];
  return found.trim();
}

/**
 * The paths that differ from where the branch left main: committed or not, new and deleted ones too.
 * @returns {string[] | null} null where there is no git to ask
 */
export function changedFiles() {
  const differing = git("diff", "--name-only", "--no-renames", "-z", baseOfBranch());
  const untracked = git("ls-files", "--others", "--exclude-standard", "-z");
  return differing && untracked && [...new Set([...differing, ...untracked])].sort();
}

/** The sources that are there, by path. */
export function sources() {
  const paths = git("ls-files", "--cached", "--others", "--exclude-standard", "-z") ?? [];
  const code = paths.filter((path) => /\.(tsx?|mjs|json)$/.test(path) && existsSync(path));
  return new Map(code.map((path) => [path, readFileSync(path, "utf8")]));
}
