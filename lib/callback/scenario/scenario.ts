import { type CastMember, numbersOf, phoneNameOf, runningOf, setupOf } from "@/lib/callback/scenario/cast";
import { everything } from "@/lib/callback/scenario/everything";
import { PhoneHandle } from "@/lib/callback/scenario/phone-handle";
import { type SentMessage, Simulation } from "@/lib/callback/scenario/simulation";
import { routePatternsChange, trunkChange } from "@/lib/callback/setup/configuration-changes";
import type { Decision } from "@/lib/callback/state/decision";
import type { ConfigurationChange } from "@/lib/callback/state/events";
import { memoryWorld } from "@/lib/callback/state/memory-world";
import { engineParameters } from "@/lib/callback/state/parameters";
import type { CallBackRequest } from "@/lib/callback/state/request";
import type { RulesInForce } from "@/lib/callback/state/rules-in-force";
import { engineParametersKey } from "@/lib/callback/state/world";
import type { TrunkType } from "@/lib/catalog/trunk-types";

/** What a scenario begins with, beside its phones. */
export interface Opening {
  readonly trunk?: { readonly type: TrunkType; readonly throughCube?: boolean };
  readonly parameters?: Readonly<Record<string, string | number | boolean>>;
  readonly configuration?: readonly ConfigurationChange[];
  readonly rules?: RulesInForce;
  /** The first instant, in milliseconds. */
  readonly at?: number;
}

export const defaultStart = Date.UTC(2026, 0, 5, 9, 0, 0);

type Cast = Readonly<Record<string, string | CastMember>>;

/** Clusters with registered phones, and what can be done with and asked of the whole. */
export interface Scenario<Members extends Cast> {
  readonly phones: { readonly [Id in keyof Members]: PhoneHandle };
  readonly simulation: Simulation;
  /** Time passes. */
  wait(seconds: number): void;
  /** The configuration of this cluster changes, and takes effect. */
  configure(...changes: ConfigurationChange[]): void;
  /** The same in another cluster. */
  configureIn(cluster: string, ...changes: ConfigurationChange[]): void;
  /** All requests of the home cluster, in the order in which they were made. */
  requests(): CallBackRequest[];
  /** The rules that have decided something, in order; only those about a request when it is given. */
  rows(request?: string): Decision["rule"][];
  linkLost(cluster: string): void;
  cancelled(request: string): void;
}

const ageOf = ({ id }: CallBackRequest) => Number(/\d+/.exec(id)?.[0] ?? 0);
const byAge = (one: CallBackRequest, other: CallBackRequest) => ageOf(one) - ageOf(other);

function memberOf(member: string | CastMember): CastMember {
  return typeof member === "string" ? { number: member } : member;
}

/** Every number of a remote cluster is reached from home by its own digits, and everything of home from there. */
function routes(
  cluster: string,
  members: readonly CastMember[],
  trunk: Opening["trunk"],
): ConfigurationChange[] {
  const type = trunk?.type ?? "interclusterQsig";
  const others = members.filter((member) => (member.cluster ?? "") !== cluster);
  const clusters = [...new Set(others.map((member) => member.cluster ?? ""))];
  const patterns = others.map(({ number, cluster: other }) => ({
    pattern: number,
    partition: null,
    description: "",
    trunk: `to ${other ?? "home"}`,
  }));
  return [
    ...clusters.map((other) =>
      trunkChange({
        name: `to ${other || "home"}`,
        description: "",
        type,
        throughCube: trunk?.throughCube ?? false,
        remoteCluster: other,
      }),
    ),
    routePatternsChange(null, patterns),
  ];
}

/** Sets the scene: the clusters of the cast, with every phone registered and idle. */
export function scenario<const Members extends Cast>(
  cast: Members,
  opening: Opening = {},
): Scenario<Members> {
  const members = Object.entries(cast).map(([id, member]) => [id, memberOf(member)] as const);
  const plain = members.map(([, member]) => member);
  const clusters = [...new Set(["", ...plain.map(({ cluster }) => cluster ?? "")])];
  const start = opening.at ?? defaultStart;
  const simulation = new Simulation(clusters.map(memoryWorld), start, opening.rules);
  const parameters = engineParameters(
    Object.entries(opening.parameters ?? {}).map(([name, value]) => ({ name, value })),
  );
  for (const cluster of clusters) {
    const own = members.filter(([, member]) => (member.cluster ?? "") === cluster);
    simulation.happen(cluster, {
      kind: "configured",
      changes: [
        { table: "parameters", key: "engine", value: parameters },
        ...numbersOf(own),
        ...routes(cluster, plain, opening.trunk),
        ...(opening.configuration ?? []),
      ],
    });
  }
  const phones = Object.fromEntries(members.map(([id, member]) => [id, enter(simulation, id, member)]));
  return {
    phones: phones as Scenario<Members>["phones"],
    simulation,
    wait: (seconds) => simulation.wait(seconds * 1000),
    configure: (...changes) => configureIn(simulation, "", changes),
    configureIn: (cluster, ...changes) => configureIn(simulation, cluster, changes),
    // Events count up, `e9` and `e10`; a world that was stored and read back has them in another order.
    requests: () => [...simulation.world("").tables.requests.values()].toSorted(byAge),
    rows: (request) =>
      simulation
        .decisions()
        .filter((decision) => request === undefined || decision.request === request)
        .map(({ rule }) => rule),
    linkLost: (cluster) => {
      simulation.happen("", { kind: "linkLost", cluster });
      simulation.happen(cluster, { kind: "linkLost", cluster: "" });
    },
    cancelled: (request) => simulation.happen("", { kind: "requestCancelled", request }),
  };
}

function configureIn(simulation: Simulation, cluster: string, changes: readonly ConfigurationChange[]): void {
  const world = simulation.world(cluster);
  const before = world.get("parameters", engineParametersKey)?.guard;
  const hasNewGuard = changes.some(({ table, value }) => table === "parameters" && value.guard !== before);
  simulation.happen(cluster, { kind: "configured", changes, judged: everything(world, hasNewGuard) });
}

function enter(simulation: Simulation, id: string, member: CastMember): PhoneHandle {
  const cluster = member.cluster ?? "";
  const phone = phoneNameOf(id, member);
  const running = runningOf(member);
  simulation.happen(cluster, { kind: "phoneConfigured", phone, setup: setupOf(member) });
  simulation.happen(cluster, { kind: "phoneRegistered", phone, running });
  return new PhoneHandle(simulation, { cluster, name: phone, number: member.number }, running);
}

/** Loses the messages of these kinds; the rest arrives. */
export function losing(...kinds: SentMessage["message"]["kind"][]): Simulation["transport"] {
  return ({ message }) => (kinds.includes(message.kind) ? "lose" : "deliver");
}
