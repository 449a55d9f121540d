const { readEnvironment } = await import("@/lib/server/config/environment");
const { sentenceOf } = await import("@/lib/server/sentence");

/** Runs a command that answers what it has done in one sentence; when it fails, says why in one and ends with code 1. */
export async function run(command) {
  try {
    process.stdout.write(`${await command({ readEnvironment })}\n`);
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`);
    process.exit(1);
  }
}
