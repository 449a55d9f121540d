import type { PhoneActionDto } from "@/lib/contract/phone-operation";

/** A number below another, at random. */
export type Pick = (below: number) => number;

/** Numbers that look random and are the same in every run. */
export function chance(seed: number): Pick {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

const keys = [
  "CallBack",
  "CallBack",
  "CallBack",
  "Exit",
  "Cancel",
  "Dial",
  "OK",
  "EndCall",
  "Answer",
  "Hold",
  "Resume",
] as const;

/** What somebody does who presses at random, but for dialling numbers that there are. */
export function randomAction(pick: Pick, numbers: readonly string[]): PhoneActionDto {
  switch (pick(8)) {
    case 0:
      return { action: "offHook" };
    case 1:
    case 2:
      return { action: "onHook" };
    case 3:
    case 4:
      return { action: "dial", digits: numbers[pick(numbers.length)] ?? "" };
    case 5:
      return { action: "setDnd", status: pick(2) === 0, option: "Call Reject" };
    default:
      return { action: "pressSoftkey", softkey: keys[pick(keys.length)] ?? "CallBack" };
  }
}
