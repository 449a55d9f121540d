import { HydrationBoundary } from "@tanstack/react-query";
import { UserPage } from "@/components/user/user-page";
import { userPage } from "@/lib/server/pages/user";

export default async function UserConfigurationPage({ params }: { params: Promise<{ name: string }> }) {
  const { state, name, ownName, mayUpdate } = await userPage((await params).name);
  return (
    <HydrationBoundary state={state}>
      <UserPage name={name} ownName={ownName} mayUpdate={mayUpdate} />
    </HydrationBoundary>
  );
}
