import { withEventMeta } from "@orpc/server";
import { Mutex } from "async-mutex";
import { nameKey } from "@/lib/configuration/text-rules";
import type { ChangeEventDto, RequestDto } from "@/lib/contract/call-back";
import type { JobDto } from "@/lib/contract/job";
import type { DisplayDto, ShownDto } from "@/lib/contract/phone-operation";
import type { RegistrationStatus } from "@/lib/devices/device";
import { EventQueue } from "@/lib/server/concurrency/event-queue";
import { yieldToEventLoop } from "@/lib/server/concurrency/yield-to-event-loop";
import { mayDo, requirePermission, type ServiceContext } from "@/lib/server/context";
import {
  areChangeEventsKept,
  listChangeEvents,
  type StoredChangeEvent,
} from "@/lib/server/db/call/change-event";
import type { PublishedObjects } from "@/lib/server/db/call/publish-objects";
import type { Transaction } from "@/lib/server/db/transaction";
import { Refusal } from "@/lib/server/errors";
import type { Removal } from "@/lib/server/runtime/calls/change-events";
import { readDisplay } from "@/lib/server/runtime/calls/read-calls";
import type { Runtime } from "@/lib/server/runtime/runtime";
import { findUsablePhone, type UsablePhone } from "@/lib/server/services/phone-operation/find-phone";

type Topic = ChangeEventDto["topic"];

/** What a viewer wants to see; without topics of all, without phones of all. */
interface Wanted {
  readonly topics?: Topic | readonly Topic[] | undefined;
  readonly phones: readonly string[];
}

const pageSize = 500;
/** So many changes may wait for a viewer; whoever reads more slowly is cut off, and comes back for what they missed. */
const mostWaiting = 1_000;

/**
 * Changes as they happen. It begins with the displays of the phones that are named; whoever comes back with the last id is
 * told everything since then, once.
 * @throws Refusal forbidden, notFound
 */
export async function subscribeToChanges(
  context: ServiceContext,
  runtime: Runtime,
  wanted: Wanted,
  lastEventId: string | undefined,
  signal: AbortSignal | undefined,
): Promise<AsyncIteratorObject<ChangeEventDto, void>> {
  requirePermission(context, "phone", "read");
  const { prisma } = context.database;
  const { phones, missing } = await findWanted(prisma, wanted.phones);
  // Whoever comes back has been told of the phone; anybody else has mistyped it.
  if (lastEventId === undefined && phones.length === 0) for (const { refusal } of missing) throw refusal;
  const viewer = new Viewer(context, wanted.topics, phones, wanted.phones);
  const since = lastEventId !== undefined && /^\d{1,18}$/.test(lastEventId) ? BigInt(lastEventId) : null;
  const isKept = since !== null && (await areChangeEventsKept(prisma, since));
  const queue = new EventQueue<ChangeEventDto>(mostWaiting);
  const waiting: StoredChangeEvent[][] = [];
  let feed: (changes: readonly StoredChangeEvent[]) => void = (changes) => void waiting.push([...changes]);
  const { after, end } = await runtime.changeFeed.subscribe((changes) => feed(changes));
  const leave = runtime.streams.add(context.actor, () => queue.end());
  queue.onEnd(() => {
    leave();
    void end();
  });
  signal?.addEventListener("abort", () => queue.end(), { once: true });
  // Who looks at a phone that is gone goes on with the others.
  const gone = missing.map(({ name }) => ({ phone: name, renamedTo: null }));
  for (const event of viewer.removed({ phones: gone, jobs: [] })) queue.push(event);
  // What was missed comes first, then what has happened meanwhile, then what happens.
  const begin = async () => {
    // An id that is not known yet is of another database, such as the one before it was restored, or was told by an
    // instance that is ahead of this one: what is shown now says it all.
    if (since === null || !isKept || since > after) return queue.fill(await viewer.displays(after));
    for (let place = since; place < after && !queue.isEnded; ) {
      const page = (await listChangeEvents(prisma, place, pageSize)).filter(
        (one) => BigInt(one.place) <= after,
      );
      await queue.fill(await viewer.eventsOf(page));
      const last = page.at(-1);
      if (!last || page.length < pageSize) break;
      place = BigInt(last.place);
    }
  };
  // In one order; whoever missed a part of it gets no more, and comes back for it.
  const order = new Mutex();
  const inOrder = (work: () => Promise<void>) =>
    order.runExclusive(async () => {
      if (queue.isEnded) return;
      try {
        await work();
      } catch {
        queue.end();
      }
    });
  let hasBegun = false;
  void inOrder(async () => {
    await begin();
    hasBegun = true;
  });
  let held = 0;
  feed = (changes) => {
    // Whoever has not taken the beginning meanwhile is too slow as well.
    if (!hasBegun) held += changes.length;
    if (!hasBegun && held > mostWaiting) return queue.end();
    void inOrder(async () => {
      for (const event of await viewer.eventsOf(changes)) queue.push(event);
      // Much at once is no slowness of theirs: the viewer takes it before there is more.
      await yieldToEventLoop();
    });
  };
  for (const changes of waiting) feed(changes);
  if (signal?.aborted) queue.end();
  return queue;
}

/** The phones that are wanted, and those of them that there are not. */
async function findWanted(transaction: Transaction, names: readonly string[]) {
  const phones: UsablePhone[] = [];
  const missing: { name: string; refusal: Refusal }[] = [];
  for (const name of names) {
    try {
      phones.push(await findUsablePhone(transaction, name));
    } catch (error) {
      if (!(error instanceof Refusal && error.code === "notFound")) throw error;
      missing.push({ name, refusal: error });
    }
  }
  return { phones, missing };
}

/** One viewer: what it wants, and what it was shown last. */
class Viewer {
  readonly #context: ServiceContext;
  readonly #topics: ReadonlySet<Topic>;
  readonly #mayReadJobs: boolean;
  /** By their folded names; null: nobody was named. */
  readonly #phones: Map<string, UsablePhone> | null;
  readonly #names: ReadonlySet<string>;
  readonly #shown = new Map<string, string>();

  constructor(
    context: ServiceContext,
    topics: Wanted["topics"] = ["display", "job", "registration", "removed", "request"],
    phones: readonly UsablePhone[] = [],
    names: readonly string[] = [],
  ) {
    this.#context = context;
    const list = typeof topics === "string" ? [topics] : topics;
    this.#mayReadJobs = mayDo(context.actor, "job", "read");
    this.#topics = new Set(list.filter((topic) => topic !== "job" || this.#mayReadJobs));
    this.#phones = names.length === 0 ? null : new Map(phones.map((phone) => [nameKey(phone.name), phone]));
    this.#names = new Set(names.map(nameKey));
  }

  /** The displays of the named phones as they are now. */
  async displays(place: bigint): Promise<ChangeEventDto[]> {
    if (!this.#topics.has("display")) return [];
    const events: ChangeEventDto[] = [];
    for (const phone of this.#phones?.values() ?? []) events.push(...(await this.#displayNow(phone)));
    return events.map((event) => withEventMeta(event, { id: String(place) }));
  }

  /** What the viewer sees of changes, each with its id. */
  async eventsOf(changes: readonly StoredChangeEvent[]): Promise<ChangeEventDto[]> {
    const events: ChangeEventDto[] = [];
    for (const change of changes) {
      const all = await this.#eventsOfOne(change);
      const last = all.pop();
      // Only the last one carries the id: whoever has it has all.
      if (last) events.push(...all, withEventMeta(last, { id: String(change.place) }));
    }
    return events;
  }

  async #eventsOfOne({ place, topic, subject, content }: StoredChangeEvent): Promise<ChangeEventDto[]> {
    if (topic === "display") {
      if (!this.#topics.has(topic) || !this.#isNamed(subject)) return [];
      return this.#display({ ...(content as ShownDto), asOf: Number(place) });
    }
    if (topic === "registration") return this.#registrations(content as Registration);
    if (topic === "look") return this.#displaysNow((content as { phones: readonly string[] }).phones);
    if (topic === "removed") return this.removed(content as Removal);
    if (topic === "configuration") return this.#configuration(content as PublishedObjects);
    if (!this.#topics.has(topic)) return [];
    return [topic === "job" ? { topic, job: content as JobDto } : { topic, request: content as RequestDto }];
  }

  async #registrations({ registration, phones }: Registration): Promise<ChangeEventDto[]> {
    const own = phones.filter((phone) => this.#isNamed(phone));
    const events = await this.#displaysNow(own);
    if (this.#topics.has("registration") && own.length > 0)
      events.push({ topic: "registration", phones: own.map((phone) => ({ phone, registration })) });
    return events;
  }

  /** Of objects that were changed, those that the viewer may read. */
  #configuration({ by, kinds, objects }: PublishedObjects): ChangeEventDto[] {
    const readable = kinds.filter((kind) => mayDo(this.#context.actor, kind, "read"));
    if (!this.#topics.has("configuration") || readable.length === 0) return [];
    const own = objects?.filter(({ kind }) => readable.includes(kind)).map((one) => ({ ...one }));
    return [{ topic: "configuration", by, kinds: readable, objects: own ?? null }];
  }

  /** Of phones and jobs that are gone; a phone that comes back under the name is shown anew. */
  removed({ phones, jobs }: Removal): ChangeEventDto[] {
    const own = phones.filter(({ phone }) => this.#isNamed(phone));
    for (const { phone } of own) this.#shown.delete(phone);
    const readable = this.#mayReadJobs ? jobs : [];
    if (!this.#topics.has("removed") || own.length + readable.length === 0) return [];
    return [{ topic: "removed", phones: own.map((one) => ({ ...one })), jobs: [...readable] }];
  }

  /** What those of some phones show that are named. */
  async #displaysNow(phones: readonly string[]): Promise<ChangeEventDto[]> {
    const events: ChangeEventDto[] = [];
    if (!this.#topics.has("display")) return events;
    for (const phone of phones) {
      const named = await this.#named(phone);
      if (named) events.push(...(await this.#displayNow(named)));
    }
    return events;
  }

  /** A phone that was named; also one that was not there when the viewer came. */
  async #named(phone: string): Promise<UsablePhone | undefined> {
    const key = nameKey(phone);
    const known = this.#phones?.get(key);
    if (known || !this.#phones || !this.#names.has(key)) return known;
    const { phones } = await findWanted(this.#context.database.prisma, [phone]);
    const [found] = phones;
    if (found) this.#phones.set(key, found);
    return found;
  }

  #isNamed(phone: string): boolean {
    return this.#phones === null || this.#names.has(nameKey(phone));
  }

  async #displayNow({ cluster, name }: UsablePhone): Promise<ChangeEventDto[]> {
    const { prisma } = this.#context.database;
    const display = await readDisplay(prisma, cluster, name);
    return display ? this.#display(display) : [];
  }

  /** A screen that was shown already is not shown again. */
  #display(display: DisplayDto): ChangeEventDto[] {
    const { asOf: _, ...shown } = display;
    const text = JSON.stringify(sorted(shown));
    if (this.#shown.get(display.phone) === text) return [];
    this.#shown.set(display.phone, text);
    return [{ topic: "display", phone: display.phone, display }];
  }
}

/** Phones that have become registered, or not, in the same way. */
interface Registration {
  readonly registration: RegistrationStatus;
  readonly phones: readonly string[];
}

/** The same value with its fields in one order: the database keeps none. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, child]) => [key, sorted(child)]),
  );
}
