import { HydrationBoundary } from "@tanstack/react-query";
import { ConfigurationFile } from "@/components/phone/configuration-file/configuration-file";
import { ownPageData } from "@/lib/server/pages/configuration";

export default async function ConfigurationFilePage({ params }: { params: Promise<{ name: string }> }) {
  const { state, name } = await ownPageData("phone", (await params).name);
  return (
    <HydrationBoundary state={state}>
      <ConfigurationFile name={name} />
    </HydrationBoundary>
  );
}
