// The console as it was built last, on a database of 30 phones and on that of the benchmark.
import { readFileSync } from "node:fs";
import { fillPhones } from "./phones-fill.mjs";

const { newDataDir, removeDataDir, startServer, stopServer } = await import("@/e2e/fixtures/server");

const starts = 5;
const few = 30;
const rounds = 5;
const goals = { startMilliseconds: 1_000, megabytes: 150 };
/** What somebody looks at: lists in their orders, searches, and what the bar of every page counts. */
const pages = [
  ...["name", "description", "directoryNumber", "devicePool", "-updatedAt"].map(
    (sort) => `phones?limit=250&sort=${sort}`,
  ),
  ...["name:contains:b0b", "description:contains:lobby", "directoryNumber:beginsWith:203"].map(
    (where) => `phones?limit=250&where=${where}`,
  ),
  ...[
    "phones/pending-apply?limit=50",
    "directory-numbers?limit=250",
    "jobs?limit=50",
    "device-pools?limit=50",
  ],
];

/** Start until health, and resident memory after the start and after use, each beside that with 30 phones. */
export async function* startsAndSizes(place) {
  const small = await place.another("small");
  await fillPhones(small, few);
  const both = { small: [], large: [] };
  // One after the other, so that both meet the same moments of the machine; the first start of either compiles.
  for (let start = 0; start <= starts; start++) {
    both.small.push(await oneStart(small));
    both.large.push(await oneStart(place));
  }
  await small.close();
  const median = (side, figure) => {
    const values = both[side].slice(1).map((one) => one[figure]);
    return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
  };
  const line = (name, figure, allowed) => {
    const [value, beside] = [median("large", figure), median("small", figure)];
    return { name: `${name}, beside ${few} phones`, value, beside, isMet: value <= beside + allowed };
  };
  yield line("start until health, ms", "milliseconds", goals.startMilliseconds);
  yield line("memory after the start, MB", "started", goals.megabytes);
  yield line("memory after use, MB", "used", goals.megabytes);
  yield line("memory at most, MB", "peak", goals.megabytes);
}

/** Starts the console on a database, uses it and ends it. */
async function oneStart({ url, headers }) {
  const dataDir = newDataDir();
  const began = performance.now();
  const server = await startServer(dataDir, { DATABASE_URL: url });
  const milliseconds = performance.now() - began;
  try {
    const started = memoryOf(server).resident;
    for (let round = 0; round < rounds; round++) for (const page of pages) await read(server, page, headers);
    const { resident: used, peak } = memoryOf(server);
    return { milliseconds, started, used, peak };
  } finally {
    await stopServer(server);
    removeDataDir(dataDir);
  }
}

async function read({ baseURL, output }, page, headers) {
  const answer = await fetch(`${baseURL}/api/v1/${page}`, { headers });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${page}: ${answer.status} ${text}\n${output()}`);
}

/** Megabytes that the process holds, and held at most, as Linux tells. */
function memoryOf({ process: { pid } }) {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const of = (name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)[1]) / 1024;
  return { resident: of("VmRSS"), peak: of("VmHWM") };
}
