import { ask, percentiles, timeOf } from "./measure.mjs";

/** What people type into the search of the console: what many phones have, few, none, and what is mistyped. */
const texts = {
  "a name": "SEPC4CA4238A0B9",
  "the beginning of every name": "sep",
  "part of a name": "b0b",
  "one digit": "7",
  "two digits": "47",
  "a number": "20350007",
  "part of a number": "471",
  "two words of many descriptions": "kim seoul",
  "a word of many descriptions, and what none has": "busan nosuchtext",
  "two letters of few": "zq",
  "what nothing has": "nosuchtext",
  "a mistyped word of many descriptions": "seuol legla",
  "a mistyped word that many are like": "dagu",
  "six words": "a e i o u s",
};
const goalMilliseconds = 200;

/** How long the search of the console takes for each of these: a line a text. */
export async function* searchTimes({ headers }, samples = 20) {
  for (const [what, text] of Object.entries(texts)) {
    const address = `/search?text=${encodeURIComponent(text)}`;
    const times = [];
    for (let sample = 0; sample < samples; sample++) times.push(await timeOf(() => ask(address, headers)));
    const value = percentiles(times).p95;
    yield {
      name: `search, ${what}, p95, ms`,
      ...{ value, beside: goalMilliseconds, isMet: value <= goalMilliseconds },
    };
  }
}
