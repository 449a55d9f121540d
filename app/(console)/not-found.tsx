import { MissingPage } from "@/components/console/missing-page";

/** Shown inside the shell for an address that leads nowhere. */
export default function NotFound() {
  return <MissingPage />;
}
