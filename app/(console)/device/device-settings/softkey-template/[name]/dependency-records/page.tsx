import { HydrationBoundary } from "@tanstack/react-query";
import { TemplateDependencyRecords } from "@/components/softkey-template/dependency-records";
import { softkeyTemplatePage } from "@/lib/server/pages/softkey-template";

export default async function DependencyRecordsPage({ params }: { params: Promise<{ name: string }> }) {
  const { state, name } = await softkeyTemplatePage((await params).name, "dependencies");
  return (
    <HydrationBoundary state={state}>
      <TemplateDependencyRecords name={name} />
    </HydrationBoundary>
  );
}
