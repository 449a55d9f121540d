import { latency } from "./calls-latency.mjs";
import { restart } from "./calls-restart.mjs";
import { throughput } from "./calls-throughput.mjs";

/** Phones in use; the parts make databases and servers of their own, of the console as it was built last. */
export const calls = { name: "calls", run };

async function run(kinds) {
  const lines = [];
  if (kinds.includes("server")) lines.push(...(await throughput()));
  if (kinds.includes("embedded")) lines.push(...(await latency()), ...(await restart()));
  for (const { database, name, value, beside, ratio, isMet } of lines) {
    const numbers = [value, beside].map((number) => number.toFixed(1).padStart(10)).join("");
    console.log(
      `${database.padEnd(9)} ${name.padEnd(49)}${numbers}${ratio.toFixed(2).padStart(8)}${isMet ? "" : "  goal missed"}`,
    );
  }
  return lines;
}
