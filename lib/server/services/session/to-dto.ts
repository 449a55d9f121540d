import type { SessionDto } from "@/lib/contract/session";
import type { StoredUser } from "@/lib/server/db/user";

/** The signed-in person as the API answers it. */
export function toSessionDto(user: StoredUser): SessionDto {
  return {
    name: user.name,
    fullName: user.fullName,
    role: user.role,
    language: user.language as SessionDto["language"],
    theme: user.theme as SessionDto["theme"],
  };
}
