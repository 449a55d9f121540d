import { HydrationBoundary } from "@tanstack/react-query";
import { FindSoftkeyTemplates } from "@/components/softkey-template/find-softkey-templates";
import { softkeyTemplateListPage } from "@/lib/server/pages/softkey-template";

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function FindSoftkeyTemplatesPage({ searchParams }: PageProps) {
  const { state, mayUpdate } = await softkeyTemplateListPage(await searchParams);
  return (
    <HydrationBoundary state={state}>
      <FindSoftkeyTemplates mayUpdate={mayUpdate} />
    </HydrationBoundary>
  );
}
