import { HydrationBoundary } from "@tanstack/react-query";
import { SoftkeyLayoutConfiguration } from "@/components/softkey-template/softkey-layout-configuration";
import { ownPageData } from "@/lib/server/pages/configuration";

export default async function SoftkeyLayoutPage({ params }: { params: Promise<{ name: string }> }) {
  const { state, name, mayUpdate } = await ownPageData("softkeyTemplate", (await params).name);
  return (
    <HydrationBoundary state={state}>
      <SoftkeyLayoutConfiguration name={name} mayUpdate={mayUpdate} />
    </HydrationBoundary>
  );
}
