import type { ConfigurationSnapshot } from "@/lib/devices/device";
import type { Transaction } from "@/lib/server/db/transaction";
import { type PhoneSetup, setupOf } from "@/lib/server/runtime/calls/phone-base";
import { runningSources } from "@/lib/server/runtime/devices/configurations";

const mostRemembered = 20_000;

/** What phones run, remembered by the revisions that they downloaded, which never change. */
export class Setups {
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
