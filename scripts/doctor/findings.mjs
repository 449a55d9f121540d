// What the doctor can say of one thing, and how all of it is printed.

/**
 * `ok`; `wrong`: without it the console does not start or run; `hint`: it runs, but something else would not.
 * @typedef {{ readonly verdict: "ok" | "wrong" | "hint", readonly about: string, readonly says: string, readonly todo: string }} Finding
 */

/** @returns {Finding} */
export const ok = (about, says) => ({ verdict: "ok", about, says, todo: "" });
/** @param {string} todo what to do; empty where the sentence says it already @returns {Finding} */
export const wrong = (about, says, todo = "") => ({ verdict: "wrong", about, says, todo });
/** @param {string} todo what to do; empty where the sentence says it already @returns {Finding} */
export const hint = (about, says, todo = "") => ({ verdict: "hint", about, says, todo });

/**
 * All findings as they are printed, and the code that the command ends with: 1 when something is wrong.
 * @param {readonly Finding[]} findings
 */
export function reportOf(findings) {
  const width = Math.max(...findings.map(({ about }) => about.length));
  const count = (verdict) => findings.filter((finding) => finding.verdict === verdict).length;
  const lines = findings.flatMap(({ verdict, about, says, todo }) => [
    `${verdict.padEnd(5)}  ${about.padEnd(width)}  ${says}`,
    ...(todo === "" ? [] : [`${" ".repeat(width + 9)}→ ${todo}`]),
  ]);
  const last = `${count("ok")} ok, ${count("wrong")} wrong, ${count("hint")} to know`;
  return { text: `${[...lines, "", last].join("\n")}\n`, code: count("wrong") > 0 ? 1 : 0 };
}
