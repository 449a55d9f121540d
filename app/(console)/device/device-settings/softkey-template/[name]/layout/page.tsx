import { HydrationBoundary } from "@tanstack/react-query";
import { SoftkeyLayoutConfiguration } from "@/components/softkey-template/softkey-layout-configuration";
import { softkeyTemplatePage } from "@/lib/server/pages/softkey-template";

export default async function SoftkeyLayoutPage({ params }: { params: Promise<{ name: string }> }) {
  const { state, mayUpdate, name } = await softkeyTemplatePage((await params).name);
  return (
    <HydrationBoundary state={state}>
      <SoftkeyLayoutConfiguration name={name} mayUpdate={mayUpdate} />
    </HydrationBoundary>
  );
}
