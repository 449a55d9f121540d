import { UserList } from "@/components/user/user-list";
import { isAllowed } from "@/lib/catalog/roles";
import { currentActor } from "@/lib/server/pages/current-session";

export default async function UserListPage() {
  const actor = await currentActor();
  return <UserList mayUpdate={actor !== null && isAllowed(actor.role, "user", "update")} />;
}
