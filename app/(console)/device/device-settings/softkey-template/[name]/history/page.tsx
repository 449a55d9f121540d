import { HydrationBoundary } from "@tanstack/react-query";
import { TemplateHistory } from "@/components/softkey-template/template-history";
import { softkeyTemplatePage } from "@/lib/server/pages/softkey-template";

export default async function SoftkeyTemplateHistoryPage({ params }: { params: Promise<{ name: string }> }) {
  const { state, mayUpdate, name } = await softkeyTemplatePage((await params).name, "revisions");
  return (
    <HydrationBoundary state={state}>
      <TemplateHistory name={name} mayUpdate={mayUpdate} />
    </HydrationBoundary>
  );
}
