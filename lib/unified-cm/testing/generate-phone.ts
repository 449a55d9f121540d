import { expansionRule } from "@/lib/catalog/expansion-modules";
import { phoneModels } from "@/lib/catalog/phone-models";
import type { FileForward, FileLine, FilePhone } from "@/lib/unified-cm/file-phone";

/** Numbers from 0 to below 1, always the same ones for a seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Random = () => number;

function pick<Item>(random: Random, items: readonly [Item, ...Item[]]): Item {
  return items[Math.floor(random() * items.length)] ?? items[0];
}

const family = ["김", "이", "박", "최", "정", "강", "조", "윤"] as const;
const given = ["민준", "서연", "도윤", "하은", "지호", "수아", "예준", "지우"] as const;
const rooms = [
  "로비",
  "회의실",
  'Lobby, east "glass" door',
  "안내 데스크",
  "R&D <lab>",
  "구매팀; 2층",
  "창고\\B",
] as const;
const sites = ["Seoul", "Busan", "대전 지사"] as const;
const deskModels = phoneModels.filter(({ series }) => series !== "Analog").slice(0, 40);

/** The most lines and speed dials of a phone that is made here. */
export const mostLines = 4;
export const mostSpeedDials = 3;

function forward(random: Random): Required<FileForward> {
  const destination = pick(random, [null, null, "2001", "+82255500001", "8000"]);
  return { destination, voiceMail: random() < 0.2, callingSearchSpace: pick(random, [null, "Everywhere"]) };
}

function isSame(one: Required<FileForward>, other: Required<FileForward>): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function forwards(random: Random): Required<FileForward> & { external: Required<FileForward> | null } {
  const internal = forward(random);
  const external = random() < 0.7 ? internal : forward(random);
  return { ...internal, external: isSame(internal, external) ? null : external };
}

function line(random: Random, index: number, number: number, name: string): FileLine {
  return {
    index,
    directoryNumber: random() < 0.3 ? `+8225555${String(number).padStart(7, "0")}` : `${2_000_000 + number}`,
    partition: pick(random, [null, "Seoul Phones", "부산 전화기"]),
    callingSearchSpace: pick(random, [null, "Everywhere"]),
    ...{
      label: name,
      displayName: name,
      asciiDisplayName: `Desk ${number}`,
      alertingName: name,
      description: "",
    },
    ...{ maxCalls: 4, busyTrigger: 1 + Math.floor(random() * 2), noAnswerSeconds: 16 },
    forward: {
      all: forward(random),
      ...{ busy: forwards(random), noAnswer: forwards(random), unregistered: forwards(random) },
    },
    kept: random() < 0.5 ? { "Call Pickup Group": "1층 당겨받기", "Log Missed Calls": "t" } : {},
  };
}

/** The phone of a number in the cluster of a seed: one of forty models, each fifth with the line of the one before. */
export function generatePhone(seed: number, number: number): FilePhone {
  const random = randomOf(Math.imul(seed, 1_000_003) + number);
  const model = deskModels[number % deskModels.length] ?? phoneModels[0];
  if (!model) throw new Error("The catalogue has no models");
  const name = `${pick(random, family)}${pick(random, given)}`;
  const site = pick(random, sites);
  const control = model.needsSoftkeyControl ? random() < 0.5 : undefined;
  const shown = control === undefined ? "" : `<softKeyControl>${control ? 1 : 0}</softKeyControl>`;
  const [module] = expansionRule(model.name)?.modules ?? [];
  const lines = Array.from({ length: Math.floor(random() * (mostLines + 1)) }, (_, index) =>
    line(random, index + 1, index === 0 && number % 5 === 4 ? (number - 1) * 10 : number * 10 + index, name),
  );
  return {
    name: `SEP00005E${number.toString(16).toUpperCase().padStart(6, "0")}`,
    model: model.name,
    protocol: pick(random, [model.protocols[0] ?? "SIP", ...model.protocols]),
    description: `${name} ${pick(random, rooms)}`,
    ...{ devicePool: site, phoneButtonTemplate: `Standard ${model.name}` },
    softkeyTemplate: pick(random, [null, "Call Back User", "콜백 사용자"]),
    commonDeviceConfiguration: pick(random, [null, site]),
    callingSearchSpace: pick(random, [null, "Everywhere"]),
    userLocale: pick(random, [null, "Korean Korea Republic"]),
    networkLocale: pick(random, [null, "Korea Republic"]),
    owner: random() < 0.5 ? `user${number}` : null,
    ...{ extensionMobility: random() < 0.3, dndStatus: random() < 0.1, dndOption: "Ringer Off" },
    ...(control === undefined ? {} : { softkeyControl: control }),
    expansionModules: module !== undefined && random() < 0.3 ? [module] : [],
    lines,
    speedDials: Array.from({ length: Math.floor(random() * (mostSpeedDials + 1)) }, (_, index) => ({
      index: index + 1,
      number: pick(random, ["2001", "+82255500002"]),
      label: pick(random, ["", "안내", "Reception"]),
    })),
    kept: {
      ...{ Location: "Hub_None", "SIP Profile": "Standard SIP Profile" },
      XML: `<vendorConfig><webAccess>1</webAccess>${shown}</vendorConfig>`,
    },
  };
}
