import { NewUser } from "@/components/user/new-user";
import { newUserPage } from "@/lib/server/pages/user";

export default async function NewUserPage() {
  const { mayUpdate } = await newUserPage();
  return <NewUser mayUpdate={mayUpdate} />;
}
