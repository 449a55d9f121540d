import { LoaderCircle } from "lucide-react";

/** Shows that something is under way; the words beside it say what. */
export function Spinner() {
  return <LoaderCircle aria-hidden className="size-4 animate-spin" />;
}
