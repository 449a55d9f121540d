import { MyAccount } from "@/components/my-account/my-account";
import { currentSession } from "@/lib/server/pages/current-session";

export default async function MyAccountPage() {
  const session = await currentSession();
  if (!session) return null;
  const { name, fullName, role } = session;
  return <MyAccount account={{ name, fullName, role }} />;
}
