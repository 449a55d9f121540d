import { HydrationBoundary } from "@tanstack/react-query";
import { ConfigurationFile } from "@/components/phone/configuration-file/configuration-file";
import { configurationFilePage } from "@/lib/server/pages/device";

export default async function ConfigurationFilePage({ params }: { params: Promise<{ name: string }> }) {
  const { state, name } = await configurationFilePage((await params).name);
  return (
    <HydrationBoundary state={state}>
      <ConfigurationFile name={name} />
    </HydrationBoundary>
  );
}
