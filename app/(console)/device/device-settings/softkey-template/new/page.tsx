import { HydrationBoundary } from "@tanstack/react-query";
import { NewSoftkeyTemplate } from "@/components/softkey-template/new-softkey-template";
import { newSoftkeyTemplatePage } from "@/lib/server/pages/softkey-template";

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewSoftkeyTemplatePage({ searchParams }: PageProps) {
  const { copyOf } = await searchParams;
  const { state, mayUpdate } = await newSoftkeyTemplatePage(typeof copyOf === "string" ? copyOf : undefined);
  return (
    <HydrationBoundary state={state}>
      <NewSoftkeyTemplate mayUpdate={mayUpdate} />
    </HydrationBoundary>
  );
}
