import { MyAccount } from "@/components/my-account/my-account";
import { signedInSession } from "@/lib/server/pages/current-session";

export default async function MyAccountPage() {
  const { name, fullName, role } = await signedInSession();
  return <MyAccount account={{ name, fullName, role }} />;
}
