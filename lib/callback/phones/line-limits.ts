import type { DirectoryNumber } from "@/lib/callback/state/dial-plan";
import type { LineLimits } from "@/lib/configuration/line-limits";

/** How many calls the number's line takes on each phone, by the name of the phone. */
export function lineLimitsOf(number: DirectoryNumber): (phone: string) => LineLimits {
  const own = new Map(number.lineLimits.map((limits) => [limits.phone, limits]));
  return (phone) => own.get(phone) ?? number;
}
