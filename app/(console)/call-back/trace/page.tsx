import { TracePage } from "@/components/call-back/trace/trace-page";
import { signedInActor } from "@/lib/server/pages/current-session";

export default async function CallBackTracePage() {
  await signedInActor();
  return <TracePage />;
}
