import { sameContent } from "@/lib/configuration/content-patch";
import type { ConfigurationSnapshot } from "@/lib/devices/device";
import type { Transaction } from "@/lib/server/db/transaction";
import { type PhoneSetup, setupOf } from "@/lib/server/runtime/calls/phone-base";
import { runningSources } from "@/lib/server/runtime/devices/configurations";

const mostRemembered = 20_000;

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

/** What phones run, remembered by the revisions that they downloaded, which never change. */
export class RunningConfigurationCache {
  #setups = new Map<string, PhoneSetup>();
  /** Layouts by template and model, shared by all phones that have them. */
  #layouts = new Map<string, PhoneSetup["running"]["softkeys"]>();

  /** What some phones run, by the id of the phone. */
  async of(
    transaction: Transaction,
    snapshots: readonly ConfigurationSnapshot[],
  ): Promise<ReadonlyMap<string, PhoneSetup>> {
    const keyed = snapshots.map((snapshot) => ({ snapshot, key: JSON.stringify(snapshot) }));
    const unknown = keyed.filter(({ key }) => !this.#setups.has(key));
    if (unknown.length > 0) {
      if (this.#setups.size > mostRemembered) {
        this.#setups = new Map();
        this.#layouts = new Map();
      }
      const sources = await runningSources(
        transaction,
        unknown.map(({ snapshot }) => snapshot),
      );
      for (const { snapshot, key } of unknown) {
        const source = sources.get(snapshot.phone.id);
        if (source) this.#setups.set(key, this.#withSharedLayout(snapshot, setupOf(source)));
      }
    }
    return new Map(
      keyed.flatMap(({ snapshot, key }) => {
        const setup = this.#setups.get(key);
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
