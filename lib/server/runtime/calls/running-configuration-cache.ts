import { sameContent } from "@/lib/configuration/content-patch";
import type { ConfigurationSnapshot } from "@/lib/devices/device";
import { AnswerCache } from "@/lib/server/concurrency/answer-cache";
import { LruCache } from "@/lib/server/concurrency/lru-cache";
import type { Transaction } from "@/lib/server/db/transaction";
import { type PhoneSetup, setupOf } from "@/lib/server/runtime/calls/phone-base";
import { runningSources } from "@/lib/server/runtime/devices/configurations";

const mostSetups = 20_000;
const mostLayouts = 1_000;

/** The ids of the numbers that a phone with this setup runs on a button: the engine's lines are the only ones that there are. */
export function numbersOn(setup: PhoneSetup | undefined): string[] {
  return setup?.running.lines.map(({ number }) => number) ?? [];
}

/** False when a phone certainly runs the same lines with the one snapshot as with the other. */
export function mayHaveOtherLines(
  before: ConfigurationSnapshot | null,
  after: ConfigurationSnapshot | null,
): boolean {
  if (before === after) return false;
  return before === null || after === null || !sameContent(decidingLines(before), decidingLines(after));
}

/** Model and lines, the user's lines, the buttons, and which numbers the lines have; what is saved in a number is not asked. */
function decidingLines({
  phone,
  deviceProfile,
  phoneButtonTemplate,
  directoryNumbers,
}: ConfigurationSnapshot) {
  return [phone, deviceProfile, phoneButtonTemplate, directoryNumbers.map(({ id }) => id)];
}

/** What phones run, kept by the revisions that they downloaded, which never change. */
export class RunningConfigurationCache {
  readonly #runningConfigurations = new AnswerCache<ConfigurationSnapshot, PhoneSetup>(mostSetups);
  /** Layouts by template and model, shared by all phones that have them. */
  readonly #layouts = new LruCache<string, PhoneSetup["running"]["softkeys"]>(mostLayouts);

  /** What some phones run, by the id of the phone. */
  async of(
    transaction: Transaction,
    snapshots: readonly ConfigurationSnapshot[],
  ): Promise<ReadonlyMap<string, PhoneSetup>> {
    const keyed = snapshots.map((snapshot) => [JSON.stringify(snapshot), snapshot] as const);
    const answers = await this.#runningConfigurations.of(new Map(keyed), async (unknown) => {
      const sources = await runningSources(transaction, [...unknown.values()]);
      return new Map(
        [...unknown].flatMap(([key, snapshot]) => {
          const source = sources.get(snapshot.phone.id);
          return source ? [[key, this.#withSharedLayout(snapshot, setupOf(source))]] : [];
        }),
      );
    });
    return new Map(
      keyed.flatMap(([key, snapshot]) => {
        const setup = answers.get(key);
        return setup ? [[snapshot.phone.id, setup] as const] : [];
      }),
    );
  }

  #withSharedLayout({ softkeyTemplate }: ConfigurationSnapshot, setup: PhoneSetup): PhoneSetup {
    const key = JSON.stringify([softkeyTemplate, setup.model]);
    const softkeys = this.#layouts.get(key) ?? setup.running.softkeys;
    this.#layouts.set(key, softkeys);
    return { ...setup, running: { ...setup.running, softkeys } };
  }
}
