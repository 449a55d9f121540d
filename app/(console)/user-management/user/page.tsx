import { HydrationBoundary } from "@tanstack/react-query";
import { UserList } from "@/components/user/user-list";
import type { SearchParams } from "@/lib/server/pages/address";
import { userListPage } from "@/lib/server/pages/user";

export default async function UserListPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { state, mayUpdate } = await userListPage(await searchParams);
  return (
    <HydrationBoundary state={state}>
      <UserList mayUpdate={mayUpdate} />
    </HydrationBoundary>
  );
}
