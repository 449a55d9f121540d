import { HydrationBoundary } from "@tanstack/react-query";
import { Home } from "@/components/home/home";
import { homePage } from "@/lib/server/pages/home";

export default async function HomePage() {
  const { state, mayTry } = await homePage();
  return (
    <HydrationBoundary state={state}>
      <Home mayTry={mayTry} />
    </HydrationBoundary>
  );
}
