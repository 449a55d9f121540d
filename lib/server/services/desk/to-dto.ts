import type { DeskDto } from "@/lib/contract/desk";
import type { StoredDesk } from "@/lib/server/db/desk";

/** The desk as the API answers it. */
export function toDeskDto({ name, phones }: Pick<StoredDesk, "name" | "phones">): DeskDto {
  return { name: name === "" ? null : name, phones: [...phones] };
}
