import { HydrationBoundary } from "@tanstack/react-query";
import { SoftkeyTemplateConfiguration } from "@/components/softkey-template/softkey-template-configuration";
import { softkeyTemplatePage } from "@/lib/server/pages/softkey-template";

export default async function SoftkeyTemplatePage({ params }: { params: Promise<{ name: string }> }) {
  const { state, mayUpdate, name } = await softkeyTemplatePage((await params).name);
  return (
    <HydrationBoundary state={state}>
      <SoftkeyTemplateConfiguration name={name} mayUpdate={mayUpdate} />
    </HydrationBoundary>
  );
}
