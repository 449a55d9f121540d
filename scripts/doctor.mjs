// Says what is missing on this machine and what to do about it; changes nothing. Ends with code 1 when something is wrong
// without which the console does not run. Plain JavaScript on any Node from 18, since it is asked when little is there.
// Usage: npm run doctor
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { hint, reportOf, wrong } from "./doctor/findings.mjs";
import { lookAtMachine, lookAtSetup } from "./doctor/machine.mjs";
import { bundledNode, root } from "./setup/steps.mjs";

/** What only the program itself can judge; it needs its packages. */
function lookAtProgram() {
  const about = "the program";
  if (!existsSync(bundledNode) || !existsSync(join(root, "lib/server/db/generated/client.ts")))
    return [hint(about, "settings, data and port were not looked at", "Set up first, then ask again.")];
  const args = ["--disable-warning=ExperimentalWarning", join(root, "scripts/doctor/program.mjs")];
  const { status, stdout, stderr, error } = spawnSync(bundledNode, args, {
    encoding: "utf8",
    timeout: 120_000,
  });
  if (status === 0) return JSON.parse(stdout);
  const reason = /^\w*Error.*$/m.exec(stderr ?? "")?.[0] ?? error?.message ?? `ended with ${status}`;
  return [wrong(about, `cannot look at itself: ${reason}`, "node scripts/setup.mjs")];
}

const { text, code } = reportOf([...lookAtSetup(), ...lookAtMachine(), ...lookAtProgram()]);
process.stdout.write(text);
process.exit(code);
