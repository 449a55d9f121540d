import { Skeleton } from "@/components/ui/skeleton";

const widths = ["32%", "44%", "28%", "51%", "36%", "40%", "30%", "47%"];

/** Rows without text while the first page is on its way. */
export function ListSkeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className="border-t border-line">
      {widths.map((width) => (
        <div key={width} className="flex h-8 items-center border-b border-line px-4">
          <Skeleton width={width} />
        </div>
      ))}
    </div>
  );
}
