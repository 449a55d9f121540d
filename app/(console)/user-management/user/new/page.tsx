import { NewUser } from "@/components/user/new-user";

export default function NewUserPage() {
  return <NewUser />;
}
